import pg, { type ClientBase, type QueryResult } from 'pg';

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

/** Sends a statement as the driver's own object; of a configuration the driver would first make a copy, property by property. */
export async function send(
  client: ClientBase,
  sql: Sql,
  parameters: readonly unknown[],
): Promise<QueryResult> {
  const { text, name } = typeof sql === 'string' ? { text: sql, name: undefined } : sql;
  try {
    return await new Promise<QueryResult>((resolve, reject) => {
      const query = new pg.Query(text, [...parameters], (error: Error | undefined, result) =>
        error ? reject(error) : resolve(result),
      );
      client.query(Object.assign(query, { name }));
    });
  } catch (error) {
    // Made where the socket was read: who asked is worth more.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}
