import { NOWHERE } from '../read/seat-round.js';
import type { Roster } from '../read/roster.js';
import { APART, GROUPED, LINKED, MEETINGS, MET } from './meetings.js';
import { gainOf, type Links } from './links.js';
import { FORBIDDEN, WEIGHTS } from './weights.js';

/** What a search minimises: points for each further meeting of a pair, and whether sectors and wishes count. */
export interface Aim {
  /** Points when a pair that has met `index` times meets once more. */
  readonly again: Int32Array;
  readonly mixing: boolean;
}

/**
 * The planned rounds as one mutable state: who sits where, and who has met whom how often. Changes cost work in
 * proportion to a table, not to the room. Rounds are counted from the first planned one.
 */
export class Seating {
  readonly size: number;
  readonly rounds: number;
  readonly tables: number;
  /** Table by round * size + person, -1: not there. */
  readonly tableOf: Int32Array;
  /** How many sit at round * tables + table. */
  readonly fill: Int32Array;
  /** Place in `slots` by round * size + person. */
  private readonly slotOf: Int32Array;
  readonly slots: Int32Array;
  /** Where in `slots` a table of a round begins: round * tables + table. */
  readonly start: Int32Array;
  private readonly cells: Uint16Array;

  constructor(
    private readonly roster: Roster,
    /** Meetings before the first planned round; not changed. */
    before: Uint16Array,
    private readonly links: Links,
    /** Table by person, for each planned round. */
    rounds: readonly Int32Array[],
  ) {
    const { size, tables } = roster;
    this.size = size;
    this.tables = tables;
    this.rounds = rounds.length;
    this.tableOf = new Int32Array(this.rounds * size).fill(NOWHERE);
    this.slotOf = new Int32Array(this.rounds * size).fill(NOWHERE);
    this.fill = new Int32Array(this.rounds * tables);
    this.start = new Int32Array(this.rounds * tables);
    rounds.forEach((round, number) =>
      round.forEach((table) => {
        if (table !== NOWHERE) this.fill[number * tables + table] = this.filled(number, table) + 1;
      }),
    );
    const fullest = this.fill.reduce((most, fill) => Math.max(most, fill), 0);
    let slots = 0;
    for (let at = 0; at < this.start.length; at += 1) {
      this.start[at] = slots;
      slots += Math.min(roster.seats[at % tables] as number, fullest);
    }
    this.slots = new Int32Array(slots);
    this.fill.fill(0);
    this.cells = before.slice();
    rounds.forEach((round, number) =>
      round.forEach((table, person) => {
        if (table !== NOWHERE) this.join(number, person, table);
      }),
    );
    for (let person = 0; person < size; person += 1)
      for (let at = links.start[person] as number; at < (links.start[person + 1] as number); at += 1) {
        const cell = person * size + (links.other[at] as number);
        this.cells[cell] = (this.cells[cell] as number) | LINKED;
      }
  }

  filled(round: number, table: number): number {
    return this.fill[round * this.tables + table] as number;
  }

  cell(a: number, b: number): number {
    return this.cells[a * this.size + b] as number;
  }

  /** Points of sector, side and affiliation when two share a table once. */
  private likeness(a: number, b: number): number {
    const { sector, side, affiliation } = this.roster;
    return (
      (sector[a] === sector[b] ? WEIGHTS.sector : 0) +
      (side[a] === side[b] ? WEIGHTS.side : 0) +
      (affiliation[a] === affiliation[b] && affiliation[a] !== -1 ? WEIGHTS.affiliation : 0)
    );
  }

  /** Points of one more meeting of a pair of which something special is known and who have met `count` times. */
  private special(aim: Aim, a: number, b: number, cell: number, count: number): number {
    if (cell & APART) return FORBIDDEN;
    let points = cell & GROUPED ? 0 : (aim.again[count] as number);
    const shared = count - (cell & MET ? 1 : 0);
    if (aim.mixing && shared === 0 && cell & LINKED) points -= gainOf(this.links, a, b);
    return points;
  }

  /** Points if the two meet once more. */
  meeting(aim: Aim, a: number, b: number): number {
    const cell = this.cells[a * this.size + b] as number;
    const points =
      cell <= MEETINGS ? (aim.again[cell] as number) : this.special(aim, a, b, cell, cell & MEETINGS);
    return aim.mixing ? points + this.likeness(a, b) : points;
  }

  /** Points that the last meeting of the two cost. */
  private unmeeting(aim: Aim, a: number, b: number): number {
    const cell = this.cells[a * this.size + b] as number;
    const points =
      cell <= MEETINGS
        ? (aim.again[cell - 1] as number)
        : this.special(aim, a, b, cell, (cell & MEETINGS) - 1);
    return aim.mixing ? points + this.likeness(a, b) : points;
  }

