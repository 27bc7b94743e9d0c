import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
  type StreamChange,
  type StreamName,
} from '@hillo/contracts/realtime';
import { PulseTicker } from '@hillo/server/modules/pulse';
import { StreamAccess } from '@hillo/server/platform/realtime';
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

it('the pulse ticks once for many scans and carries the picture, which names nobody', async () => {
  const evening = await room.another();
  const organiser = (await evening.fixtures.member(evening.organisationId, ['organiser'])).browser;
  const stream: StreamName = `pulse:${evening.eveningId}`;
  const people: Guest[] = [];
  for (const sector of ['state', 'state', 'association', 'association', 'parish'] as const)
    people.push(await evening.guest(sector));
  const stranger = await room.guest();
  expect((await watching(stranger.phone, stream)).answer).toMatchObject({ ok: false });
  const [desk, phone] = [await watching(organiser, stream), await watching(people[0]!.phone, stream)];
  await scan(people[0]!, people[2]!, 4);
  await scan(people[1]!, people[2]!, 4);
  await scan(people[3]!, people[0]!, 4);
  const total = () =>
    (phone.heard.at(-1)?.live as { meetings?: { total: number } } | undefined)?.meetings?.total;
  await vi.waitFor(() => expect(total()).toBe(3), { timeout: 15_000 });
  await vi.waitFor(() => expect(desk.heard).toEqual(phone.heard));
  const { body } = await organiser.get(`/api/evenings/${evening.eveningId}/pulse`);
  expect(body).toMatchObject({ encounters: 3, marks: 3 });
  const { body: snapshot } = await people[4]!.phone.get(`/api/evenings/${evening.eveningId}/pulse/room`);
  expect({ rev: phone.heard.at(-1)!.rev, ...(phone.heard.at(-1)!.live as object) }).toEqual(snapshot);
  for (const { payload } of phone.heard) expect(payload).toEqual({});
  expect(JSON.stringify(phone.heard.map(({ live }) => live))).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);

  const before = phone.heard.length;
  for (let scans = 0; scans < 200; scans += 1) application.nest.get(PulseTicker).touch(evening.eveningId);
  await vi.waitFor(() => expect(phone.heard.length).toBe(before + 1), { timeout: 15_000 });
});

it('the pulse tells before the next heartbeat what a process took along when it ended', async () => {
  const evening = await room.another();
  const stream: StreamName = `pulse:${evening.eveningId}`;
  const { heard } = await watching((await evening.guest()).phone, stream);
  const streams = application.nest.get(StreamAccess);
  application.nest.get(PulseTicker).touch(evening.eveningId);
  await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 15_000 });
  await streams.catchUp([stream]);
  // As if by another process that could not tell.
  const absent = await evening.absent();
  await application.db.execute('UPDATE registrations SET checked_in_at = $2 WHERE id = $1', [
    absent.id,
    application.clock.now(),
  ]);
  await streams.catchUp([stream]);
  await vi.waitFor(() => expect(heard.at(-1)?.live).toMatchObject({ people: [0, 0] }), { timeout: 15_000 });
});
