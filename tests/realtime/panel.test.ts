import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
  type StreamChange,
  type StreamName,
} from '@hillo/contracts/realtime';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { StreamAccess } from '@hillo/server/platform/realtime';
import { VoteRepository } from '../../server/src/modules/panel/data/vote-repository.js';
import { PanelTicker } from '../../server/src/modules/panel/use-cases/panel-ticker.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { type Guest, Room } from '../support/room.js';

/** For a machine that does other things too. */
const PATIENCE = { timeout: 10_000 };

type Phone = Socket<ServerToClientEvents, ClientToServerEvents>;

let application: TestApplication;
let room: Room;
let host: Browser;
let aino: Guest;
let veikko: Guest;
const phones: Phone[] = [];

beforeAll(async () => {
  application = await startTestApplication();
});
afterAll(() => application.close());
beforeEach(async () => {
  room = room ? await room.another() : await Room.open(application);
  host = (await room.fixtures.device(room.eveningId, 'host')).browser;
  [aino, veikko] = [await room.guest('association', { first_name: 'Aino' }), await room.guest()];
});
afterEach(() => {
  for (const phone of phones.splice(0)) phone.disconnect();
});

async function watching(browser: Browser, stream: StreamName) {
  const phone: Phone = io(application.url, {
    transports: ['websocket'],
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie: browser.cookieHeader },
  });
  phones.push(phone);
  const heard: StreamChange[] = [];
  phone.on('change', (change) => heard.push(change));
  const answer = await phone.timeout(5_000).emitWithAck('watch', { stream });
  return { heard, answer };
}

const panel = (): StreamName => `panel:${room.eveningId}`;
const desk = (): StreamName => `panel-desk:${room.eveningId}`;
const path = (rest: string) => `/api/evenings/${room.eveningId}/${rest}`;

async function asked(guest: Guest, text: string, more: object = {}): Promise<string> {
  application.clock.advance(20_000);
  return (await guest.phone.post(`/api/me/${guest.id}/questions`, { text, ...more })).body.id;
}

async function move(id: string, how: string, version: number, more: object = {}): Promise<void> {
  const reply = await host.post(path(`questions/${id}/moves`), { move: how, version, ...more });
  expect(reply.status).toBe(200);
}

/** What has come by the time a mark that was made last has come: the streams keep their order. */
async function until(heard: readonly StreamChange[], kind: string): Promise<readonly StreamChange[]> {
  await vi.waitFor(() => expect(heard.map((change) => change.kind)).toContain(kind), PATIENCE);
  return heard;
}

it('a phone hears of what everybody sees, with its words, and of nothing else', async () => {
  const phone = await watching(veikko.phone, panel());
  const table = await watching(host, desk());
  const id = await asked(aino, 'Kuka tulee mukaan?', { withName: true });
  await asked(aino, 'Tätä ei näytetä');
  await move(id, 'approve', 0);
  await move(id, 'hide', 1, { reason: 'other' });
  const heard = await until(phone.heard, 'gone');
  expect(heard).toMatchObject([
    { rev: 1, kind: 'question', payload: { questionId: id }, live: { text: 'Kuka tulee mukaan?' } },
    { rev: 2, kind: 'gone', payload: { questionId: id } },
  ]);
  await vi.waitFor(() => expect(table.heard).toHaveLength(4), PATIENCE);
  // Those who moderate fetch: nothing that waits rides along.
  expect(table.heard.every(({ live }) => live === undefined)).toBe(true);
});

it('the words of a question are told once: who catches up later fetches the list', async () => {
  const id = await asked(aino, 'Kuka tulee mukaan?');
  await move(id, 'approve', 0);
  const { body } = await veikko.phone.get(`/api/streams/${panel()}?since=0`);
  expect(body.changes).toEqual([{ rev: 1, kind: 'question', payload: { questionId: id } }]);
});

it('the desk is closed to phones, and both to people of another evening (T14, T15)', async () => {
  const elsewhere = await room.another();
  const stranger = await elsewhere.guest();
  const { browser: otherHost } = await elsewhere.fixtures.device(elsewhere.eveningId, 'host');
  const { browser: door } = await room.fixtures.device(room.eveningId, 'door');
  for (const [browser, stream] of [
    [veikko.phone, desk()],
    [stranger.phone, panel()],
    [otherHost, desk()],
    [otherHost, panel()],
    [door, panel()],
  ] as const) {
    const { answer, heard } = await watching(browser, stream);
    expect(answer.ok).toBe(false);
    expect(heard).toEqual([]);
  }
});