  /** Points won or lost if two people of different tables change seats in a round. */
  swapCost(aim: Aim, round: number, a: number, b: number): number {
    const { size, tables, tableOf, slots, start, fill } = this;
    const ofA = round * tables + (tableOf[round * size + a] as number);
    const ofB = round * tables + (tableOf[round * size + b] as number);
    let points = 0;
    const endA = (start[ofA] as number) + (fill[ofA] as number);
    for (let at = start[ofA] as number; at < endA; at += 1) {
      const other = slots[at] as number;
      if (other !== a) points += this.meeting(aim, b, other) - this.unmeeting(aim, a, other);
    }
    const endB = (start[ofB] as number) + (fill[ofB] as number);
    for (let at = start[ofB] as number; at < endB; at += 1) {
      const other = slots[at] as number;
      if (other !== b) points += this.meeting(aim, a, other) - this.unmeeting(aim, b, other);
    }
    return points;
  }

  /** Points if somebody who sits elsewhere joins a table. */
  joinCost(aim: Aim, round: number, person: number, table: number): number {
    const place = round * this.tables + table;
    const end = (this.start[place] as number) + (this.fill[place] as number);
    let points = 0;
    for (let at = this.start[place] as number; at < end; at += 1)
      points += this.meeting(aim, person, this.slots[at] as number);
    return points;
  }

  /** Points that are saved if somebody leaves the table. */
  leaveCost(aim: Aim, round: number, person: number): number {
    const place = round * this.tables + (this.tableOf[round * this.size + person] as number);
    const end = (this.start[place] as number) + (this.fill[place] as number);
    let points = 0;
    for (let at = this.start[place] as number; at < end; at += 1) {
      const other = this.slots[at] as number;
      if (other !== person) points += this.unmeeting(aim, person, other);
    }
    return points;
  }

  /** Whether somebody sits with a person met before or elsewhere in the evening. */
  repeats(round: number, person: number): boolean {
    const place = round * this.tables + (this.tableOf[round * this.size + person] as number);
    const end = (this.start[place] as number) + (this.fill[place] as number);
    for (let at = this.start[place] as number; at < end; at += 1) {
      const other = this.slots[at] as number;
      const cell = this.cells[person * this.size + other] as number;
      if (other !== person && (cell & MEETINGS) > 1 && !(cell & GROUPED)) return true;
    }
    return false;
  }

  join(round: number, person: number, table: number): void {
    const place = round * this.tables + table;
    const first = this.start[place] as number;
    const end = first + (this.fill[place] as number);
    for (let at = first; at < end; at += 1) this.count(person, this.slots[at] as number, 1);
    this.slots[end] = person;
    this.slotOf[round * this.size + person] = end;
    this.tableOf[round * this.size + person] = table;
    this.fill[place] = end + 1 - first;
  }

  leave(round: number, person: number): void {
    const seat = round * this.size + person;
    const place = round * this.tables + (this.tableOf[seat] as number);
    const last = (this.start[place] as number) + (this.fill[place] as number) - 1;
    const slot = this.slotOf[seat] as number;
    const moved = this.slots[last] as number;
    this.slots[slot] = moved;
    this.slotOf[round * this.size + moved] = slot;
    this.fill[place] = (this.fill[place] as number) - 1;
    this.tableOf[seat] = NOWHERE;
    for (let at = this.start[place] as number; at < last; at += 1)
      this.count(person, this.slots[at] as number, -1);
  }

  swap(round: number, a: number, b: number): void {
    const tableA = this.tableOf[round * this.size + a] as number;
    const tableB = this.tableOf[round * this.size + b] as number;
    this.leave(round, a);
    this.leave(round, b);
    this.join(round, a, tableB);
    this.join(round, b, tableA);
  }

  private count(a: number, b: number, change: number): void {
    const { size, cells } = this;
    cells[a * size + b] = (cells[a * size + b] as number) + change;
    cells[b * size + a] = (cells[b * size + a] as number) + change;
  }

  /** Points of all pairs by what the planned rounds added to their meetings, sectors and wishes aside. */
  points(aim: Aim, before: Uint16Array): number {
    const { size, cells } = this;
    let points = 0;
    for (let a = 0; a < size; a += 1)
      for (let b = a + 1; b < size; b += 1) {
        const cell = cells[a * size + b] as number;
        if (cell & GROUPED) continue;
        for (let met = (before[a * size + b] as number) & MEETINGS; met < (cell & MEETINGS); met += 1)
          points += aim.again[met] as number;
      }
    return points;
  }

  /** A copy of who sits where, round by round. */
  picture(): Int32Array[] {
    return Array.from({ length: this.rounds }, (_, round) =>
      this.tableOf.slice(round * this.size, (round + 1) * this.size),
    );
  }
}
