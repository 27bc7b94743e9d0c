import { cleanLine, cleanLines } from '@hillo/domain/shared';
import type { Browser, Reply } from './browser-session.js';
import { registrationForm } from './registration-form.js';

/** What the product keeps of a line that people wrote; nothing where it refuses it beside its field. */
export function keptLine(text: string): string {
  const cleaned = cleanLine(text, 300);
  return cleaned.ok ? cleaned.value : '';
}

export function keptLines(text: string): string {
  const cleaned = cleanLines(text, 4_000);
  return cleaned.ok ? cleaned.value : '';
}

export interface WrittenEvening {
  readonly id: string;
  readonly slug: string;
}

function accepted(reply: Reply): Reply {
  if (reply.status >= 300) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply;
}

/** An evening whose organiser writes `text` into every field that the pages offer, and publishes it. */
export async function writeEvening(
  organiser: Browser,
  organisation: string,
  text: string,
): Promise<WrittenEvening> {
  const begun = await organiser.post(`/api/organisations/${organisation}/evenings`, {
    theme: { text },
    startsAt: { wall: '2026-12-10T17:00' },
    endsAt: { wall: '2026-12-10T20:30' },
    venue: { name: text, address: text },
  });
  const { id } = accepted(begun).body;
  const path = `/api/evenings/${id}`;
  const changes = {
    texts: { title: text, description: text, can: text, cannot: text },
    accessibility: { features: { 'step-free': true }, directions: text },
  };
  accepted(await organiser.patch(path, changes));
  const block = { kind: 'talk', title: text, startsAt: { wall: '2026-12-10T17:30' }, endsAt: null };
  const blocks = [{ ...block, id: '01900000-0000-7000-8000-00000000000a', confirmed: true }];
  accepted(await organiser.put(`${path}/programme`, { blocks }));
  return { id, slug: accepted(await organiser.post(`${path}/publish`)).body.slug };
}

/** Somebody who writes `text` into every field of the public form. */
export function writeRegistration(
  browser: Browser,
  slug: string,
  text: string,
  over: object = {},
): Promise<Reply> {
  // A tag has forty characters at most.
  const tags = text.length <= 40 ? [text] : [];
  return browser.post(
    `/api/public/evenings/${slug}/registrations`,
    registrationForm({
      firstName: text,
      lastName: text,
      email: 'aino.esimerkki@example.org',
      affiliation: text,
      offers: text,
      needs: text,
      offerTags: tags,
      needTags: tags,
      showsLastName: true,
      shareFields: ['lastName', 'email'],
      companions: [{ kind: 'support', firstName: text, lastName: text, wishesToPlay: false }],
      accessNeeds: text,
      consents: ['privacy-notice', 'access-needs'],
      ...over,
    }),
  );
}
