import type {
  ClientToServerEvents,
  ServerToClientEvents,
  StreamChange,
  WatchAnswer,
} from '@hillo/contracts/realtime';
import { PROTOCOL_VERSION } from '@hillo/contracts/realtime';
import { Sessions } from '@hillo/server/modules/accounts';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Fixtures } from '../support/fixtures.js';
import type { Browser } from '../support/browser-session.js';

type Phone = Socket<ServerToClientEvents, ClientToServerEvents>;

let application: TestApplication;
let fixtures: Fixtures;
let evening: string;
let registration: string;
let attendee: Browser;
const phones: Phone[] = [];

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterAll(() => application.close());

beforeEach(async () => {
  evening = await fixtures.evening(await fixtures.organisation());
  registration = await fixtures.registration(evening);
  attendee = await fixtures.attendee(evening, registration);
});
afterEach(() => {
  for (const phone of phones.splice(0)) phone.disconnect();
});

function open(cookie: string, options: { protocol?: number; origin?: string } = {}): Phone {
  const phone: Phone = io(application.url, {
    transports: ['websocket'],
    reconnection: false,
    auth: { protocol: options.protocol ?? PROTOCOL_VERSION },
    extraHeaders: { cookie, ...(options.origin ? { origin: options.origin } : {}) },
  });
  phones.push(phone);
  return phone;
}

async function connected(cookie: string): Promise<Phone> {
  const phone = open(cookie);
  await new Promise<void>((resolve, reject) => {
    phone.once('connect', resolve);
    phone.once('connect_error', reject);
  });
  return phone;
}

function refusal(phone: Phone): Promise<string> {
  return new Promise((resolve, reject) => {
    phone.once('connect', () => reject(new Error('The socket was let in')));
    phone.once('connect_error', (error) => resolve(error.message));
  });
}

function watch(phone: Phone, stream: unknown): Promise<WatchAnswer> {
  return phone
    .timeout(5_000)
    .emitWithAck('watch', { stream } as Parameters<ClientToServerEvents['watch']>[0]);
}

function nextChange(phone: Phone): Promise<StreamChange> {
  return new Promise((resolve) => phone.once('change', resolve));
}

function change(kind: string): Promise<void> {
  return application.transactions.run(async (db) => db.change(`registration:${registration}`, kind));
}

describe('watching', () => {
  it('delivers changes of the watched stream, in order, with growing revs', async () => {
    const phone = await connected(attendee.cookieHeader);
    expect(await watch(phone, `registration:${registration}`)).toEqual({ ok: true, rev: 0 });
    const seen: StreamChange[] = [];
    phone.on('change', (event) => seen.push(event));
    for (const kind of ['one', 'two', 'three']) await change(kind);
    await expect
      .poll(() => seen.map(({ rev, kind }) => [rev, kind]))
      .toEqual([
        [1, 'one'],
        [2, 'two'],
        [3, 'three'],
      ]);
  });

  it('tells nobody of a change whose transaction failed', async () => {
    const phone = await connected(attendee.cookieHeader);
    await watch(phone, `registration:${registration}`);
    const heard = nextChange(phone);
    await expect(
      application.transactions.run(async (db) => {
        db.change(`registration:${registration}`, 'lost');
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await application.transactions.run(async (db) => {
      db.change(`registration:${registration}`, 'refused');
      return { ok: false };
    });
    await change('kept');
    expect(await heard).toMatchObject({ rev: 1, kind: 'kept' });
  });

  it('lets a phone that was away fetch what it missed', async () => {
    for (const kind of ['one', 'two', 'three']) await change(kind);
    const reply = await attendee.get(`/api/streams/registration:${registration}?since=1`);
    expect(reply.body.rev).toBe(3);
    expect(reply.body.changes.map((missed: StreamChange) => missed.kind)).toEqual(['two', 'three']);
    await application.db.execute('DELETE FROM stream_changes WHERE stream = $1 AND rev <= 2', [
      `registration:${registration}`,
    ]);
    const pruned = await attendee.get(`/api/streams/registration:${registration}?since=1`);
    expect(pruned.body).toEqual({ rev: 3 });
  });

  it('keeps revs gapless when many transactions change one stream at once', async () => {
    const other = await fixtures.registration(evening);
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        application.transactions.run(async (db) => {
          const names = [`registration:${registration}`, `registration:${other}`] as const;
          // Half of them in the other order: the flush sorts, so they do not deadlock.
          for (const name of index % 2 ? names : names.toReversed()) db.change(name, 'x');
        }),
      ),
    );
    const reply = await attendee.get(`/api/streams/registration:${registration}?since=0`);
    expect(reply.body.changes.map((one: StreamChange) => one.rev)).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    );
  });
});

describe('who is let in (T13, T16)', () => {
  it('refuses a socket without a session, with a wrong one, or of another protocol', async () => {
    expect(await refusal(open(''))).toBe('not-signed-in');
    expect(await refusal(open(`hillo=${'x'.repeat(43)}`))).toBe('not-signed-in');
    expect(await refusal(open(attendee.cookieHeader, { protocol: PROTOCOL_VERSION + 1 }))).toBe('protocol');
  });

  it('refuses a foreign origin', async () => {
    expect(await refusal(open(attendee.cookieHeader, { origin: 'https://elsewhere.example' }))).not.toBe('');
  });

  it('refuses a fifth socket of one phone, door devices aside', async () => {
    for (let count = 0; count < 4; count++) await connected(attendee.cookieHeader);
    expect(await refusal(open(attendee.cookieHeader))).toBe('too-many-sockets');
    const { browser } = await fixtures.device(evening, 'door');
    for (let count = 0; count < 6; count++) await connected(browser.cookieHeader);
  });

  it('lets nobody watch another’s stream, and answers malformed requests', async () => {
    const phone = await connected(attendee.cookieHeader);
    const other = await fixtures.registration(evening);
    expect(await watch(phone, `registration:${other}`)).toEqual({ ok: false, code: 'not-allowed' });
    for (const odd of [null, 7, '', 'registration:', `registration:${registration}:x`, 'nonsense:1', {}])
      expect(await watch(phone, odd)).toEqual({ ok: false, code: 'not-found' });
  });

  it('cuts a session whose right was taken away, and refuses it afterwards (T14, T15)', async () => {
    const phone = await connected(attendee.cookieHeader);
    await watch(phone, `registration:${registration}`);
    const cut = new Promise((resolve) => phone.once('disconnect', resolve));
    const sessions = application.nest.get(Sessions);
    await application.transactions.run((db) => sessions.revoke(db, 'attendee', registration));
    await cut;
    const again = await connected(attendee.cookieHeader);
    expect(await watch(again, `registration:${registration}`)).toEqual({ ok: false, code: 'not-allowed' });
  });
});
