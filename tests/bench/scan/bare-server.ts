import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify, { type FastifyRequest } from 'fastify';
import pg from 'pg';
import { filledIn, type Recipe } from './recipe.js';
import type { SentStatement } from './wire-recorder.js';

/** What the bare server is told at its start, in the file that BARE_SETTINGS names. */
export interface BareSettings {
  readonly recipe: Recipe;
  /** What a handler would read from the rows: whose card, whose badge. */
  readonly cards: Readonly<Record<string, string>>;
  readonly badges: Readonly<Record<string, string>>;
  readonly eveningId: string;
}

interface Scan {
  Params: { registration: string };
  Body: { who: { token: string }; square: number };
}

const settings = JSON.parse(readFileSync(variable('BARE_SETTINGS'), 'utf8')) as BareSettings;
const { recipe } = settings;
const pool = new pg.Pool({ connectionString: variable('DATABASE_URL'), max: 10 });

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What differs from scan to scan, by its name in the recipe. */
function valuesOf({ params, body, headers }: FastifyRequest<Scan>): Record<string, string> {
  const made = Array.from({ length: recipe.newIds }, (_, index) => [`new${index}`, randomUUID()] as const);
  return {
    ...Object.fromEntries(made),
    me: params.registration,
    other: settings.badges[body.who.token] ?? '',
    card: settings.cards[params.registration] ?? '',
    badgeHash: sha256(body.who.token),
    sessionHash: sha256((headers.cookie ?? '').slice('hillo='.length)),
    operation: String(headers['idempotency-key']),
    square: String(body.square),
  };
}

type Values = Readonly<Record<string, string>>;

function queryOf({ sql, name, parameters }: SentStatement, values: Values): pg.QueryConfig {
  if (parameters.length === 0) return { text: sql };
  return { text: sql, values: filledIn(parameters, values), ...(name === null ? {} : { name }) };
}

/**
 * The statements of the product's scan in the same transaction, and nothing else, as such a handler is written: one after
 * another, the driver as it comes. Answers with what it read.
 */
async function sameStatements(request: FastifyRequest<Scan>): Promise<unknown> {
  const values = valuesOf(request);
  for (const statement of recipe.before) await pool.query(queryOf(statement, values));
  const client = await pool.connect();
  try {
    let widest: unknown;
    for (const statement of recipe.transaction) {
      const { fields, rows } = await client.query(queryOf(statement, values));
      if (fields.length > 4) [widest] = rows;
    }
    return widest;
  } finally {
    client.release();
  }
}

/** The least that a scan could be: one insert and one select, each committed by itself. */
async function insertAndSelect(request: FastifyRequest<Scan>): Promise<unknown> {
  const { me = '', other = '' } = valuesOf(request);
  await pool.query(
    `INSERT INTO encounters (id, evening_id, first_id, second_id, scanned_by_id, met_at, created_at)
     VALUES ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), $3, now(), now())
     ON CONFLICT ON CONSTRAINT uq_encounters_pair DO NOTHING`,
    [randomUUID(), settings.eveningId, me, other],
  );
  const { rows } = await pool.query('SELECT count(*) FROM encounters WHERE first_id = $1 OR second_id = $1', [
    me,
  ]);
  return rows[0] as unknown;
}

const fastify = Fastify();
fastify.route<Scan>({ method: 'POST', url: '/api/me/:registration/encounters', handler: sameStatements });
fastify.route<Scan>({ method: 'POST', url: '/least/me/:registration/encounters', handler: insertAndSelect });
await fastify.listen({ port: Number(variable('PORT')), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });
