import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION } from '@hillo/contracts/realtime';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { SOCKET_OPTIONS, StreamSocket } from '../../client/src/lib/realtime/socket.js';
import type { Browser } from '../support/browser-session.js';
import { cloneTemplate } from '../support/database.js';
import { insist } from '../support/insist.js';
import { brokenIn } from '../support/invariants.js';
import { Outpost } from '../support/outpost.js';
import { type OwnPostgres, startOwnPostgres } from '../support/own-postgres.js';
import { type OwnRedis, REDIS_IS_HERE, startOwnRedis } from '../support/own-redis.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
/** At each of the two processes. */
const PHONES = FULL ? 40 : 4;
const CUT_MS = FULL ? 10_000 : 500;
/** Two heartbeats: what was missed while nobody could be told is noticed by then. */
const HEALED = { timeout: 40_000, interval: 250 };
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

/** A phone as the page is, with the client's own follower of streams; it shows the votes of each question. */
async function aPhone(outpost: Outpost, evening: string, id: string) {
  const browser = await outpost.fixtures.attendee(evening, id);
  const shown = { votes: new Map<string, number>() };
  const read = async () => {
    const { status, body } = await browser.get(`/api/evenings/${evening}/panel`);
    if (status !== 200) throw new Error(`The list was ${status}`);
    shown.votes = votesIn(body.questions);
    return Number(body.rev);
  };
  const heard: string[] = [];
  const socket = io(outpost.url, {
    ...SOCKET_OPTIONS,
    ...(FULL ? {} : { reconnectionDelay: 200, reconnectionDelayMax: 1_000 }),
    transports: ['websocket'],
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie: browser.cookieHeader },
  });
  const stop = new StreamSocket(() => Promise.resolve(socket)).watch(`panel:${evening}`, await read(), {
    onChange: ({ kind, payload }) => {
      heard.push(kind);
      if (kind !== 'votes') void read().catch(() => undefined);
      else for (const [id, votes] of Object.entries(payload as object)) shown.votes.set(id, Number(votes));
    },
    onResync: read,
  });
  if (!socket.connected) await new Promise<void>((resolve) => socket.once('connect', resolve));
  await new Promise(setImmediate);
  // Answered after the follower's own: from now on it is told of changes.
  await socket.emitWithAck('watch', { stream: `panel:${evening}` });
  const vote = async (question: string) => {
    const key = { 'idempotency-key': randomUUID() };
    const reply = await insist(() => browser.put(`/api/me/${id}/votes/${question}`, {}, key));
    expect(reply.status).toBe(200);
  };
  return { id, shown, heard, socket, vote, end: () => (stop(), socket.disconnect()) };
}

/** People who are in the room. */
async function people({ fixtures }: Outpost, evening: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count)
    ids.push(
      await fixtures.registration(evening, {
        checked_in_at: new Date(),
        checked_in_by: 'test',
        plays: false,
      }),
    );
  return ids;
}

function votesIn(questions: readonly { readonly id: string; readonly votes: number }[]): Map<string, number> {
  return new Map(questions.map(({ id, votes }) => [id, votes]));
}

async function ask(host: Browser, evening: string, text: string): Promise<string> {
  const path = `/api/evenings/${evening}/questions`;
  const { id } = (await host.post(path, { text, source: 'card' })).body;
  expect((await host.post(`${path}/${id}/moves`, { move: 'approve', version: 0 })).status).toBe(200);
  return id;
}

