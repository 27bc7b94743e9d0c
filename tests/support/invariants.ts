import { z } from 'zod';
import { type BrokenInvariant, findBroken } from '@hillo/server/invariants';
import type { Db } from '@hillo/server/platform/database';
import type pg from 'pg';

/** The operator's check, on the database of a test. */
export function brokenInvariants(db: Db): Promise<readonly BrokenInvariant[]> {
  return findBroken((sql) => db.rows(z.unknown(), sql));
}

/** The same where the application is a program of its own. */
export function brokenIn(pool: pg.Pool): Promise<readonly BrokenInvariant[]> {
  return findBroken(async (sql) => (await pool.query<object>(sql)).rows);
}
