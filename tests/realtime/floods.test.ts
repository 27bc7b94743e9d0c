import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
} from '@hillo/contracts/realtime';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Outpost } from '../support/outpost.js';
import { frame, OPCODE, RawSocket } from '../support/raw-socket.js';
import { residentMiB } from '../support/resident-memory.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const PHONES = FULL ? 296 : 20;
const MESSAGES = FULL ? 100_000 : 10_000;
vi.setConfig({ testTimeout: FULL ? 300_000 : 30_000 });

type Phone = Socket<ServerToClientEvents, ClientToServerEvents>;

let outpost: Outpost;
let evening: Awaited<ReturnType<Outpost['evening']>>;
let stranger: RawSocket;
const phones = new Map<string, Phone>();
/** Changes heard, by registration. */
const heard = new Map<string, number>();

beforeAll(async () => {
  outpost = await Outpost.open();
  evening = await outpost.evening();
  for (let n = 0; n < PHONES; n += 1) {
    const id = await outpost.fixtures.registration(evening.id);
    const { cookieHeader } = await outpost.fixtures.attendee(evening.id, id);
    const phone: Phone = io(outpost.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: { cookie: cookieHeader },
    });
    phone.on('change', () => heard.set(id, (heard.get(id) ?? 0) + 1));
    const { ok } = await phone.emitWithAck('watch', { stream: `registration:${id}` });
    if (!ok) throw new Error('A phone of the evening was refused');
    phones.set(id, phone);
  }
});
afterAll(async () => {
  for (const phone of phones.values()) phone.disconnect();
  await outpost.close();
});

/** Somebody with every right to be here. */
beforeEach(async () => {
  const id = await outpost.fixtures.registration(evening.id);
  const { cookieHeader } = await outpost.fixtures.attendee(evening.id, id);
  stranger = await RawSocket.open(outpost.server.url, { cookie: cookieHeader });
  await stranger.hears(/^0\{/);
  await stranger.text(`40${JSON.stringify({ protocol: PROTOCOL_VERSION })}`);
  await stranger.hears(/^40/);
  heard.clear();
});

/** Everybody is checked in and taken back, and hears of it; a door does no more in a minute than it may. */
async function everybodyHears(): Promise<void> {
  const { fixtures } = outpost;
  const path = `/api/evenings/${evening.id}/door`;
  let door = evening.door;
  for (const [index, id] of [...phones.keys()].entries()) {
    if (index % 100 === 0) door = (await fixtures.device(evening.id, 'door')).browser;
    const done = await door.post(`${path}/check-ins`, { who: { by: 'registration', id }, admit: null });
    const undone = await door.post(`${path}/undone-check-ins`, { registrationId: id });
    expect([done.status, undone.status]).toEqual([200, 200]);
  }
  await expect.poll(() => heard.size, { timeout: 20_000 }).toBe(PHONES);
}

const watch = Buffer.from('42["watch",{"stream":"x"}]');
const ATTACKS: Readonly<Record<string, () => Promise<void>>> = {
  'sends message after message': async () => {
    const hundred = Buffer.concat(Array.from({ length: 100 }, () => frame(OPCODE.text, watch)));
    for (let sent = 0; sent < MESSAGES && stranger.isOpen; sent += 100) await stranger.send(hundred);
  },
  'sends one message of 10 MB': () => stranger.send(frame(OPCODE.text, Buffer.alloc(10_000_000, 'x'))),
  'announces 100,000 attachments': () => stranger.text('45100000-["watch",{"_placeholder":true,"num":0}]'),
  'sends 100,000 fragments of one byte': async () => {
    await stranger.send(frame(OPCODE.text, Buffer.from('4'), false));
    const thousand = Buffer.concat(
      Array.from({ length: 1_000 }, () => frame(OPCODE.continuation, Buffer.from('2'), false)),
    );
    for (let sent = 0; sent < 100 && stranger.isOpen; sent += 1) await stranger.send(thousand);
  },
  'sends what is no packet': () => stranger.text('9["x"]'),
  'sends an event that is no JSON': () => stranger.text('42["watch",{'),
};

describe('one socket of the evening (T12)', () => {
  it.each(Object.keys(ATTACKS))('that %s is cut, and everybody else hears what happens', async (attack) => {
    const before = residentMiB(outpost.server.pid);
    await ATTACKS[attack]?.();
    await stranger.closed;
    await everybodyHears();
    expect([...phones.values()].every(({ connected }) => connected)).toBe(true);
    // Garbage is collected when it is; what stays is what the figure of the plan is about.
    if (FULL && before !== undefined) expect(residentMiB(outpost.server.pid)).toBeLessThan(before + 50);
  });
});

describe('negative control', () => {
  it('a server without the guard reads every message of a flood and keeps the connection', async () => {
    const http = createServer();
    const unguarded = new Server(http, { serveClient: false, maxHttpBufferSize: 16_384 });
    let read = 0;
    unguarded.on('connection', (socket) => void socket.on('watch', () => (read += 1)));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const flood = await RawSocket.open(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
    await flood.hears(/^0\{/);
    await flood.text('40');
    await flood.hears(/^40/);
    const hundred = Buffer.concat(Array.from({ length: 100 }, () => frame(OPCODE.text, watch)));
    for (let sent = 0; sent < 10_000; sent += 100) await flood.send(hundred);
    await expect.poll(() => read).toBe(10_000);
    expect(flood.isOpen).toBe(true);
    flood.close();
    await unguarded.close();
  });
});