/** Both side by side: each mostly waits. */
describe.concurrent.each(REDIS_IS_HERE ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'])(
  'two processes by %s',
  (between) => {
    let postgres: OwnPostgres | undefined;
    let redis: OwnRedis | undefined;
    let one: Outpost;
    let other: Outpost;
    let many: Record<string, string>;

    beforeAll(async () => {
      redis = between === 'Redis' ? await startOwnRedis() : undefined;
      // Only a database that is restarted has to be of its own.
      postgres = redis ? undefined : await startOwnPostgres();
      const url = postgres?.url ?? (await cloneTemplate(inject('postgresUrl')));
      many = redis ? { REDIS_URL: redis.url } : { PROCESSES: 'many' };
      const database = { direct: url, ofServer: url };
      [one, other] = await Promise.all([Outpost.open(many, database), Outpost.open(many, database)]);
    });
    afterAll(async () => {
      await Promise.all([one.close(), other.close()]);
      await Promise.all([redis?.stop(), postgres?.stop()]);
    });

    it('cut, killed and restarted: no phone stays behind and no vote is lost', async () => {
      const { id: evening } = await one.evening();
      const { browser: host } = await one.fixtures.device(evening, 'host');
      const questions = [];
      for (const text of ['Yksi?', 'Kaksi?', 'Kolme?', 'Neljä?', 'Viisi?'])
        questions.push(await ask(host, evening, text));
      const [first = '', second = '', third = '', fourth = '', fifth = ''] = questions;
      const ids = await people(one, evening, 2 * PHONES);
      const phones = await Promise.all(ids.map((id, n) => aPhone(n % 2 === 0 ? one : other, evening, id)));
      const everybodyVotes = (question: string) => Promise.all(phones.map(({ vote }) => vote(question)));
      const everybodyShows = (question: string) =>
        vi.waitFor(
          () =>
            expect(phones.map(({ shown }) => shown.votes.get(question))).toEqual(
              phones.map(() => phones.length),
            ),
          HEALED,
        );

      await everybodyVotes(first);
      await everybodyShows(first);
      // All of it came over the wire, also what the other process counted.
      expect(phones.every(({ heard }) => heard.includes('votes'))).toBe(true);

      for (const { proxy } of [one, other]) proxy.goAway();
      const voting = everybodyVotes(second);
      await new Promise((resolve) => setTimeout(resolve, CUT_MS));
      for (const { proxy } of [one, other]) proxy.heal();
      await voting;
      await everybodyShows(second);

      // The other process ends as soon as it has answered; its phones find the one that is left.
      await everybodyVotes(third);
      await other.server.kill();
      other.proxy.turnTo(one.server.url);
      await everybodyShows(third);

      await other.startAgain(many);
      other.proxy.cut();
      await Promise.all([everybodyVotes(fourth), redis?.restart(), postgres?.restart('immediate')]);
      await everybodyShows(fourth);

      // Neighbours find each other again: what is committed by one is heard at the other, before any heartbeat tells of it.
      let isModerated = true;
      await vi.waitFor(async () => {
        isModerated = !isModerated;
        await host.patch(`/api/evenings/${evening}/panel`, { isModerated });
        expect(phones.every(({ heard }) => heard.includes('panel'))).toBe(true);
      }, HEALED);

      await everybodyVotes(fifth);
      await everybodyShows(fifth);
      const { rows } = await one.pool.query(
        'SELECT question_id AS id, count(*)::int AS votes FROM question_votes GROUP BY question_id',
      );
      expect(votesIn(rows)).toEqual(new Map(questions.map((id) => [id, phones.length])));
      for (const { shown } of phones)
        expect([...shown.votes].sort()).toEqual(questions.map((id) => [id, phones.length]).sort());
      expect(await brokenIn(one.pool)).toEqual([]);
      for (const { end } of phones) end();
    });
  },
);

/** Half a minute of waiting for a heartbeat. */
const inFull = FULL ? ['do not hear each other'] : [];

it.each(inFull)('negative control: processes that %s leave the phones of the other behind', async () => {
  const postgres = await startOwnPostgres();
  const database = { direct: postgres.url, ofServer: postgres.url };
  const [one, other] = [await Outpost.open({}, database), await Outpost.open({}, database)];
  try {
    const { id: evening } = await one.evening();
    const { browser: host } = await one.fixtures.device(evening, 'host');
    const question = await ask(host, evening, 'Yksi?');
    const [me = '', you = ''] = await people(one, evening, 2);
    const [here, there] = [await aPhone(one, evening, me), await aPhone(other, evening, you)];
    const beat = new Promise((resolve) => there.socket.once('heartbeat', resolve));
    await here.vote(question);
    await vi.waitFor(() => expect(here.heard).toContain('votes'), HEALED);
    // The database says where the stream is; nothing else did.
    await beat;
    expect(there.heard).toEqual([]);
    for (const { end } of [here, there]) end();
  } finally {
    await other.close();
    await one.close();
    await postgres.stop();
  }
});
