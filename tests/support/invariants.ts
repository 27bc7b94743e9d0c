import { z } from 'zod';
import { type BrokenInvariant, findBroken } from '@hillo/server/invariants';
import type { Db } from '@hillo/server/platform/database';

/** The operator's check, on the database of a test. */
export function brokenInvariants(db: Db): Promise<readonly BrokenInvariant[]> {
  return findBroken((sql) => db.rows(z.unknown(), sql));
}
