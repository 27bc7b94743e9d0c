import { SeatingError } from '../refusal.js';
import type { Chance } from '../search/chance.js';
import { type Level, levelOf } from './level.js';
import { type Block, placeBlocks } from './place-blocks.js';
import type { Roster } from './roster.js';

/** Where somebody who is not there sits. */
export const NOWHERE = -1;

/**
 * One valid round: table by person. Everybody present sits once, seats, groups, fixed tables and pairs apart hold,
 * and tables are evenly filled where groups allow. `hint`, table by person, is followed where it can be.
 * Throws `SeatingError` with the reason when the round is impossible.
 */
export function seatRound(roster: Roster, round: number, chance: Chance, hint?: Int32Array): Int32Array {
  const blocks = blocksOf(roster, round, hint);
  const people = blocks.reduce((sum, { size }) => sum + size, 0);
  const bound = boundFill(roster, blocks, round);
  const level = levelOf(roster.seats, bound, people);
  if (!level) {
    const seats = roster.seats.reduce((sum, most) => sum + most, 0);
    throw new SeatingError(
      'too-few-seats',
      `Round ${round + 1} has ${people} people and ${seats} seats.`,
      round + 1,
    );
  }
  const largest = Math.max(0, ...roster.seats);
  const tooLarge = blocks.find(({ size }) => size > largest);
  if (tooLarge)
    throw new SeatingError(
      'together-larger-than-table',
      `${tooLarge.size} people are together in round ${round + 1}, the largest table has ${largest} seats.`,
      round + 1,
    );

  const tableOf = new Int32Array(roster.size).fill(NOWHERE);
  const fill = placeHard(roster, round, blocks, level, chance);
  const loose = blocks.filter(({ hard, table }) => !hard && table === NOWHERE);
  pourLoose(loose, fill, levelOf(roster.seats, fill, people) ?? level, roster.seats, chance);
  for (const { members, table } of blocks) for (const person of members) tableOf[person] = table;
  return tableOf;
}

function blocksOf(roster: Roster, round: number, hint: Int32Array | undefined): Block[] {
  const there = (person: number) => roster.present[round * roster.size + person] === 1;
  const blocks = new Map<number, Block>();
  roster.groups.forEach((group, number) => {
    const members = group.filter(there);
    const [first] = members;
    if (first === undefined) return;
    blocks.set(number, {
      members,
      size: members.length,
      fixed: roster.fixed[number] as number,
      hard: members.length > 1,
      hint: hint?.[first] ?? NOWHERE,
      apart: new Set(),
      table: NOWHERE,
    });
  });
  for (const [a, b] of roster.apart) {
    const one = there(a) ? blocks.get(roster.group[a] as number) : undefined;
    const other = there(b) ? blocks.get(roster.group[b] as number) : undefined;
    if (!one || !other) continue;
    one.apart.add(other);
    other.apart.add(one);
    one.hard = other.hard = true;
  }
  return [...blocks.values()];
}

/** Seats those with a fixed table; the fill by table that comes of it. */
function boundFill(roster: Roster, blocks: readonly Block[], round: number): Int32Array {
  const bound = new Int32Array(roster.tables);
  for (const block of blocks) {
    if (block.fixed === NOWHERE) continue;
    block.table = block.fixed;
    bound[block.fixed] = (bound[block.fixed] as number) + block.size;
  }
  const name = (table: number) => `"${roster.instance.tables[table]?.id}"`;
  for (const block of blocks) {
    if (block.table === NOWHERE) continue;
    if ((bound[block.table] as number) > (roster.seats[block.table] as number))
      throw new SeatingError(
        'fixed-table-full',
        `${bound[block.table]} people are fixed at table ${name(block.table)}, which has ${roster.seats[block.table]} seats.`,
        round + 1,
      );
    for (const other of block.apart)
      if (other.table === block.table)
        throw new SeatingError(
          'apart-at-same-table',
          `Two people who are apart are fixed at table ${name(block.table)}.`,
          round + 1,
        );
  }
  return bound;
}

/** Places groups and people who are apart from somebody: evenly if it can be, else anyhow. The fill by table. */
function placeHard(
  roster: Roster,
  round: number,
  blocks: readonly Block[],
  level: Level,
  chance: Chance,
): Int32Array {
  const { seats } = roster;
  const even = placeBlocks(blocks, { seats, level, chance, steps: 20_000 });
  if (typeof even !== 'string') return even;
  const anyhow = placeBlocks(blocks, { seats, chance, steps: 300_000 });
  if (typeof anyhow !== 'string') return anyhow;
  if (anyhow === 'given-up')
    throw new SeatingError('no-seating-found', `No seating of round ${round + 1} was found.`, round + 1);
  const withoutApart = blocks.map((block) => ({ ...block, apart: new Set<Block>() }));
  throw typeof placeBlocks(withoutApart, { seats, chance, steps: 300_000 }) === 'string'
    ? new SeatingError(
        'groups-do-not-fit',
        `The groups of round ${round + 1} do not fit the tables.`,
        round + 1,
      )
    : new SeatingError(
        'apart-does-not-fit',
        `Round ${round + 1} has too few tables to keep everybody apart who shall be.`,
        round + 1,
      );
}

/** Spreads those whom nothing binds: by their hint while the table has room, then where there is most. */
function pourLoose(
  loose: readonly Block[],
  fill: Int32Array,
  level: Level,
  seats: Int32Array,
  chance: Chance,
): void {
  let extra = level.extra;
  const sit = (block: Block, table: number): boolean => {
    const now = fill[table] as number;
    const beyond = now >= (level.least[table] as number);
    if (beyond && (extra === 0 || now > level.level || now >= (seats[table] as number))) return false;
    if (beyond) extra -= 1;
    fill[table] = now + 1;
    block.table = table;
    return true;
  };
  const left = loose.filter((block) => block.hint === NOWHERE || !sit(block, block.hint));
  const tables = Int32Array.from(seats.keys());
  chance.shuffle(tables);
  // First up to the level everywhere, then the tables that hold one more.
  const waiting = left.values();
  let block = waiting.next();
  for (const table of tables)
    while (!block.done && (fill[table] as number) < (level.least[table] as number) && sit(block.value, table))
      block = waiting.next();
  for (const table of tables) if (!block.done && sit(block.value, table)) block = waiting.next();
}
