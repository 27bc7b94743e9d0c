import type { Device } from './device.js';

export interface Stage {
  readonly evening: string;
  readonly slug: string;
}

function wallClock(instant: Date): { wall: string } {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Helsinki',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
  return { wall: parts.replace(' ', 'T') };
}

function lastPart(link: string): string {
  return new URL(link).pathname.split('/').pop() ?? '';
}

/** Signs in by the link and publishes an evening that begins now. */
export async function publishEvening(laptop: Device, organiserLink: string): Promise<Stage> {
  await laptop.call('POST /api/session/sign-in', { body: { token: lastPart(organiserLink) } });
  const { account } = await laptop.call('GET /api/session', {});
  const organisation = account?.organisations.find(({ roles }) => roles.includes('organiser'));
  if (!organisation) throw new Error('The sign-in link belongs to nobody who arranges evenings.');
  const now = Date.now();
  const created = await laptop.call('POST /api/organisations/:organisation/evenings', {
    params: { organisation: organisation.id },
    body: {
      theme: { text: 'Simuloitu ilta' },
      startsAt: wallClock(new Date(now)),
      endsAt: wallClock(new Date(now + 3 * 3_600_000)),
      venue: { name: 'Kylätalo', address: '' },
    },
  });
  const { id, slug } = await laptop.call('POST /api/evenings/:evening/publish', {
    params: { evening: created.id },
  });
  return { evening: id, slug };
}

/** Three people of the room call four digits each. */
const CALLS: [string, string, string] = ['4711', '0832', '9050'];

/** The closing draw, step by step; the id of the draw. */
export async function playDraw(laptop: Device, evening: string): Promise<string> {
  const params = { evening };
  await laptop.call('PUT /api/evenings/:evening/prizes', {
    params,
    body: { prizes: [{ kind: 'use-of-space' }, { kind: 'visit' }] },
  });
  const begun = await laptop.call('POST /api/evenings/:evening/draws', { params });
  const draw = begun.draws[0]?.id ?? '';
  await laptop.call('POST /api/evenings/:evening/draws/:draw/freeze', { params: { evening, draw } });
  await laptop.call('POST /api/evenings/:evening/draws/:draw/public-number', {
    params: { evening, draw },
    body: { calls: CALLS },
  });
  await laptop.call('POST /api/evenings/:evening/draws/:draw/reveal', { params: { evening, draw } });
  return draw;
}

export async function closeEvening(laptop: Device, evening: string): Promise<void> {
  await laptop.call('POST /api/evenings/:evening/close', { params: { evening } });
}
