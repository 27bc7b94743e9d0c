import type { ClientBase } from 'pg';
import { type Answer, StatementQuery } from './statement-query.js';

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

/** Sends a statement; a failure tells who asked. */
export async function send(client: ClientBase, sql: Sql, parameters: readonly unknown[]): Promise<Answer> {
  const { text, name } = typeof sql === 'string' ? { text: sql, name: undefined } : sql;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const settle = (error: Error | undefined, answer: Answer) => (error ? reject(error) : resolve(answer));
      client.query(new StatementQuery(text, name, [...parameters], settle));
    });
  } catch (error) {
    // Made where the socket was read: who asked is worth more.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}
