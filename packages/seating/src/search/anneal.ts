import type { Roster } from '../read/roster.js';
import { NOWHERE } from '../read/seat-round.js';
import type { Chance } from './chance.js';
import { moveBlock } from './move-block.js';
import { type Heat, Schedule } from './schedule.js';
import type { Aim, Seating } from './seating.js';

/** Between two looks at the clock. */
const STEPS_A_LOOK = 8192;

/** A seating that lets fewer than one swap of so many pass is frozen; looked at when it is warmest. */
const FROZEN = 2000;
const STEPS_BEFORE_FROZEN = 8 * STEPS_A_LOOK;

/**
 * Seat-swap annealing: two people of one round change seats, or one moves to a table with one fewer; worse plans are
 * accepted with probability exp(-points / temperature). Gives the points won (lower is better, 0 where it began) and
 * leaves the seating at the best it saw at a look. Yields the share of steps done and is
 * answered the share of its time that is gone.
 * Source: S. Kirkpatrick, C. Gelatt, M. Vecchi, Science 220 (1983) 671-680; swaps of conflicted people first as in
 * I. Dotu, P. Van Hentenryck, CP 2005, LNCS 3709, 807-811.
 */
export function* anneal(
  roster: Roster,
  seating: Seating,
  aim: Aim,
  heat: Heat,
  /** Stop as soon as so many points are won; `-Infinity`: never. */
  enough: number,
  chance: Chance,
): Generator<number, { points: number; best: Int32Array[] }, number> {
  const { size, tables, rounds } = seating;
  const alone = Uint8Array.from(roster.group, (group) =>
    roster.groups[group]?.length === 1 && roster.fixed[group] === NOWHERE ? 1 : 0,
  );
  let points = 0;
  let lowest = 0;
  let best = seating.picture();
  const schedule = new Schedule(heat);
  let temperature = heat.hot;
  let accepted = 0;

  for (let step = 0; step < heat.steps; step += 1) {
    if (step % STEPS_A_LOOK === 0) {
      if (points < lowest) {
        lowest = points;
        best = seating.picture();
      }
      const next = schedule.temperature(step, yield step / heat.steps);
      if (next === undefined) break;
      temperature = next;
      if (step === STEPS_BEFORE_FROZEN && accepted * FROZEN < step) break;
    }
    const round = chance.below(rounds);
    const a = chance.below(size);
    const tableA = seating.tableOf[round * size + a] as number;
    if (tableA === NOWHERE) continue;
    if (!aim.mixing && (chance.bits() & 15) !== 0 && !seating.repeats(round, a)) continue;
    const tableB = chance.below(tables);
    const place = round * tables + tableB;
    const fill = seating.fill[place] as number;
    if (tableB === tableA) continue;

    if (alone[a] !== 1) {
      points += moveBlock(roster, seating, aim, round, a, tableB, temperature, chance);
    } else if (
      seating.filled(round, tableA) === fill + 1 &&
      fill < (roster.seats[tableB] as number) &&
      (chance.bits() & 3) === 0
    ) {
      const cost = seating.joinCost(aim, round, a, tableB) - seating.leaveCost(aim, round, a);
      if (cost > 0 && chance.share() >= Math.exp(-cost / temperature)) continue;
      seating.leave(round, a);
      seating.join(round, a, tableB);
      points += cost;
      accepted += 1;
    } else {
      if (fill === 0) continue;
      const b = seating.slots[(seating.start[place] as number) + chance.below(fill)] as number;
      if (alone[b] !== 1) continue;
      const cost = seating.swapCost(aim, round, a, b);
      if (cost > 0 && chance.share() >= Math.exp(-cost / temperature)) continue;
      seating.swap(round, a, b);
      points += cost;
      accepted += 1;
    }
    if (points <= enough) break;
  }
  if (points < lowest) {
    lowest = points;
    best = seating.picture();
  }
  return { points: lowest, best };
}
