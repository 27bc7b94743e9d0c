import type { Skeleton } from '../construct/skeleton.js';
import type { Roster } from '../read/roster.js';
import type { Chance } from './chance.js';
import type { Pairs } from './pairs.js';
import { type Heat, Schedule } from './schedule.js';

const STEPS_A_LOOK = 2048;

/** Whom each position sits with over the rounds, and how often: sparse rows. */
export interface Neighbours {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly times: Int32Array;
}

export function neighboursOf(skeleton: Skeleton): Neighbours {
  const rows = Array.from({ length: skeleton.positions }, () => new Map<number, number>());
  for (const round of skeleton.rounds) {
    const seated: number[][] = Array.from({ length: skeleton.tables }, () => []);
    round.forEach((table, position) => seated[table]?.push(position));
    for (const table of seated)
      for (const a of table) for (const b of table) if (a !== b) rows[a]?.set(b, (rows[a]?.get(b) ?? 0) + 1);
  }
  const start = new Int32Array(skeleton.positions + 1);
  rows.forEach((row, position) => (start[position + 1] = (start[position] as number) + row.size));
  return {
    start,
    other: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
    times: Int32Array.from(rows.flatMap((row) => [...row.values()])),
  };
}

/**
 * Relabelling: two groups change places in all rounds at once, so that the skeleton's freedom from repeats stays
 * whatever is swapped, and sectors and wishes are served by who is who. Groups of another kind (more people, a fixed
 * table) keep their own positions. `labels`, group by position, is changed in place.
 * Source: that renaming people turns schedules into schedules: B. M. Smith, Reducing symmetry in a combinatorial design
 * problem, CPAIOR 2001, 351-359; here it is the search space.
 */
export function* relabel(
  roster: Roster,
  neighbours: Neighbours,
  pairs: Pairs,
  labels: Int32Array,
  heat: Heat,
  chance: Chance,
): Generator<number, number, number> {
  const { start, other, times } = neighbours;
  const kind = (group: number) => `${roster.groups[group]?.length} ${roster.fixed[group]}`;
  const alike = new Map<string, number[]>();
  labels.forEach((group, position) => {
    const name = kind(group);
    alike.set(name, [...(alike.get(name) ?? []), position]);
  });
  const partners = Array.from(labels, (group) => alike.get(kind(group)) as number[]);

  const change = (position: number, from: number, to: number, except: number): number => {
    let points = 0;
    for (let at = start[position] as number; at < (start[position + 1] as number); at += 1) {
      const place = other[at] as number;
      if (place === except) continue;
      const neighbour = labels[place] as number;
      points +=
        pairs.points(to, neighbour, times[at] as number) - pairs.points(from, neighbour, times[at] as number);
    }
    return points;
  };

  let points = 0;
  const schedule = new Schedule(heat);
  let temperature = heat.hot;
  for (let step = 0; step < heat.steps; step += 1) {
    if (step % STEPS_A_LOOK === 0) {
      const next = schedule.temperature(step, yield step / heat.steps);
      if (next === undefined) break;
      temperature = next;
    }
    const one = chance.below(labels.length);
    const choice = partners[one] as number[];
    const two = choice[chance.below(choice.length)] as number;
    const a = labels[one] as number;
    const b = labels[two] as number;
    if (a === b) continue;
    const cost = change(one, a, b, two) + change(two, b, a, one);
    if (cost > 0 && chance.share() >= Math.exp(-cost / temperature)) continue;
    labels[one] = b;
    labels[two] = a;
    points += cost;
  }
  return points;
}
