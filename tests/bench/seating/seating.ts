import { type Instance, type Plan, planAtOnce } from '@hillo/seating';
import { type Figure, median, plain } from '../figures.js';
import { step } from '../progress.js';
import { plainAnnealing } from './plain-annealing.js';
import {
  FEWER_TABLES,
  furtherMeetings,
  grid,
  LARGE,
  MIXED,
  mixedInstance,
  named,
  NINE,
  PERFECT,
  plainInstance,
  repeats,
  type Room,
} from './rooms.js';
import { measureSuggestions } from './suggestions.js';

const RUNS = 5;
/** CPU that a plan may take on a small instance. */
const QUICK_MS = 100;
/** Swaps of the peer: a second or so for the rooms that it cannot solve. */
const PEER_STEPS = 1_000_000;

/** Who sits with whom: repeats and CPU, in one process, beside a plain annealing of the same run (the column "floor"). */
export async function measureSeating(): Promise<Figure[]> {
  return [
    ...(await step('Seating nine rooms, and annealing them', async () => NINE.flatMap(besideAnnealing))),
    ...FEWER_TABLES.flatMap(([room, least]) => fewerTables(room, least)),
    ...[...PERFECT, [32, 8, 10] as const].map(perfect),
    await step('Seating the grid of 183 rooms', async () => gridShare()),
    ...(await step('Seating with sectors and wishes', async () => MIXED.flatMap(mixed))),
    ...(await step('Seating thousands', async () => LARGE.flatMap(large))),
    ...measureSuggestions(),
  ];
}

interface Run {
  readonly plan: Plan;
  readonly ms: number;
}

/** Time is CPU time here, so that a busy machine does not make plans worse. */
function run(instance: Instance): Run {
  const before = process.cpuUsage();
  const plan = planAtOnce(instance, { now: () => cpuSince(before) });
  return { plan, ms: cpuSince(before) };
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function beside(figure: Figure, floor: number): Figure {
  return { ...figure, floor, ratio: figure.value === null || floor === 0 ? null : figure.value / floor };
}

function besideAnnealing(room: Room): Figure[] {
  const runs = Array.from({ length: RUNS }, () => run(plainInstance(room)));
  const before = process.cpuUsage();
  const peer = plainAnnealing(room, 1, PEER_STEPS);
  const peerMs = cpuSince(before);
  const most = Math.max(...runs.map(({ plan }) => repeats(plan.rounds)));
  const ms = median(runs.map(({ ms }) => ms));
  return [
    beside(plain(`seating ${named(room)}: pairs that repeat`, 'pairs', most, { most: 0 }), repeats(peer)),
    beside(plain(`seating ${named(room)}: CPU`, 'ms', ms, { most: QUICK_MS }), peerMs),
  ];
}

function fewerTables(room: Room, least: number): Figure[] {
  const { plan } = run(plainInstance(room));
  const peer = plainAnnealing(room, 1, PEER_STEPS);
  const bound = plan.quality.proved ? plan.quality.repeatsBound : 0;
  return [
    beside(
      plain(`seating ${named(room)}: pairs that repeat`, 'pairs', repeats(plan.rounds), { most: bound }),
      repeats(peer),
    ),
    beside(
      plain(`seating ${named(room)}: further meetings`, 'meetings', furtherMeetings(plan.rounds), {
        most: least,
      }),
      furtherMeetings(peer),
    ),
  ];
}

/** 32 people at 8 tables for 10 rounds is known to be possible and an aim, no goal. */
function perfect(room: Room): Figure {
  const [people, , rounds] = room;
  const { plan } = run(plainInstance(room));
  const goal = people === 32 && rounds === 10 ? undefined : { most: 0 };
  return plain(`seating ${named(room)}: pairs that repeat`, 'pairs', repeats(plan.rounds), goal);
}

function gridShare(): Figure {
  const rooms = grid();
  const solved = rooms.filter((room) => {
    const { plan, ms } = run(plainInstance(room));
    return ms <= QUICK_MS && repeats(plan.rounds) === 0;
  });
  return plain(
    `seating grid of ${rooms.length} rooms: nobody meets twice, within ${QUICK_MS} ms of CPU`,
    '%',
    (100 * solved.length) / rooms.length,
    { least: 95 },
  );
}

function mixed(room: Room): Figure[] {
  const [people, tables] = room;
  const instance = mixedInstance(room);
  const { plan, ms } = run(instance);
  const { sameSector, sameSectorBound, wishesMet, wishesTotal } = plan.quality;
  const share = (100 * wishesMet) / wishesTotal;
  const random = (100 * randomWishes(instance)) / wishesTotal;
  const goal = people === 60 ? { least: 80 } : people === 85 ? { least: Math.ceil(3 * random) } : undefined;
  const name = `seating ${named(room)}, mixed`;
  return [
    plain(
      `${name}: pairs that repeat`,
      'pairs',
      repeats(plan.rounds),
      people >= tables ? { most: 0 } : undefined,
    ),
    plain(`${name}: same sector above its bound`, '×', sameSector / sameSectorBound, { most: 1.15 }),
    beside(plain(`${name}: wishes met (floor: by chance)`, '%', share, goal), random),
    plain(`${name}: CPU`, 'ms', ms),
  ];
}

/** Wishes met when everybody sits at random: the mean of twenty seatings. */
function randomWishes(instance: Instance): number {
  const seatings = 20;
  const room: Room = [instance.people.length, instance.tables.length, instance.rounds];
  let met = 0;
  for (let seed = 1; seed <= seatings; seed += 1) {
    const rounds = plainAnnealing(room, seed, 0);
    const tables = rounds.map(
      (round) =>
        new Map(Object.entries(round).flatMap(([table, ids]) => ids.map((id) => [id, table] as const))),
    );
    for (const { id, wishes } of instance.people)
      met += (wishes ?? []).filter((wished) => tables.some((at) => at.get(id) === at.get(wished))).length;
  }
  return met / seatings;
}

function large(room: Room): Figure[] {
  const { plan, ms } = run(plainInstance(room));
  const { maxRSS } = process.resourceUsage();
  return [
    plain(`seating ${named(room)}: pairs that repeat`, 'pairs', repeats(plan.rounds), { most: 0 }),
    plain(`seating ${named(room)}: CPU`, 's', ms / 1000),
    plain(`seating ${named(room)}: greatest memory of the process so far`, 'MiB', maxRSS / 1024),
  ];
}
