import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { operationId } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { cloneTemplate } from '../support/database.js';
import { insist } from '../support/insist.js';
import { brokenIn } from '../support/invariants.js';
import { Outpost } from '../support/outpost.js';
import { type OwnPostgres, type RestartMode, startOwnPostgres } from '../support/own-postgres.js';
import { registrationForm } from '../support/registration-form.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const WRITERS = 20;
/** Acknowledged writes before, between and after two restarts. */
const BETWEEN = FULL ? 400 : 60;

describe('PostgreSQL restarted under 20 writers (T20)', () => {
  let postgres: OwnPostgres;
  let outpost: Outpost;
  beforeAll(async () => {
    postgres = await startOwnPostgres();
    outpost = await Outpost.open({}, { direct: postgres.url, ofServer: postgres.url });
  });
  afterAll(async () => {
    await outpost.close();
    await postgres.stop();
  });

  it(
    'loses no acknowledged write and doubles none, and the server lives',
    async ({ annotate }) => {
      const { id: evening, organisation } = await outpost.evening();
      const doors: Browser[] = [];
      for (let n = 0; n < WRITERS; n += 1)
        doors.push((await outpost.fixtures.device(evening, 'door')).browser);
      const people: string[] = [];
      for (let n = 0; n < 3 * BETWEEN + 4 * WRITERS; n += 1)
        people.push(await outpost.fixtures.registration(evening));

      const acknowledged: string[] = [];
      const write = async (door: Browser) => {
        for (let id = people.pop(); id !== undefined; id = people.pop()) {
          const body = { who: { by: 'registration', id }, admit: null };
          const key = { 'idempotency-key': operationId() };
          const reply = await insist(() => door.post(`/api/evenings/${evening}/door/check-ins`, body, key));
          expect(reply.body).toMatchObject({ already: false });
          acknowledged.push(id);
        }
      };
      const writers = doors.map(write);
      const more = async () => {
        const enough = acknowledged.length + BETWEEN;
        while (acknowledged.length < enough) await sleep(5);
      };
      const restart = async (mode: RestartMode) => {
        await postgres.restart(mode);
        const began = performance.now();
        const before = acknowledged.length;
        while (acknowledged.length === before) await sleep(5);
        const after = Math.round(performance.now() - began);
        await annotate(`the first write after a restart (${mode}): ${after} ms after it answered`);
      };
      await more();
      await restart('fast');
      await more();
      await restart('immediate');
      await more();
      people.length = 0;
      await Promise.all(writers);

      const stored = await outpost.pool.query<{ id: string }>('SELECT registration_id AS id FROM door_acts');
      expect(stored.rows.map(({ id }) => id).toSorted()).toEqual(acknowledged.toSorted());
      expect(outpost.server.output()).not.toMatch(/uncaught|unhandled/i);
      const { browser } = await outpost.fixtures.member(organisation, ['organiser']);
      expect((await browser.get('/api/ready')).status).toBe(200);
      expect(await brokenIn(outpost.pool)).toEqual([]);
    },
    FULL ? 300_000 : 60_000,
  );
});

describe('PostgreSQL that is away (T21)', () => {
  const AWAY_MS = FULL ? 60_000 : 0;
  let wire: TcpProxy;
  let outpost: Outpost;
  beforeAll(async () => {
    const direct = await cloneTemplate(inject('postgresUrl'));
    wire = await TcpProxy.before(direct);
    outpost = await Outpost.open({}, { direct, ofServer: wire.through(direct) });
  });
  afterAll(async () => {
    await outpost.close();
    await wire.close();
  });

  it(
    'is told to whoever asks, leaves nothing half-written, and is a hiccup',
    async () => {
      const { fixtures, pool } = outpost;
      const { id: evening, door } = await outpost.evening();
      const slug = `poissa-${evening}`;
      await pool.query(`UPDATE evenings SET slug = $2, capacity = 10, state = 'published' WHERE id = $1`, [
        evening,
        slug,
      ]);
      const nobody = new Browser(outpost);
      const key = { 'idempotency-key': operationId() };
      const register = () =>
        nobody.post(
          `/api/public/evenings/${slug}/registrations`,
          registrationForm({ firstName: 'Aino' }),
          key,
        );
      const known = await fixtures.registration(evening);

      // Held at the evening's row, so that the cut meets a registration that has begun.
      const holder = await pool.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT 1 FROM evenings WHERE id = $1 FOR UPDATE', [evening]);
      const halfway = register();
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      while ((await outpost.count(waiting)) === 0) await sleep(5);
      wire.goAway();
      await expect(halfway).resolves.toMatchObject({ status: 503 });
      await holder.query('ROLLBACK');
      holder.release();

      const until = performance.now() + AWAY_MS;
      do {
        for (const path of ['/api/ready', `/api/evenings/${evening}/door`]) {
          const reply = await door.get(path);
          expect(reply.status, path).toBe(503);
          expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
        }
        expect((await register()).status).toBe(503);
        expect((await nobody.get('/api/health')).status).toBe(200);
        if (AWAY_MS > 0) await sleep(1_000);
      } while (performance.now() < until);

      const rows = 'SELECT 1 FROM registrations WHERE evening_id = $1 AND id <> $2';
      expect(await outpost.count(rows, evening, known)).toBe(0);
      wire.heal();
      expect(await insist(register)).toMatchObject({ status: 201 });
      expect(await outpost.count(rows, evening, known)).toBe(1);
      expect((await door.get('/api/ready')).status).toBe(200);
      expect(outpost.server.output()).not.toMatch(/uncaught|unhandled/i);
      expect(await brokenIn(pool)).toEqual([]);

      // Its mail goes out too: the worker has found the database again.
      while ((await outpost.count('SELECT 1 FROM kept_mails')) === 0) await sleep(50);
    },
    FULL ? 180_000 : 60_000,
  );
});
