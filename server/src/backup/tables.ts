import type { Client } from 'pg';

/** Migrations write their own table; kept mails are for the laptop they were kept on. */
const LEFT_OUT = ['migrations', 'kept_mails'];

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The tables of a backup, each after those it refers to. */
export async function tablesInOrder(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `SELECT c.relname AS name,
            array(SELECT DISTINCT other.relname::text FROM pg_constraint f JOIN pg_class other ON other.oid = f.confrelid
                  WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS needs
     FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relname = ANY($1)
     ORDER BY c.relname`,
    [LEFT_OUT],
  );
  const needs = new Map(rows.map((row) => [row.name, row.needs]));
  const ordered = new Set<string>();
  const place = (name: string, above: readonly string[]): void => {
    if (ordered.has(name)) return;
    if (above.includes(name)) throw new Error(`Tables refer to each other in a ring: ${above.join(' → ')}.`);
    for (const needed of needs.get(name) ?? []) place(needed, [...above, name]);
    ordered.add(name);
  };
  for (const name of needs.keys()) place(name, []);
  return [...ordered];
}

/** Generated columns make themselves. */
export async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}
