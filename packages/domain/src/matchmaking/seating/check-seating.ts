import type { SeatingInstance } from './instance.js';
import type { SeatingRound } from './rounds.js';

/** What may be wrong with a plan. None of it is ever shown to people: such a plan is not kept. */
export type SeatingFault =
  | 'rounds-missing'
  | 'past-changed'
  | 'unknown-table'
  | 'over-seats'
  | 'seated-twice'
  | 'seated-though-away'
  | 'not-seated'
  | 'not-at-own-table'
  | 'not-together'
  | 'not-apart';

/**
 * Whether a plan is one for this instance, by counting with ids only: it shares nothing with the planner, whose plans are
 * not kept without it. Each fault once; none: the plan is right.
 */
export function seatingFaults(instance: SeatingInstance, rounds: readonly SeatingRound[]): SeatingFault[] {
  const faults = new Set<SeatingFault>();
  if (rounds.length !== instance.rounds) faults.add('rounds-missing');
  instance.played.forEach((round, at) => {
    if (!sameRound(round, rounds[at] ?? {})) faults.add('past-changed');
  });
  const ahead = rounds.slice(instance.played.length);
  ahead.forEach((round, at) => {
    for (const fault of faultsOfRound(instance, round, instance.played.length + at + 1)) faults.add(fault);
  });
  return [...faults];
}

function faultsOfRound(instance: SeatingInstance, round: SeatingRound, number: number): SeatingFault[] {
  const faults: SeatingFault[] = [];
  const seats = new Map(instance.tables.map((table) => [table.id, table.seats]));
  const tableOf = new Map<string, string>();
  for (const [table, ids] of Object.entries(round)) {
    const room = seats.get(table);
    if (room === undefined) faults.push('unknown-table');
    else if (ids.length > room) faults.push('over-seats');
    for (const id of ids) {
      if (tableOf.has(id)) faults.push('seated-twice');
      tableOf.set(id, table);
    }
  }
  const people = new Set(instance.people.map(({ id }) => id));
  if ([...tableOf.keys()].some((id) => !people.has(id))) faults.push('seated-though-away');
  for (const { id, fixedTable } of instance.people) {
    const away = instance.absent[id]?.includes(number) ?? false;
    const table = tableOf.get(id);
    if (away && table !== undefined) faults.push('seated-though-away');
    if (!away && table === undefined) faults.push('not-seated');
    if (fixedTable !== undefined && table !== undefined && table !== fixedTable)
      faults.push('not-at-own-table');
  }
  const both = ([one, other]: readonly [string, string]) => tableOf.has(one) && tableOf.has(other);
  const share = ([one, other]: readonly [string, string]) => tableOf.get(one) === tableOf.get(other);
  if (instance.together.some((pair) => both(pair) && !share(pair))) faults.push('not-together');
  if (instance.apart.some((pair) => both(pair) && share(pair))) faults.push('not-apart');
  return faults;
}

function sameRound(one: SeatingRound, other: SeatingRound): boolean {
  const told = (round: SeatingRound) =>
    Object.entries(round)
      .filter(([, ids]) => ids.length > 0)
      .map(([table, ids]) => `${table}: ${[...ids].toSorted().join(' ')}`)
      .toSorted()
      .join('\n');
  return told(one) === told(other);
}
