import { webcrypto } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DrawProof, verifyProof, webCrypto } from '@hillo/draw';
import { DerivedTokens } from '@hillo/server/platform/tokens';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { operationId } from '../support/application.js';
import type { Browser, Reply } from '../support/browser-session.js';
import { type BuiltServer, startBuiltServer } from '../support/built-server.js';
import { cloneTemplate } from '../support/database.js';
import { DrawGround } from '../support/draw-ground.js';
import { Fixtures } from '../support/fixtures.js';
import { TEST_KEYS } from '../support/keys.js';

const RUNS = process.env['HILLO_TEST_FULL'] === '1' ? 100 : 3;
/** Each of the four steps, killed while it is asked for and after it was answered: eight points (T31). */
const STEPS = ['begin', 'freeze', 'public-number', 'reveal'] as const;
const PLAYERS = 7;
const crypto = webCrypto(webcrypto.subtle);

interface Death {
  readonly step: (typeof STEPS)[number];
  readonly answered: boolean;
  /** How long after the request was sent, in milliseconds, when it was not answered. */
  readonly after: number;
}

const death: fc.Arbitrary<Death> = fc.record({
  step: fc.constantFrom(...STEPS),
  answered: fc.boolean(),
  after: fc.nat({ max: 40 }),
});

let databaseUrl: string;
let pool: pg.Pool;
let server: BuiltServer;
let ground: { url: string } & ConstructorParameters<typeof Fixtures>[0];
/** From the kill to the first answer of the host's page, in milliseconds. */
const backAfter: number[] = [];

beforeAll(async () => {
  databaseUrl = await cloneTemplate(inject('postgresUrl'));
  pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  server = await startBuiltServer(databaseUrl);
  ground = {
    url: server.url,
    tokens: new DerivedTokens(TEST_KEYS.LINK_KEY),
    clock: { now: () => new Date() },
    db: {
      execute: async (sql, parameters = []) => (await pool.query(sql, [...parameters])).rowCount ?? 0,
    },
  };
});
afterAll(async () => {
  await server.stop();
  await pool.end();
});

/** Plays one draw; the server dies once on the way and is started again, and the host presses once more. */
async function play({ step: fatal, answered, after }: Death): Promise<void> {
  const fixtures = new Fixtures(ground);
  const organisation = await fixtures.organisation();
  const evening = await fixtures.evening(organisation, { state: 'running' });
  const { browser: organiser } = await fixtures.member(organisation, ['organiser']);
  const draws = new DrawGround(fixtures, evening);
  await draws.prizes(organiser);
  for (let n = 0; n < PLAYERS; n += 1) await draws.player();
  const path = `/api/evenings/${evening}/draws`;

  let id = '';
  const announced: Record<string, string> = {};
  for (const step of STEPS) {
    const url = step === 'begin' ? path : `${path}/${id}/${step}`;
    const body = step === 'public-number' ? { calls: ['4711', '0832', '9050'] } : {};
    const key = { 'idempotency-key': operationId() };
    const press = () => organiser.post(url, body, key);
    if (step === fatal && !answered) {
      const lost = press().catch(() => undefined);
      await sleep(after);
      await dieAndReturn(organiser, path);
      await lost;
    }
    const reply = await press();
    expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
    const [draw] = reply.body.draws;
    id = draw.id;
    // What was announced stays what it is: on the same draw, whatever happened in between.
    for (const sign of ['commit', 'list', 'publicNumber']) {
      if (draw[sign] === null) continue;
      announced[sign] ??= draw[sign];
      expect(draw[sign]).toBe(announced[sign]);
    }
    if (step === fatal && answered) {
      const back = await dieAndReturn(organiser, path);
      expect(back.body.draws).toEqual(reply.body.draws);
    }
  }
  await expectFair(organiser, path, announced);
}

async function dieAndReturn(organiser: Browser, path: string): Promise<Reply> {
  const killed = performance.now();
  await server.kill();
  server = await startBuiltServer(databaseUrl);
  ground.url = server.url;
  const reply = await organiser.get(path);
  backAfter.push(performance.now() - killed);
  return reply;
}

/** One draw, its winners follow from what was announced, and nobody has two prizes. */
async function expectFair(organiser: Browser, path: string, announced: object): Promise<void> {
  const { draws } = (await organiser.get(path)).body;
  expect(draws).toHaveLength(1);
  const [draw] = draws;
  const proof: DrawProof = (await organiser.get(`/api/public/draws/${draw.id}/proof.json`)).body;
  expect(proof.tickets).toHaveLength(PLAYERS);
  const verdict = await verifyProof(crypto, proof, announced);
  const winners: string[] = draw.winners.map(({ ticket }: { ticket: string }) => ticket);
  expect(verdict.ok && verdict.value.winners).toEqual(winners);
  expect(new Set(winners).size).toBe(2);
  const people: { spokenCode: string }[] = draw.winners.map(({ person }: { person: unknown }) => person);
  expect(new Set(people.map(({ spokenCode }) => spokenCode)).size).toBe(2);
}

describe(`a server killed ${RUNS} times in the middle of a draw (T31)`, () => {
  it(
    'has the same winners when it is back, and no prize twice',
    async ({ annotate }) => {
      await fc.assert(fc.asyncProperty(death, play), { seed: 31, numRuns: RUNS, endOnFailure: true });
      const [slowest = 0] = backAfter.toSorted((a, b) => b - a);
      await annotate(`the host's page was back after ${Math.round(slowest)} ms at most`);
    },
    RUNS * 60_000,
  );
});
