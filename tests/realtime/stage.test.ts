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
import { Room } from '../support/room.js';

/** For a machine that does other things too. */
const PATIENCE = { timeout: 10_000 };

type Phone = Socket<ServerToClientEvents, ClientToServerEvents>;

let application: TestApplication;
let room: Room;
let host: Browser;
const phones: Phone[] = [];

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
  host = (await room.fixtures.device(room.eveningId, 'host')).browser;
});
afterEach(() => {
  for (const phone of phones.splice(0)) phone.disconnect();
});
afterAll(() => application.close());

async function watching(browser: Browser, evening = room.eveningId) {
  const phone: Phone = io(application.url, {
    transports: ['websocket'],
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie: browser.cookieHeader },
  });
  phones.push(phone);
  const heard: StreamChange[] = [];
  phone.on('change', (change) => heard.push(change));
  const stream: StreamName = `stage:${evening}`;
  const answer = await phone.timeout(5_000).emitWithAck('watch', { stream });
  return { heard, answer };
}

async function show(browser: Browser, evening: string, scene: object) {
  const path = `/api/evenings/${evening}/stage`;
  const { version } = (await browser.get(path)).body;
  return (await browser.put(`${path}/scene`, { version, scene })).body;
}

it('a phone hears which scene is shown with the change itself, and only the version of it is kept', async () => {
  const guest = await room.guest();
  const { heard, answer } = await watching(guest.phone);
  expect(answer.ok).toBe(true);
  const { rev, version } = await show(host, room.eveningId, { scene: 'questions' });
  await vi.waitFor(() => expect(heard).toHaveLength(1), PATIENCE);
  expect(heard[0]).toEqual({
    stream: `stage:${room.eveningId}`,
    rev,
    kind: 'scene',
    payload: { version },
    live: { version, scene: { scene: 'questions' }, block: null, isRunning: true },
  });
});

it('the stage of another evening is refused, and nothing of it is heard (T14)', async () => {
  const other = await room.another();
  const otherHost = (await room.fixtures.device(other.eveningId, 'host')).browser;
  const stranger = (await other.guest()).phone;
  expect((await watching(stranger)).answer).toMatchObject({ ok: false });
  expect((await watching(await room.fixtures.browser())).answer).toMatchObject({ ok: false });
  const { heard } = await watching(stranger, other.eveningId);
  await show(host, room.eveningId, { scene: 'pulse' });
  await show(otherHost, other.eveningId, { scene: 'thanks' });
  await vi.waitFor(() => expect(heard).toHaveLength(1), PATIENCE);
  expect(heard[0]?.stream).toBe(`stage:${other.eveningId}`);
});
