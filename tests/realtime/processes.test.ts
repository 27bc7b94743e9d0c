import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
} from '@hillo/contracts/realtime';
import { Sessions } from '@hillo/server/modules/accounts';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Fixtures } from '../support/fixtures.js';
import { type OwnRedis, REDIS_IS_HERE, startOwnRedis } from '../support/own-redis.js';

/** Two processes behind a proxy, as far as sockets are concerned: two applications on one database. */
describe.each(REDIS_IS_HERE ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'])('by %s', (between) => {
  let redis: OwnRedis | undefined;
  let one: TestApplication;
  let other: TestApplication;
  let phone: Socket<ServerToClientEvents, ClientToServerEvents>;
  let registration: string;

  beforeAll(async () => {
    redis = between === 'Redis' ? await startOwnRedis() : undefined;
    const many: Record<string, string> = redis ? { REDIS_URL: redis.url } : { PROCESSES: 'many' };
    one = await startTestApplication(many);
    other = await startTestApplication({ ...many, DATABASE_URL: one.databaseUrl });
    const fixtures = new Fixtures(one);
    const evening = await fixtures.evening(await fixtures.organisation());
    registration = await fixtures.registration(evening);
    const browser = await fixtures.attendee(evening, registration);
    phone = io(one.url, {
      transports: ['websocket'],
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: { cookie: browser.cookieHeader },
    });
    await phone.timeout(5_000).emitWithAck('watch', { stream: `registration:${registration}` });
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
