import type { QueryConfig } from 'pg';

/** A statement that every connection plans once. For hot and large ones; its name stands for its text everywhere. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

export type Sql = string | Prepared;

const TEXTS = new Map<string, string>();

/** Call it once for each statement, at the top of its file. Throws when the name is taken. */
export function prepared(name: string, text: string): Prepared {
  if (TEXTS.has(name)) throw new Error(`Two statements are called ${name}`);
  TEXTS.set(name, text);
  return { name, text };
}

export function queryOf(sql: Sql, parameters: readonly unknown[]): QueryConfig {
  return typeof sql === 'string'
    ? { text: sql, values: [...parameters] }
    : { name: sql.name, text: sql.text, values: [...parameters] };
}
