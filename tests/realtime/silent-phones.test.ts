import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
} from '@hillo/contracts/realtime';
import { HeardSessions } from '@hillo/server/platform/realtime';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NOW, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { DrawGround } from '../support/draw-ground.js';
import { Fixtures } from '../support/fixtures.js';

const MINUTE = 60_000;
const sessionRow = z.object({ id: z.string(), seenAt: z.string() });

let here: TestApplication;
let there: TestApplication;
let fixtures: Fixtures;
let ground: DrawGround;
let evening: string;
let organisation: string;
let phones: Socket<ServerToClientEvents, ClientToServerEvents>[];

/** Two processes on one database: phones are connected to one, the host's tablet asks the other. */
beforeAll(async () => {
  here = await startTestApplication({ PROCESSES: 'many' });
  there = await startTestApplication({ PROCESSES: 'many', DATABASE_URL: here.databaseUrl });
  fixtures = new Fixtures(here);
});
afterAll(async () => {
  await there.close();
  await here.close();
});

beforeEach(async () => {
  clocks((clock) => clock.set(NOW));
  phones = [];
  organisation = await fixtures.organisation();
  evening = await fixtures.evening(organisation, { state: 'running' });
  ground = new DrawGround(fixtures, evening);
});
afterEach(() => phones.forEach((phone) => phone.disconnect()));

function clocks(change: (clock: TestApplication['clock']) => void): void {
  for (const { clock } of [here, there]) change(clock);
}

/** A player whose phone has an open socket to the first process. */
async function connected(columns: Readonly<Record<string, unknown>>) {
  const id = await ground.player(columns);
  const browser = await fixtures.attendee(evening, id);
  const phone: Socket<ServerToClientEvents, ClientToServerEvents> = io(here.url, {
    transports: ['websocket'],
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie: browser.cookieHeader },
  });
  phones.push(phone);
  await phone.timeout(5_000).emitWithAck('watch', { stream: `registration:${id}` });
  return { id, browser, phone };
}

/** What the host reads from the second process. */
async function silent(): Promise<{ count: number; names: string[] }> {
  const { deviceId } = await fixtures.device(evening, 'host');
  const value = await fixtures.session({
    kind: 'device',
    subjectId: deviceId,
    eveningId: evening,
    role: 'host',
  });
  const reply = await fetch(`${there.url}/api/evenings/${evening}/draws/silent-phones`, {
    headers: { cookie: `hillo=${value}` },
  });
  expect(reply.status).toBe(200);
  const { count, people } = await reply.json();
  return { count, names: people.map(({ firstName }: { firstName: string }) => firstName) };
}

