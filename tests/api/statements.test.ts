import { prepared } from '@hillo/server/platform/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApplication, type TestApplication } from '../support/application.js';

let application: TestApplication;
beforeAll(async () => {
  application = await startTestApplication();
});
afterAll(() => application.close());

const row = z.looseObject({});
const KINDS = prepared(
  'test-kinds',
  `SELECT $1::text AS word, $2::int AS number, $3::timestamptz AS moment, $4::jsonb AS thing, $5::text[] AS list,
          $6::boolean AS yes, NULL::uuid AS nothing`,
);
const SERIES = prepared('test-series', 'SELECT n FROM generate_series(1, $1::int) AS s (n)');
const MADE = prepared(
  'test-made',
  `INSERT INTO organisations (id, name, slug, created_at) VALUES (gen_random_uuid(), $1, $1, now())`,
);
const DIVIDED = prepared('test-divided', 'SELECT 10 / $1::int AS share');

describe('a prepared statement', () => {
  const values = [
    'sana',
    7,
    new Date('2026-11-26T12:00:00.123Z'),
    { a: [1, null] },
    ['x', 'y"z'],
    true,
  ] as const;
  const asRead = {
    word: 'sana',
    number: 7,
    moment: new Date('2026-11-26T12:00:00.123Z'),
    thing: { a: [1, null] },
    list: ['x', 'y"z'],
    yes: true,
    nothing: null,
  };

  it('gives the same row at its first use and when its columns are known', async () => {
    await application.transactions.run(async (db) => {
      const parameters = [...values.slice(0, 3), JSON.stringify(values[3]), ...values.slice(4)];
      for (let use = 0; use < 3; use += 1) expect(await db.rows(row, KINDS, parameters)).toEqual([asRead]);
      expect(await db.rows(row, KINDS, [null, null, null, null, null, null])).toEqual([
        Object.fromEntries(Object.keys(asRead).map((name) => [name, null])),
      ]);
    });
  });

  it('gives no row, one and many, each time anew', async () => {
    await application.transactions.run(async (db) => {
      for (const size of [0, 1, 1_000, 0])
        expect(await db.rows(row, SERIES, [size])).toEqual(
          Array.from({ length: size }, (_, index) => ({ n: index + 1 })),
        );
    });
  });

  it('counts the rows that it touched', async () => {
    await application.transactions.run(async (db) => {
      expect(await db.execute(MADE, ['yksi'])).toBe(1);
      expect(await db.execute(MADE, ['kaksi'])).toBe(1);
      expect(
        await db.execute('UPDATE organisations SET name = slug WHERE slug = ANY ($1)', [['yksi', 'kaksi']]),
      ).toBe(2);
      expect(await db.execute('DELETE FROM organisations WHERE slug = $1', ['kolme'])).toBe(0);
    });
  });

  it('that fails tells why, and the connection serves on', async () => {
    for (let use = 0; use < 3; use += 1) {
      await expect(application.db.rows(row, DIVIDED, [0])).rejects.toMatchObject({ code: '22012' });
      expect(await application.db.rows(row, DIVIDED, [5])).toEqual([{ share: 2 }]);
    }
  });

  it('is answered in its place among others that leave in the same packet', async () => {
    await application.transactions.run(async (db) => {
      const sizes = [3, 0, 5, 1, 2];
      const answers = await Promise.all(
        sizes.map((size) => Promise.all([db.rows(row, SERIES, [size]), db.rows(row, DIVIDED, [size + 1])])),
      );
      expect(answers.map(([series, [divided]]) => [series.length, divided])).toEqual(
        sizes.map((size) => [size, { share: Math.trunc(10 / (size + 1)) }]),
      );
    });
  });

  it('that breaks among others breaks alone, and the transaction with it', async () => {
    const outcome = application.transactions.run(async (db) => {
      const [one, two, three] = await Promise.allSettled([
        db.rows(row, SERIES, [2]),
        db.rows(row, DIVIDED, [0]),
        db.rows(row, SERIES, [2]),
      ]);
      expect([one.status, two.status, three.status]).toEqual(['fulfilled', 'rejected', 'rejected']);
      throw new Error('seen');
    });
    await expect(outcome).rejects.toThrow('seen');
    expect(await application.db.rows(row, SERIES, [1])).toEqual([{ n: 1 }]);
  });

  it('has a name of its own', () => {
    expect(() => prepared('test-series', 'SELECT 1')).toThrow('test-series');
  });
});
