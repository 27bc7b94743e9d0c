import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashSecret, hashToken } from '@hillo/server/platform/tokens';
import { compared, type Figure, median, plain } from '../figures.js';
import { type Child, freePort, processorSeconds, startChild, startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { EveningFiller, type FilledEvening } from '../ground/evening-filler.js';
import { HttpLine, sendAll } from '../ground/http-line.js';
import { step } from '../progress.js';
import type { BareSettings } from './bare-server.js';
import { recipeOf } from './recipe.js';
import { planScans, type PlannedScan, scanBytes } from './scan-plan.js';
import { openWireRecorder } from './wire-recorder.js';

const PEOPLE = 2_600;
const CONNECTIONS = 16;
/** Told apart: what is called seldom is compiled late, and more of the product's code is than of the bare handler's. */
const FIRST = 2_000;
/** After so many scans no side becomes faster any more. */
const WARM_UP = 12_000;
const ROUNDS = 20;
const SCANS_A_ROUND = 500;
const ROUND_TRIPS = 8;

interface Ground {
  readonly database: string;
  readonly evening: FilledEvening;
  readonly plan: readonly PlannedScan[];
  readonly cookies: ReadonlyMap<string, string>;
}

interface Round {
  readonly cpuMs: number;
  readonly perSecond: number;
}

/**
 * The scan beside a bare handler that runs the same statements in the same transaction, one after another and in the
 * product's packets, and beside one insert and one select.
 */
export async function measureScan(databases: Databases): Promise<Figure[]> {
  const ground = await step('Filling an evening of empty cards', () => fill(databases));
  const { settings, roundTrips } = await step('Writing down the statements of a scan', () =>
    recordScan(databases, ground),
  );
  const folder = mkdtempSync(join(tmpdir(), 'hillo-bare-'));
  const file = join(folder, 'settings.json');
  writeFileSync(file, JSON.stringify(settings));
  const bareSide = async (prefix: string) =>
    sideOf(await startBare(await databases.copy(ground.database), file), prefix);
  const sides = [
    sideOf(await startServer(await databases.copy(ground.database)), '/api'),
    await bareSide('/api'),
    await bareSide('/flights'),
    await bareSide('/least'),
  ] as const;
  try {
    await step('Scanning, side by side', () => playRounds(ground, sides));
  } finally {
    for (const { server } of sides) await server.stop();
    rmSync(folder, { recursive: true });
  }
  const [product, bare, flights, least] = sides.map(({ rounds }) => ({
    cpu: median(rounds.slice(1).map(({ cpuMs }) => cpuMs)),
    perSecond: median(rounds.slice(1).map(({ perSecond }) => perSecond)),
    first: rounds[0]?.cpuMs ?? Number.NaN,
  })) as [Middle, Middle, Middle, Middle];
  return [
    compared('scan: Node CPU, beside the bare handler', 'ms', product.cpu, bare.cpu, { most: 1.5 }),
    compared(
      'scan: Node CPU, beside the bare handler that sends in packets too',
      'ms',
      product.cpu,
      flights.cpu,
    ),
    compared(
      'scan: Node CPU in the first 2,000 after a start, beside the bare handler',
      'ms',
      product.first,
      bare.first,
    ),
    compared('scan: throughput, beside the bare handler', 'requests/s', product.perSecond, bare.perSecond),
    compared('scan: Node CPU, beside one insert and one select', 'ms', product.cpu, least.cpu),
    plain('scan: waits for the database', 'round trips', roundTrips, { most: ROUND_TRIPS }),
  ];
}

function sideOf(server: Child, prefix: string): Side {
  return { server, prefix, rounds: [] };
}

interface Middle {
  readonly cpu: number;
  readonly perSecond: number;
  /** Of the first after the start. */
  readonly first: number;
}

async function fill(databases: Databases): Promise<Ground> {
  const database = await databases.empty();
  const filler = await EveningFiller.open(database);
  const evening = await filler.evening(PEOPLE, 0, 'empty');
  const people = evening.sides.flat();
  const cookies = await filler.phones(evening.id, people);
  await filler.close();
  return {
    database,
    evening,
    plan: planScans(evening),
    cookies: new Map(people.map(({ id }, index) => [id, cookies[index] ?? ''])),
  };
}

/** One scan through a recorder; what the bare server is to do comes from there. */
async function recordScan(
  databases: Databases,
  { database, evening, plan, cookies }: Ground,
): Promise<{ settings: BareSettings; roundTrips: number }> {
  const recorder = await openWireRecorder(await databases.copy(database));
  const server = await startServer(recorder.url);
  const line = await HttpLine.open(server.url);
  try {
    const people = evening.sides.flat();
    const scan = plan.at(-1);
    if (!scan?.me.cardId) throw new Error('There is nobody to scan');
    const cookie = cookies.get(scan.me.id) ?? '';
    // The first ones open connections and prepare statements.
    for (const before of plan.slice(0, 3))
      await sendAll([line], [scanBytes(before, cookies.get(before.me.id) ?? '', '/api')]);
    const request = scanBytes(scan, cookie, '/api');
    const flights = await recorder.record(() => sendAll([line], [request]));
    const values = {
      me: scan.me.id,
      other: scan.other.id,
      card: scan.me.cardId,
      badgeHash: hashToken(scan.other.badge),
      sessionHash: hashSecret(cookie),
      operation: /idempotency-key: (\S+)/.exec(request.toString())?.[1] ?? '',
    };
    return {
      roundTrips: flights.length,
      settings: {
        recipe: recipeOf(flights, values, scan.square, [evening.id]),
        cards: Object.fromEntries(people.map(({ id, cardId }) => [id, cardId ?? ''])),
        badges: Object.fromEntries(people.map(({ id, badge }) => [badge, id])),
        eveningId: evening.id,
      },
    };
  } finally {
    line.close();
    await server.stop();
    recorder.close();
  }
}

async function startBare(databaseUrl: string, settings: string): Promise<Child> {
  const port = await freePort();
  return startChild(fileURLToPath(new URL('bare-server.js', import.meta.url)), `http://127.0.0.1:${port}`, {
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    BARE_SETTINGS: settings,
  });
}

interface Side {
  readonly server: Child;
  readonly prefix: string;
  /** The first after the start, then those that count. */
  readonly rounds: Round[];
}

/** Warm-up, then rounds in turns, so that whatever else the machine does meets all of them. */
async function playRounds({ plan, cookies }: Ground, sides: readonly Side[]): Promise<void> {
  const slices = [
    plan.slice(0, FIRST),
    plan.slice(FIRST, WARM_UP),
    ...Array.from({ length: ROUNDS }, (_, round) =>
      plan.slice(WARM_UP + round * SCANS_A_ROUND, WARM_UP + (round + 1) * SCANS_A_ROUND),
    ),
  ];
  for (const [turn, scans] of slices.entries())
    for (const side of sides) {
      const requests = scans.map((scan) => scanBytes(scan, cookies.get(scan.me.id) ?? '', side.prefix));
      const round = await play(side.server, requests);
      if (turn !== 1) side.rounds.push(round);
    }
}

async function play({ url, pid }: Child, requests: readonly Buffer[]): Promise<Round> {
  const lines = await Promise.all(Array.from({ length: CONNECTIONS }, () => HttpLine.open(url)));
  const cpu = processorSeconds(pid) ?? Number.NaN;
  const began = performance.now();
  await sendAll(lines, requests);
  const seconds = (performance.now() - began) / 1000;
  const used = (processorSeconds(pid) ?? Number.NaN) - cpu;
  for (const line of lines) line.close();
  return { cpuMs: (1000 * used) / requests.length, perSecond: requests.length / seconds };
}
