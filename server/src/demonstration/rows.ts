import { z } from 'zod';
import type { Transaction } from '../platform/database/index.js';

/** As JSON that PostgreSQL reads as the column's type: instants, bytes, arrays and objects. */
function toJson(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/**
 * Puts many rows into a table in one statement. Every row has the same columns, named as in the entity; columns left out
 * get their default. Table and columns come from this folder's code, never from outside.
 */
export async function insertAll<Entity extends object>(
  db: Transaction,
  table: string,
  rows: readonly Partial<Entity>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).map(snake).join(', ');
  const json = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), toJson(value)])),
  );
  await db.rows(
    z.object({}),
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(json)],
  );
}
