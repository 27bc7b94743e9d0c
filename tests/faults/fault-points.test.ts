import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { FAULT_POINTS } from '@hillo/server/platform/faults';
import { describe, expect, it } from 'vitest';
import { operationId, startTestApplication } from '../support/application.js';
import { Fixtures } from '../support/fixtures.js';
import { insist } from '../support/insist.js';
import { brokenInvariants, brokenIn } from '../support/invariants.js';
import { TEST_KEYS } from '../support/keys.js';
import { Outpost } from '../support/outpost.js';

const SERVER = join(import.meta.dirname, '../../server/dist/main.js');
/** Those that a write passes. */
const OF_A_WRITE = FAULT_POINTS.filter((point) => !point.endsWith('job'));
/** Each death takes two starts: in short, only the one that leaves a write done and nobody told. */
const DEADLY =
  process.env['HILLO_TEST_FULL'] === '1'
    ? OF_A_WRITE
    : OF_A_WRITE.filter((point) => point === 'before-answer');

function checkIn(registration: string) {
  return { who: { by: 'registration', id: registration }, admit: null };
}

describe('a fault by HILLO_FAULT', () => {
  it('is refused in production, with one sentence', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SERVER], {
      encoding: 'utf8',
      env: {
        ...TEST_KEYS,
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        DATABASE_URL: 'postgres://hillo:x@127.0.0.1:9/x',
        PUBLIC_URL: 'https://hillo.example.org',
        SMTP_URL: 'smtp://127.0.0.1:9',
        HILLO_FAULT: 'before-commit:die',
      },
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'HILLO_FAULT breaks the server on purpose, for tests: in production it must not be set.\n',
    );
  });
});

describe('a check-in that breaks', () => {
  it.each(OF_A_WRITE)('at %s happens once when it is asked for again', async (point) => {
    const application = await startTestApplication({ HILLO_FAULT: `${point}:fail` });
    try {
      const fixtures = new Fixtures(application);
      const evening = await fixtures.evening(await fixtures.organisation(), { state: 'running' });
      const { browser: door } = await fixtures.device(evening, 'door');
      const registration = await fixtures.registration(evening);
      const key = { 'idempotency-key': operationId() };
      const send = () => door.post(`/api/evenings/${evening}/door/check-ins`, checkIn(registration), key);
      expect((await send()).status).toBe(500);
      expect(await application.db.execute('SELECT 1 FROM door_acts')).toBe(
        ['before-emit', 'before-answer'].includes(point) ? 1 : 0,
      );
      expect(await send()).toMatchObject({ status: 200, body: { already: false } });
      expect(await application.db.execute('SELECT 1 FROM door_acts')).toBe(1);
      expect(await brokenInvariants(application.db)).toEqual([]);
    } finally {
      await application.close();
    }
  });
});

describe('a server that dies in the middle of a check-in', () => {
  it(`at ${DEADLY.join(', ')}, has each made once when it is back`, async () => {
    const outpost = await Outpost.open({ HILLO_FAULT: `${DEADLY[0]}:die` });
    try {
      const { id: evening, door } = await outpost.evening();
      const path = `/api/evenings/${evening}/door/check-ins`;
      const asked: (() => ReturnType<typeof door.post>)[] = [];
      for (const [index] of DEADLY.entries()) {
        const registration = await outpost.fixtures.registration(evening);
        const key = { 'idempotency-key': operationId() };
        const send = () => door.post(path, checkIn(registration), key);
        asked.push(send);
        await expect(send()).rejects.toThrow('fetch failed');
        await outpost.server.ended;
        const next = DEADLY[index + 1];
        await outpost.startAgain(next ? { HILLO_FAULT: `${next}:die` } : {});
      }
      for (const send of asked) {
        const reply = await insist(send);
        expect(reply).toMatchObject({
          status: 200,
          body: { already: false, person: { last: { byYou: true } } },
        });
      }
      expect(await outpost.count('SELECT 1 FROM door_acts')).toBe(DEADLY.length);
      // Who was not told of a change fetches it.
      const missed = await door.get(`/api/streams/door:${evening}?since=0`);
      expect(missed.body.changes.length).toBeGreaterThanOrEqual(DEADLY.length);
      expect(await brokenIn(outpost.pool)).toEqual([]);
    } finally {
      await outpost.close();
    }
  }, 60_000);
});