it('the asker is told on the own stream, by the id only', async () => {
  const own = await watching(aino.phone, `registration:${aino.id}`);
  const id = await asked(aino, 'Kuka tulee mukaan?');
  await move(id, 'answer', 0, { answer: 'Me kaikki.' });
  await vi.waitFor(() => expect(own.heard).toHaveLength(2), PATIENCE);
  expect(own.heard[1]).toEqual({
    stream: `registration:${aino.id}`,
    rev: 2,
    kind: 'question',
    payload: { questionId: id },
  });
});

it('votes that come close together are one message of the changed counts', async () => {
  const [one, two] = [await asked(aino, 'Yksi?'), await asked(veikko, 'Kaksi?')];
  for (const id of [one, two]) await move(id, 'approve', 0);
  const voters = await Promise.all([1, 2, 3].map(() => room.guest()));
  for (const voter of voters)
    await room.fixtures.insert('question_votes', { question_id: one, registration_id: voter.id });
  const streams = [await watching(veikko.phone, panel()), await watching(host, desk())];
  // Five hundred in one turn of the loop, as between two ticks.
  const ticker = application.nest.get(PanelTicker);
  for (let vote = 0; vote < 500; vote++) ticker.touch(room.eveningId, one);
  for (const { heard } of streams) {
    await until(heard, 'votes');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ kind: 'votes', payload: { [one]: 3 } });
    expect(Object.keys(heard[0]?.payload as object)).toEqual([one]);
  }
});

it('the last count that is told is that of the table, however votes come', async () => {
  const id = await asked(aino, 'Yksi?');
  await move(id, 'approve', 0);
  const phone = await watching(veikko.phone, panel());
  const table = await watching(host, desk());
  const voters = await Promise.all(Array.from({ length: 12 }, () => room.guest()));
  await Promise.all(
    voters.map(async (voter, index) => {
      const vote = `/api/me/${voter.id}/votes/${id}`;
      await voter.phone.put(vote, {});
      if (index % 3 === 0) await voter.phone.delete(vote);
    }),
  );
  for (const { heard } of [phone, table])
    await vi.waitFor(
      () => expect(heard.at(-1)).toMatchObject({ kind: 'votes', payload: { [id]: 8 } }),
      PATIENCE,
    );
  expect((await veikko.phone.get(path('panel'))).body.questions).toMatchObject([{ votes: 8 }]);
});

it('a vote whose process ended before it told it is told before the next heartbeat', async () => {
  const id = await asked(aino, 'Yksi?');
  await move(id, 'approve', 0);
  const streams = [await watching(veikko.phone, panel()), await watching(host, desk())];
  await room.fixtures.insert('question_votes', { question_id: id, registration_id: veikko.id });
  const access = application.nest.get(StreamAccess);
  await access.catchUp([panel()]);
  for (const { heard } of streams) {
    await until(heard, 'votes');
    expect(heard).toMatchObject([{ kind: 'votes', payload: { [id]: 1 } }]);
  }
  // What was told is not told again.
  const told = vi.spyOn(application.nest.get(PanelTicker), 'touch');
  await access.catchUp([panel(), desk()]);
  expect(told).not.toHaveBeenCalled();
  told.mockRestore();
});

it('a count that could not be told is told again', async () => {
  const id = await asked(aino, 'Yksi?');
  await move(id, 'approve', 0);
  const phone = await watching(veikko.phone, panel());
  const votes = application.nest.get(VoteRepository);
  const counts = votes.counts.bind(votes);
  const away = Promise.reject(new Error('the database is away'));
  away.catch(() => undefined);
  let failures = 0;
  // Once, for what phones are told: they see no question that waits.
  const broken = vi
    .spyOn(votes, 'counts')
    .mockImplementation((ids, states, db) =>
      !states.includes('waiting') && failures++ === 0 ? away : counts(ids, states, db),
    );
  await room.fixtures.insert('question_votes', { question_id: id, registration_id: veikko.id });
  application.nest.get(PanelTicker).touch(room.eveningId, id);
  const heard = await until(phone.heard, 'votes');
  expect(heard.at(-1)).toMatchObject({ kind: 'votes', payload: { [id]: 1 } });
  expect(failures).toBe(2);
  broken.mockRestore();
});
