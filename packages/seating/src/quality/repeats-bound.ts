import { levelOf } from '../read/level.js';
import { NOWHERE } from '../read/seat-round.js';
import type { Roster } from '../read/roster.js';
import { APART, GROUPED, MEETINGS } from '../search/meetings.js';
import { isKnownImpossible } from './known-impossible.js';
import { leastPairs } from './sector-bound.js';

/**
 * Pairs that must share a table more than once in every plan: the best of five arguments. `before` is who has met
 * whom before the first planned round.
 */
export function repeatsBound(roster: Roster, before: Uint16Array): number {
  return Math.max(
    certainPairs(roster, before),
    tooFewTables(roster),
    tooFewPairs(roster, before),
    tooFewPeople(roster, before),
    isKnownImpossible(roster) ? 1 : 0,
  );
}

/** Pairs that repeat whatever is planned: by what was played, or fixed at one table. */
function certainPairs(roster: Roster, before: Uint16Array): number {
  const { size, group, fixed } = roster;
  let pairs = 0;
  for (let a = 0; a < size; a += 1) {
    const table = fixed[group[a] as number];
    for (let b = a + 1; b < size; b += 1) {
      const cell = before[a * size + b] as number;
      if (cell & GROUPED) continue;
      let meetings = cell & MEETINGS;
      if (table !== NOWHERE && fixed[group[b] as number] === table)
        meetings += plannedRounds(roster).filter(
          (round) => isThere(roster, round, a) && isThere(roster, round, b),
        ).length;
      if (meetings > 1) pairs += 1;
    }
  }
  return pairs;
}

/**
 * Pigeonholes: those of one table, or of one table of an earlier round, spread over fewer tables than they are.
 * Any two rounds give a bound, the greatest is taken.
 */
function tooFewTables(roster: Roster): number {
  const { size, seats, from, rounds, tables } = roster;
  const known = new Map<number, number>();
  /** Two planned rounds that so many people take part in: each table's people spread over all tables. */
  const planned = (people: number): number => {
    const found = known.get(people);
    if (found !== undefined) return found;
    const level = levelOf(seats, new Int32Array(tables), people);
    const pairs = level
      ? fillsOf(level.least, level.extra, seats).map((fill) => leastPairs(seats, fill))
      : [];
    known.set(people, total(pairs));
    return total(pairs);
  };
  let bound = 0;
  for (let later = from; later < rounds; later += 1)
    for (let earlier = 0; earlier < later; earlier += 1) {
      let both = 0;
      const sizes = new Int32Array(tables);
      for (let person = 0; person < size; person += 1)
        if (isThere(roster, earlier, person) && isThere(roster, later, person)) {
          both += 1;
          const table = earlier < from ? (roster.past[earlier * size + person] as number) : NOWHERE;
          if (table !== NOWHERE) sizes[table] = (sizes[table] as number) + 1;
        }
      const pairs =
        earlier < from ? total(Array.from(sizes, (seated) => leastPairs(seats, seated))) : planned(both);
      bound = Math.max(bound, pairs - groupPairs(roster, [earlier, later]));
    }
  return bound;
}

/** All tables together make more meetings than there are pairs; a pair can take a few of them at most. */
function tooFewPairs(roster: Roster, before: Uint16Array): number {
  const { size, seats } = roster;
  let meetings = 0;
  let pairs = 0;
  for (let a = 0; a < size; a += 1)
    for (let b = a + 1; b < size; b += 1) {
      const cell = before[a * size + b] as number;
      if (cell & GROUPED) continue;
      meetings += cell & MEETINGS;
      if (!(cell & APART) || cell & MEETINGS) pairs += 1;
    }
  for (const round of plannedRounds(roster)) {
    let people = 0;
    for (let person = 0; person < size; person += 1) people += isThere(roster, round, person) ? 1 : 0;
    meetings += leastPairs(seats, people) - groupPairs(roster, [round]);
  }
  return Math.ceil(Math.max(0, meetings - pairs) / Math.max(1, mostMeetings(roster) - 1));
}

/** The same for each person: more neighbours in all than there are others. Only where nothing unevens the tables. */
function tooFewPeople(roster: Roster, before: Uint16Array): number {
  const { size, seats, tables } = roster;
  if (
    roster.groups.length < size ||
    roster.apart.length > 0 ||
    roster.fixed.some((table) => table !== NOWHERE)
  )
    return 0;
  const neighbours = plannedRounds(roster).map((round) => {
    let people = 0;
    for (let person = 0; person < size; person += 1) people += isThere(roster, round, person) ? 1 : 0;
    const fills = levelOf(seats, new Int32Array(tables), people)?.least.filter((fill) => fill > 0) ?? [];
    return fills.length === 0 ? 0 : Math.min(...fills) - 1;
  });
  let ends = 0;
  for (let a = 0; a < size; a += 1) {
    let meetings = 0;
    for (let b = 0; b < size; b += 1) meetings += (before[a * size + b] as number) & MEETINGS;
    plannedRounds(roster).forEach((round, at) => {
      if (isThere(roster, round, a)) meetings += neighbours[at] as number;
    });
    ends += Math.ceil(Math.max(0, meetings - (size - 1)) / Math.max(1, mostMeetings(roster) - 1));
  }
  return Math.ceil(ends / 2);
}

/** How often a pair can have met in the end. */
function mostMeetings({ rounds, met }: Roster): number {
  return rounds + (met.length > 0 ? 1 : 0);
}

function plannedRounds({ from, rounds }: Roster): number[] {
  return Array.from({ length: rounds - from }, (_, at) => from + at);
}

function isThere({ present, size }: Roster, round: number, person: number): boolean {
  return present[round * size + person] === 1;
}

/** Pairs of one group that are there in all of the rounds: their meetings are free. */
function groupPairs(roster: Roster, rounds: readonly number[]): number {
  let pairs = 0;
  for (const members of roster.groups) {
    if (members.length < 2) continue;
    const there = members.filter((person) => rounds.every((round) => isThere(roster, round, person))).length;
    pairs += (there * (there - 1)) / 2;
  }
  return pairs;
}

function fillsOf(least: Int32Array, extra: number, seats: Int32Array): number[] {
  let left = extra;
  return Array.from(least, (fill, table) =>
    left > 0 && fill < (seats[table] as number) ? ((left -= 1), fill + 1) : fill,
  );
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
