import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
} from '@hillo/contracts/realtime';
import { Sessions } from '@hillo/server/modules/accounts';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Fixtures } from '../support/fixtures.js';
import { type OwnRedis, REDIS_IS_HERE, startOwnRedis } from '../support/own-redis.js';

type Phone = Socket<ServerToClientEvents, ClientToServerEvents>;

/** Two processes behind a proxy, as far as sockets are concerned: two applications on one database. */
describe.each(REDIS_IS_HERE ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'])('by %s', (between) => {
  let redis: OwnRedis | undefined;
  let one: TestApplication;
  let other: TestApplication;
  let fixtures: Fixtures;
  let many: Record<string, string>;
  let phone: Phone;
  let evening: string;
  let registration: string;

  async function openPhone(url: string): Promise<Phone> {
    const browser = await fixtures.attendee(evening, registration);
    const opened: Phone = io(url, {
      transports: ['websocket'],
      forceNew: true,
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: { cookie: browser.cookieHeader },
    });
    await opened.timeout(5_000).emitWithAck('watch', { stream: `registration:${registration}` });
    return opened;
  }

  beforeAll(async () => {
    redis = between === 'Redis' ? await startOwnRedis() : undefined;
    many = redis ? { REDIS_URL: redis.url } : { PROCESSES: 'many' };
    one = await startTestApplication(many);
    other = await startTestApplication({ ...many, DATABASE_URL: one.databaseUrl });
    fixtures = new Fixtures(one);
    evening = await fixtures.evening(await fixtures.organisation());
    registration = await fixtures.registration(evening);
    phone = await openPhone(one.url);
  });
  afterAll(async () => {
    phone.disconnect();
    await other.close();
    await one.close();
    await redis?.stop();
  });

  it('a change committed by one process reaches a phone on the other', async () => {
    const heard = new Promise((resolve) => phone.once('change', resolve));
    await other.transactions.run(async (db) => db.change(`registration:${registration}`, 'elsewhere'));
    expect(await heard).toMatchObject({ rev: 1, kind: 'elsewhere' });
  });

  it('ending one process does not cut the phones of another', async () => {
    const third = await startTestApplication({ ...many, DATABASE_URL: one.databaseUrl });
    const its = await openPhone(third.url);
    // It has its connections to the neighbours once it hears one of them.
    const heard = vi.fn<() => void>();
    its.on('change', heard);
    await vi.waitFor(
      async () => {
        await one.transactions.run(async (db) => db.change(`registration:${registration}`, 'hello'));
        expect(heard).toHaveBeenCalled();
      },
      { timeout: 10_000, interval: 50 },
    );
    its.disconnect();
    const cut = vi.fn<() => void>();
    phone.once('disconnect', cut);
    await third.close();
    // What the third said last has come by the time this has come.
    const last = new Promise<void>((resolve) =>
      phone.on('change', ({ kind }) => kind === 'last' && resolve()),
    );
    await other.transactions.run(async (db) => db.change(`registration:${registration}`, 'last'));
    await last;
    expect(cut).not.toHaveBeenCalled();
    phone.off('disconnect', cut);
  });

  // Only Redis can be held still without its processes.
  const stills = between === 'Redis' ? ['Redis stands still'] : [];
  it.each(stills)('phones of the process that made a change hear it while %s', async () => {
    const far = await openPhone(other.url);
    const heard = (who: Phone) => new Promise((resolve) => who.once('change', resolve));
    const [here, there] = [heard(phone), heard(far)];
    const isBack = redis?.away();
    await one.transactions.run(async (db) => db.change(`registration:${registration}`, 'meanwhile'));
    expect(await here).toMatchObject({ kind: 'meanwhile' });
    const cut = new Promise((resolve) => phone.once('disconnect', resolve));
    const sessions = one.nest.get(Sessions);
    await one.transactions.run((db) => sessions.revoke(db, 'attendee', registration));
    await cut;
    isBack?.();
    expect(await there).toMatchObject({ kind: 'meanwhile' });
    far.disconnect();
    phone = await openPhone(one.url);
  });

  it('a right taken away by one process cuts the phone on the other', async () => {
    const cut = new Promise((resolve) => phone.once('disconnect', resolve));
    const sessions = other.nest.get(Sessions);
    await other.transactions.run((db) => sessions.revoke(db, 'attendee', registration));
    await cut;
    expect(phone.connected).toBe(false);
  });
});

it('a Redis that cannot be reached ends the start with a sentence', async () => {
  await expect(startTestApplication({ REDIS_URL: 'redis://127.0.0.1:9' })).rejects.toThrow(
    'The Redis or Valkey of REDIS_URL cannot be reached',
  );
});
