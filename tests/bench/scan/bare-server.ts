import { hash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify, { type FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import pg from 'pg';
import { type Fill, filling, type Recipe, type Values } from './recipe.js';
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
const database = { connectionString: variable('DATABASE_URL'), max: 10 };
const pool = new pg.Pool(database);
const pipeline = new pg.Pool({ ...database, pipeline: true });

interface Step {
  readonly sql: string;
  readonly name: string | null;
  readonly fill: Fill;
}

function stepOf({ sql, name, parameters }: SentStatement): Step {
  return { sql, name, fill: filling(parameters) };
}

const before = recipe.before.map(stepOf);
const flights = recipe.transaction.map((flight) => flight.map(stepOf));
const transaction = flights.flat();
const newIds = Array.from({ length: recipe.newIds }, (_, index) => `new${index}`);

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

function sha256(text: string): string {
  return hash('sha256', text);
}

/** What differs from scan to scan, by its name in the recipe. */
function valuesOf({ params, body, headers }: FastifyRequest<Scan>): Values {
  const values: Record<string, string> = {
    me: params.registration,
    other: settings.badges[body.who.token] ?? '',
    card: settings.cards[params.registration] ?? '',
    badgeHash: sha256(body.who.token),
    sessionHash: sha256((headers.cookie ?? '').slice('hillo='.length)),
    operation: String(headers['idempotency-key']),
    square: String(body.square),
  };
  for (const name of newIds) values[name] = randomUUID();
  return values;
}

function queryOf({ sql, name, fill }: Step, values: Values): pg.QueryConfig {
  if (sql === 'BEGIN' || sql === 'COMMIT') return { text: sql };
  return { text: sql, values: fill(values), ...(name === null ? {} : { name }) };
}

/** What such a handler would answer: the row that tells the most. */
function widestOf(results: readonly pg.QueryResult[]): unknown {
  return results.find(({ fields }) => fields.length > 4)?.rows[0];
}

/**
 * The statements of the product's scan in the same transaction, and nothing else, as such a handler is written: one after
 * another, the driver as it comes. Answers with what it read.
 */
async function sameStatements(request: FastifyRequest<Scan>): Promise<unknown> {
  const values = valuesOf(request);
  for (const step of before) await pool.query(queryOf(step, values));
  const client = await pool.connect();
  try {
    const results: pg.QueryResult[] = [];
    for (const step of transaction) results.push(await client.query(queryOf(step, values)));
    return widestOf(results);
  } finally {
    client.release();
  }
}

/** The same, with the product's own trick: what need not wait leaves in one packet. */
async function sameFlights(request: FastifyRequest<Scan>): Promise<unknown> {
  const values = valuesOf(request);
  for (const step of before) await pipeline.query(queryOf(step, values));
  const client = await pipeline.connect();
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  try {
    const results: pg.QueryResult[] = [];
    for (const flight of flights) {
      stream.cork();
      const sent = flight.map((step) => client.query(queryOf(step, values)));
      stream.uncork();
      results.push(...(await Promise.all(sent)));
    }
    return widestOf(results);
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
fastify.route<Scan>({ method: 'POST', url: '/flights/me/:registration/encounters', handler: sameFlights });
fastify.route<Scan>({ method: 'POST', url: '/least/me/:registration/encounters', handler: insertAndSelect });
await fastify.listen({ port: Number(variable('PORT')), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });
