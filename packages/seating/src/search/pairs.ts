import type { Roster } from '../read/roster.js';
import { gainOf, type Links } from './links.js';
import { APART, MEETINGS, MET } from './meetings.js';
import { FORBIDDEN, WEIGHTS } from './weights.js';

/** Up to so many groups the points of all pairs are worked out beforehand. */
const MOST_IN_MEMORY = 1500;

/** What it is worth, in points, that two groups share tables in the planned rounds. */
export class Pairs {
  private readonly once: Int32Array | undefined;

  constructor(
    private readonly roster: Roster,
    private readonly before: Uint16Array,
    private readonly links: Links,
  ) {
    const count = roster.groups.length;
    if (count > MOST_IN_MEMORY) return;
    const once = new Int32Array(count * count);
    for (let a = 0; a < count; a += 1)
      for (let b = 0; b < a; b += 1) once[a * count + b] = once[b * count + a] = this.work(a, b, 1);
    this.once = once;
  }

  points(a: number, b: number, times: number): number {
    if (times === 1 && this.once) return this.once[a * this.roster.groups.length + b] as number;
    return this.work(a, b, times);
  }

  private work(a: number, b: number, times: number): number {
    const { groups, size, sector, side, affiliation } = this.roster;
    let points = 0;
    for (const one of groups[a] ?? [])
      for (const other of groups[b] ?? []) {
        const cell = this.before[one * size + other] as number;
        if (cell & APART) points += FORBIDDEN;
        if ((cell & MEETINGS) > 0) points += WEIGHTS.repeat;
        if ((cell & MEETINGS) === 0 || (cell & MET && (cell & MEETINGS) === 1))
          points -= gainOf(this.links, one, other);
        let likeness = 0;
        if (sector[one] === sector[other]) likeness += WEIGHTS.sector;
        if (side[one] === side[other]) likeness += WEIGHTS.side;
        if (affiliation[one] === affiliation[other] && affiliation[one] !== -1)
          likeness += WEIGHTS.affiliation;
        points += likeness * times;
      }
    return points;
  }
}
