import type { ProblemCode } from '@hillo/contracts/problems';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ProblemError } from '../../client/src/lib/http/problem-error.js';
import { Outbox } from '../../client/src/lib/offline/outbox/outbox.js';
import { MemoryStore } from '../../client/src/lib/offline/outbox/store.js';
import { SOCKET_OPTIONS, StreamSocket } from '../../client/src/lib/realtime/socket.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { brokenIn } from '../support/invariants.js';
import { Outpost } from '../support/outpost.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const PHONES = FULL ? 40 : 8;
/** People with a network, each of whom scans no more than anybody may in a minute. */
const HOSTS = 2;
const CUTS_MS = FULL ? [30_000, 120_000, 600_000] : [1_000];
/** After the network is back (T18); a busy machine has more, for that no wait is longer than 8.25 s is shown without a clock. */
const HEALED_MS = FULL ? 10_000 : 30_000;

let outpost: Outpost;

beforeAll(async () => {
  outpost = await Outpost.open();
});
afterAll(() => outpost.close());

interface Attendee {
  readonly id: string;
  readonly badge: string;
  /** The same person by a way that is never cut: what the server holds. */
  readonly truth: Browser;
}

/** What an attendee's pages show, as the server gives it to this connection. */
async function stateOf(browser: Browser, id: string): Promise<string> {
  const [card, met] = [
    await browser.get(`/api/me/${id}/card`),
    await browser.get(`/api/me/${id}/encounters`),
  ];
  if (card.status !== 200 || met.status !== 200) throw new Error(`${card.status} ${met.status}`);
  return JSON.stringify([card.body, met.body]);
}

/** A phone as the page is: the client's own outbox and follower of streams, by way of the network that is cut. */
async function aPhone(evening: string, { id }: Attendee) {
  const browser = await outpost.fixtures.attendee(evening, id);
  const shown = { state: await stateOf(browser, id) };
  const read = async () => void (shown.state = await stateOf(browser, id));
  const stream = `registration:${id}` as const;
  const socket = io(outpost.url, {
    ...SOCKET_OPTIONS,
    transports: ['websocket'],
    extraHeaders: { cookie: browser.cookieHeader },
  });
  const stop = new StreamSocket(() => Promise.resolve(socket)).watch(stream, 0, {
    // A read that fails is made up for by the next reconnection.
    onChange: () => void read().catch(() => undefined),
    onResync: async () => {
      const { rev } = (await browser.get(`/api/streams/${stream}`)).body;
      await read();
      return Number(rev);
    },
  });
  const box = new Outbox({
    store: new MemoryStore(),
    send: async ({ body, operationId }) => {
      const key = { 'idempotency-key': operationId };
      const reply = await browser.post(`/api/me/${id}/encounters`, body, key).catch(() => undefined);
      if (!reply) throw new ProblemError('network-failure', 0);
      if (reply.status >= 400) throw new ProblemError(reply.body.code as ProblemCode, reply.status);
      return reply.body;
    },
    alone: (round) => round(),
    tabs: { changed: () => undefined, listen: () => undefined },
    patienceMs: 0,
    now: () => new Date(),
    random: Math.random,
    later: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  });
  const meet = (other: Attendee) =>
    box.add({
      scope: `registration:${id}`,
      route: 'POST /api/me/:registration/encounters',
      params: { registration: id },
      body: { who: { by: 'badge', token: other.badge } },
    });
  return { shown, box, meet, socket, end: () => (stop(), socket.disconnect()) };
}

async function attendees(evening: string, door: Browser, count: number): Promise<readonly Attendee[]> {
  const { fixtures, tokens, server, pool } = outpost;
  const straight = new Fixtures({
    url: server.url,
    tokens,
    clock: { now: () => new Date() },
    db: { execute: async (sql, values = []) => (await pool.query(sql, [...values])).rowCount ?? 0 },
  });
  const made: Attendee[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = await fixtures.registration(evening, { sector: n % 2 ? 'company' : 'association' });
    const who = { by: 'registration', id };
    await door.post(`/api/evenings/${evening}/door/check-ins`, { who, admit: null });
    made.push({ id, badge: tokens.derive('badge', id, 1), truth: await straight.attendee(evening, id) });
  }
  return made;
}

it.each(CUTS_MS)(
  `after %i ms without network each of ${PHONES} phones shows what the server holds (T18)`,
  async (cutMs) => {
    const { id: evening, door } = await outpost.evening();
    const everybody = await attendees(evening, door, PHONES + HOSTS);
    const [hosts, people] = [everybody.slice(0, HOSTS), everybody.slice(HOSTS)];
    const phones = await Promise.all(people.map((person) => aPhone(evening, person)));
    await vi.waitFor(() => expect(phones.every(({ socket }) => socket.connected)).toBe(true), 10_000);
    const begun = phones.map(({ shown }) => shown.state);

    outpost.proxy.goAway();
    // Each is met by somebody who has a network, and meets the next one without.
    for (const [n, person] of people.entries()) {
      const host = hosts[n % HOSTS];
      const who = { by: 'badge', token: person.badge };
      expect((await host?.truth.post(`/api/me/${host.id}/encounters`, { who }))?.status).toBe(200);
    }
    for (const [n, phone] of phones.entries()) {
      const other = people[(n + 1) % people.length];
      if (other) expect((await phone.meet(other)).kind).toBe('waiting');
    }
    await new Promise((resolve) => setTimeout(resolve, cutMs));
    expect(phones.map(({ shown }) => shown.state)).toEqual(begun);

    outpost.proxy.heal();
    await vi.waitFor(
      async () => {
        expect(phones.flatMap(({ box }) => box.current().entries)).toEqual([]);
        const held = await Promise.all(people.map(({ id, truth }) => stateOf(truth, id)));
        expect(phones.map(({ shown }) => shown.state)).toEqual(held);
      },
      { timeout: HEALED_MS, interval: 250 },
    );
    const met = await outpost.count('SELECT 1 FROM encounters WHERE evening_id = $1', evening);
    expect(met).toBe(2 * PHONES);
    expect(await brokenIn(outpost.pool)).toEqual([]);
    phones.forEach(({ end }) => end());
  },
  FULL ? 700_000 : 60_000,
);
