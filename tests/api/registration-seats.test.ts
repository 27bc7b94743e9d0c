import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Evenings } from '@hillo/server/modules/evenings';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { AttendeeRepository } from '../../server/src/modules/registration/data/attendee-repository.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { barrier } from '../support/gates.js';
import { registrationForm } from '../support/registration-form.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const ROUNDS = FULL ? 20 : 3;
const CROWD = FULL ? { people: 500, seats: 80, waiting: 40 } : { people: 60, seats: 10, waiting: 10 };
vi.setConfig({ testTimeout: FULL ? 600_000 : 30_000 });

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let serial = 0;

beforeAll(async () => {
  // Behind a proxy, so that crowds come from many addresses: one registers 1,000 times at most, tries again included.
  application = await startTestApplication({ TRUST_PROXY: '127.0.0.1' });
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => application.close());

async function evening(capacity: number, startsAt = '2026-11-30T15:00:00Z') {
  const slug = `paikat-${++serial}`;
  const ends = new Date(new Date(startsAt).getTime() + 3 * 3_600_000).toISOString();
  const id = await fixtures.evening(organisation, { slug, capacity, starts_at: startsAt, ends_at: ends });
  return { id, path: `/api/public/evenings/${slug}/registrations` };
}

const countsRow = z.object({ confirmed: z.coerce.number(), waiting: z.coerce.number() });

async function counts(eveningId: string) {
  const [row] = await application.db.rows(
    countsRow,
    `SELECT count(*) FILTER (WHERE state = 'confirmed') AS confirmed, count(*) FILTER (WHERE state = 'waiting') AS waiting
     FROM registrations WHERE evening_id = $1`,
    [eveningId],
  );
  return row ?? { confirmed: 0, waiting: 0 };
}

/**
 * Everybody sends the form: so many hands at once, each its share one after another. As a phone does, who hears that the
 * server is too busy (503) waits and asks again with the same key; `busy` counts them.
 */
async function crowd(path: string, people: number, hands = people) {
  const browser = new Browser(application);
  let busy = 0;
  const register = async (index: number): Promise<string> => {
    const form = registrationForm({ firstName: `Tulija ${index}` });
    const headers = {
      'x-forwarded-for': `198.51.${serial % 250}.${index % 250}`,
      'idempotency-key': randomUUID(),
    };
    for (;;) {
      const { status, body } = await browser.post(path, form, headers);
      if (status === 201) return 'registered';
      if (status !== 503) return String(body.code);
      busy += 1;
      await sleep(1_000 + (index % 50) * 100);
    }
  };
  const outcomes: string[] = [];
  let next = 0;
  const work = async () => {
    while (next < people) outcomes.push(await register(next++));
  };
  await Promise.all(Array.from({ length: hands }, work));
  return { outcomes, busy };
}

/** Takes the lock of the evening's row away; so many count the seats before anybody takes one. */
function withoutLock(together: number): void {
  const evenings = application.nest.get(Evenings);
  vi.spyOn(evenings, 'lock').mockImplementation((db, id) => evenings.byId(id, db));
  const attendees = application.nest.get(AttendeeRepository);
  const headCount = attendees.headCount.bind(attendees);
  const allCounted = barrier(together);
  vi.spyOn(attendees, 'headCount').mockImplementation(async (...asked) => {
    const counted = await headCount(...asked);
    await allCounted();
    return counted;
  });
}

describe('a crowd at the form (T6)', () => {
  const EXACT = {
    counts: { confirmed: CROWD.seats, waiting: CROWD.waiting },
    refused: CROWD.people - CROWD.seats - CROWD.waiting,
  };

  async function play(hands?: number) {
    const { id, path } = await evening(CROWD.seats);
    const { outcomes, busy } = await crowd(path, CROWD.people, hands);
    const refused = outcomes.filter((outcome) => outcome === 'evening-full').length;
    return { counts: await counts(id), refused, busy };
  }

  it('at the same instant gives exactly the seats and the places of the waitlist', async () => {
    for (let round = 0; round < ROUNDS; round += 1) expect(await play()).toMatchObject(EXACT);
  });

  it('ten at a time too, and then nobody is asked to wait', async () => {
    expect(await play(10)).toEqual({ ...EXACT, busy: 0 });
  });

  it('oversells without the lock: the negative control', async () => {
    withoutLock(2);
    const { id, path } = await evening(1);
    await crowd(path, 2);
    expect(await counts(id)).toEqual({ confirmed: 2, waiting: 0 });
  });
});

describe('the queue (T7)', () => {
  async function full(capacity: number, waiting: number) {
    const { id, path } = await evening(capacity);
    const seated: string[] = [];
    const queue: string[] = [];
    for (let index = 0; index < capacity; index += 1) seated.push(await fixtures.registration(id));
    for (let index = 0; index < waiting; index += 1)
      queue.push(await fixtures.registration(id, { state: 'waiting', queue_number: 1000 + index }));
    return { id, path, seated, queue };
  }

  async function promotions(ids: readonly string[]) {
    return application.db.rows(
      z.object({ id: z.uuid() }),
      `SELECT payload->>'registrationId' AS id FROM graphile_worker._private_jobs
       WHERE payload->>'kind' = 'promoted' AND payload->>'registrationId' = ANY($1)`,
      [ids],
    );
  }

  it('moves up in order, once, never above capacity, while people cancel and organisers press', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id, seated, queue } = await full(8, 10);
      const members = await Promise.all([1, 2, 3].map(() => fixtures.member(organisation, ['organiser'])));
      const leaving = seated.slice(0, 4);
      const cancelling = leaving.map(async (registration) => {
        const phone = await fixtures.attendee(id, registration);
        return phone.post(`/api/me/${registration}/cancellation`);
      });
      const pressing = members.map(({ browser }) =>
        browser.post(`/api/evenings/${id}/registrations/${queue[0]}/moves`, { move: 'promote' }),
      );
      await Promise.all([...cancelling, ...pressing]);
      expect(await counts(id)).toEqual({ confirmed: 8, waiting: 6 });
      const rows = await application.db.rows(
        z.object({ id: z.uuid() }),
        `SELECT id FROM registrations WHERE id = ANY($1) AND state = 'confirmed' ORDER BY queue_number`,
        [queue],
      );
      expect(rows.map((row) => row.id)).toEqual(queue.slice(0, 4));
      const mails = await promotions(queue);
      expect(mails.map((mail) => mail.id).sort()).toEqual(queue.slice(0, 4).sort());
    }
  });

  it('lets a pair at the head wait for two seats, and nobody passes it', async () => {
    const { id, path } = await evening(2);
    const [first, second] = [await fixtures.registration(id), await fixtures.registration(id)];
    const browser = new Browser(application);
    const pair = { companions: [{ kind: 'support', firstName: 'Tuki', lastName: '' }] };
    const waiting = await browser.post(path, registrationForm(pair));
    const single = await browser.post(path, registrationForm());
    expect([waiting.body.state, waiting.body.seatsBefore]).toEqual(['waiting', 0]);
    expect([single.body.state, single.body.seatsBefore]).toEqual(['waiting', 2]);
    const cancel = async (registration: string) =>
      (await fixtures.attendee(id, registration)).post(`/api/me/${registration}/cancellation`);
    await cancel(first);
    expect(await counts(id)).toEqual({ confirmed: 1, waiting: 3 });
    await cancel(second);
    expect(await counts(id)).toEqual({ confirmed: 2, waiting: 1 });
  });

  it('stops by itself 24 hours before the start; then the organiser gives seats, with a reason past others', async () => {
    const { id } = await evening(1, '2026-11-27T11:00:00Z');
    const seated = await fixtures.registration(id);
    const queue = [
      await fixtures.registration(id, { state: 'waiting', queue_number: 1001 }),
      await fixtures.registration(id, { state: 'waiting', queue_number: 1002 }),
    ];
    await (await fixtures.attendee(id, seated)).post(`/api/me/${seated}/cancellation`);
    expect(await counts(id)).toEqual({ confirmed: 0, waiting: 2 });
    const { browser } = await fixtures.member(organisation, ['organiser']);
    const promote = (registration: string | undefined, reason = '') =>
      browser.post(`/api/evenings/${id}/registrations/${registration}/moves`, { move: 'promote', reason });
    expect((await promote(queue[1])).body).toMatchObject({
      code: 'promotion-reason-missing',
      data: { passed: 1 },
    });
    const given = await promote(queue[1], 'Sovittu puhelimessa');
    expect(given.body).toMatchObject({ state: 'confirmed', agreedHow: 'Sovittu puhelimessa' });
    expect((await promote(queue[0])).body.code).toBe('no-free-seats');
  });

  it('moves up when the organiser adds seats', async () => {
    const { id, queue } = await full(2, 3);
    const { browser } = await fixtures.member(organisation, ['organiser']);
    const changed = await browser.patch(`/api/evenings/${id}`, { capacity: 4 });
    expect(changed.status).toBe(200);
    expect(await counts(id)).toEqual({ confirmed: 4, waiting: 1 });
    expect((await promotions(queue)).length).toBe(2);
  });
});