describe('phones that were not heard from (product rule 5)', () => {
  it('are those that have said nothing for two minutes, by socket or by request', async () => {
    const talking = await connected({ first_name: 'Puhelias' });
    const gone = await connected({ first_name: 'Kadonnut' });
    const asking = await ground.player({ first_name: 'Kyselevä' });
    const askingPhone = await fixtures.attendee(evening, asking);
    await ground.player({ first_name: 'Paperi' });
    await here.nest.get(HeardSessions).store();
    expect(await silent()).toEqual({ count: 0, names: [] });

    // The connection breaks off: a goodbye would be heard.
    gone.phone.io.engine.close();
    clocks((clock) => clock.advance(2 * MINUTE + 1));
    await talking.phone.timeout(5_000).emitWithAck('watch', { stream: `registration:${talking.id}` });
    await here.nest.get(HeardSessions).store();
    expect(await silent()).toEqual({ count: 2, names: ['Kadonnut', 'Kyselevä'] });

    await askingPhone.get(`/api/me/${asking}/draw`);
    expect(await silent()).toEqual({ count: 1, names: ['Kadonnut'] });
    // Back on another process: what one wrote is known to all.
    await fetch(`${there.url}/api/me/${gone.id}/draw`, { headers: { cookie: gone.browser.cookieHeader } });
    expect(await silent()).toEqual({ count: 0, names: [] });
  });

  it('count only if a card can be on them: in, with a card, heard since the check-in', async () => {
    const before = await ground.player({ first_name: 'Kotikone' });
    await fixtures.attendee(evening, before);
    await here.db.execute('UPDATE sessions SET seen_at = $1', ['2026-11-26T10:00:00Z']);
    const notIn = await ground.player({ first_name: 'Poissa', checked_in_at: null });
    await fixtures.attendee(evening, notIn);
    const withoutCard = await fixtures.registration(evening, { checked_in_at: here.clock.now() });
    await fixtures.attendee(evening, withoutCard);
    const undone = await ground.player({ first_name: 'Peruttu' });
    await fixtures.attendee(evening, undone);
    await here.db.execute('UPDATE cards SET hidden_at = now() WHERE registration_id = $1', [undone]);
    clocks((clock) => clock.advance(3 * MINUTE));
    expect(await silent()).toEqual({ count: 0, names: [] });
  });

  it('name a person once however many phones are silent, the longest silent first, and not everybody', async () => {
    for (let n = 0; n < 45; n += 1) {
      const id = await ground.player({ first_name: `Nimi${n}` });
      await fixtures.attendee(evening, id);
      if (n === 7) await fixtures.attendee(evening, id);
    }
    await here.db.execute(
      `UPDATE sessions SET seen_at = seen_at + interval '1 s' WHERE id NOT IN
       (SELECT g.session_id FROM session_grants g JOIN registrations r ON r.id = g.subject_id WHERE r.first_name = 'Nimi30')`,
    );
    clocks((clock) => clock.advance(3 * MINUTE));
    const { count, names } = await silent();
    expect(count).toBe(45);
    expect(names).toHaveLength(40);
    expect(names[0]).toBe('Nimi30');
  });

  it('are shown to organiser and host only, without addresses', async () => {
    const id = await ground.player({ first_name: 'Aino' });
    const attendee = await fixtures.attendee(evening, id);
    clocks((clock) => clock.advance(3 * MINUTE));
    const path = `/api/evenings/${evening}/draws/silent-phones`;
    const { browser: organiser } = await fixtures.member(organisation, ['organiser']);
    const { browser: door } = await fixtures.device(evening, 'door');
    const { body } = await organiser.get(path);
    expect(Object.keys(body.people[0])).toEqual([
      'firstName',
      'lastName',
      'affiliation',
      'spokenCode',
      'heardAt',
    ]);
    const statuses = async (browser: Browser) => (await browser.get(path)).status;
    expect([await statuses(organiser), await statuses(door), await statuses(attendee)]).toEqual([
      200, 403, 403,
    ]);
  });
});

it('what is heard is written with one statement, never backwards, and beside another process', async () => {
  const id = await ground.player();
  await fixtures.attendee(evening, id);
  const heard = here.nest.get(HeardSessions);
  const [session] = await sessionsOf(id);
  if (!session) throw new Error('the phone has a session');
  clocks((clock) => clock.advance(MINUTE));
  heard.hear(session.id);
  there.nest.get(HeardSessions).hear(session.id);
  await Promise.all([heard.store(), there.nest.get(HeardSessions).store()]);
  expect((await sessionsOf(id))[0]?.seenAt).toBe('2026-11-26T12:01:00.000Z');
  clocks((clock) => clock.set(NOW));
  heard.hear(session.id);
  await heard.store();
  expect((await sessionsOf(id))[0]?.seenAt).toBe('2026-11-26T12:01:00.000Z');
});

function sessionsOf(registration: string): Promise<{ id: string; seenAt: string }[]> {
  return here.db.rows(
    sessionRow,
    `SELECT s.id, to_char(s.seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "seenAt"
     FROM sessions s JOIN session_grants g ON g.session_id = s.id WHERE g.subject_id = $1`,
    [registration],
  );
}
