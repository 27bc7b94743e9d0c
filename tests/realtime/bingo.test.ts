import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
  type StreamChange,
  type StreamName,
} from '@hillo/contracts/realtime';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { type Guest, Room, scan } from '../support/room.js';

type Phone = Socket<ServerToClientEvents, ClientToServerEvents>;

let application: TestApplication;
let room: Room;
const phones: Phone[] = [];

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
});
afterAll(() => application.close());
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

const own = (guest: Guest) => watching(guest.phone, `registration:${guest.id}`);
const kinds = (heard: readonly StreamChange[]) => heard.map(({ kind }) => kind);

it('the scanned person is offered a square live; both hear of notes, sharing and removal, by ids only', async () => {
  const [a, b] = [await room.guest('association'), await room.guest('state')];
  const [first, second] = [await own(a), await own(b)];
  const encounter = (await scan(a, b, 0)).body.encounter.id;
  await vi.waitFor(() => expect(kinds(second.heard)).toEqual(['offer']));
  await vi.waitFor(() => expect(kinds(first.heard)).toEqual(['encounter', 'card']));
  const path = (guest: Guest, rest = '') => `/api/me/${guest.id}/encounters/${encounter}${rest}`;
  await b.phone.post(path(b, '/mark'), { square: 0 });
  await a.phone.put(path(a, '/note'), { agreed: 'Yhteinen ilta' });
  await b.phone.put(path(b, '/sharing'), { fields: ['email'], audience: 'person' });
  await b.phone.delete(path(b));
  await vi.waitFor(() =>
    expect(kinds(second.heard)).toEqual(['offer', 'card', 'note', 'sharing', 'encounter-removed']),
  );
  await vi.waitFor(() =>
    expect(kinds(first.heard)).toEqual(['encounter', 'card', 'note', 'sharing', 'encounter-removed']),
  );
  for (const { heard } of [first, second]) {
    expect(heard.map(({ rev }) => rev)).toEqual(heard.map((_, index) => heard[0]!.rev + index));
    for (const { payload } of heard) expect(payload).toEqual({ encounterId: encounter });
  }
});

it('a scan that changed nothing says nothing, and a stranger may not watch', async () => {
  const [a, b, stranger] = [await room.guest(), await room.guest(), await room.guest()];
  await scan(a, b);
  const { heard } = await own(b);
  await scan(a, b);
  expect((await watching(stranger.phone, `registration:${b.id}`)).answer).toMatchObject({ ok: false });
  expect(heard).toEqual([]);
});

it('the pulse ticks once for many scans, for the organiser and the host, never for attendees', async () => {
  const evening = await room.another();
  const organiser = (await evening.fixtures.member(evening.organisationId, ['organiser'])).browser;
  const pulse: StreamName = `pulse:${evening.eveningId}`;
  const { heard, answer } = await watching(organiser, pulse);
  expect(answer).toEqual({ ok: true, rev: 0 });
  const people = [await evening.guest(), await evening.guest(), await evening.guest()];
  expect((await watching(people[0]!.phone, pulse)).answer).toMatchObject({ ok: false });
  await scan(people[0]!, people[1]!, 4);
  await scan(people[1]!, people[2]!, 4);
  await scan(people[2]!, people[0]!, 4);
  await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 5_000 });
  const { body } = await organiser.get(`/api/evenings/${evening.eveningId}/pulse`);
  expect(body).toMatchObject({ rev: 1, encounters: 3, marks: 3 });
});
