import type { Chance } from '../search/chance.js';
import type { Skeleton, Wanted } from './skeleton.js';

/**
 * People are `classes` copies of Z_turn and a few fixed points; `bases` base rounds are found, and turning each of
 * them through Z_turn gives the others.
 */
interface CyclicShape {
  readonly turn: number;
  readonly classes: number;
  readonly fixed: number;
  readonly bases: number;
}

/** The ways to see so many rounds of so many people as one turned base round. */
function cyclicShapes({ tables, size, rounds }: Wanted): CyclicShape[] {
  const people = tables * size;
  const shapes: CyclicShape[] = [];
  for (let turn = Math.max(2, rounds); turn <= people / 2; turn += 1) {
    const fixed = people % turn;
    // Everybody must have people left to meet in all rounds that come of it.
    if (fixed <= tables && turn * (size - 1) < people)
      shapes.push({ turn, classes: (people - fixed) / turn, fixed, bases: 1 });
  }
  return shapes;
}

/** Turns base rounds, tables by position, into all rounds. Position c * turn + x is element x of class c, fixed points come last. */
export function turned(
  { tables, size }: Wanted,
  { turn, classes }: CyclicShape,
  bases: readonly Int32Array[],
): Skeleton {
  return {
    method: `cyclic over Z${turn}`,
    tables,
    positions: tables * size,
    columns: 0,
    rounds: bases.flatMap((base) =>
      Array.from({ length: turn }, (_, shift) => {
        const tableOf = base.slice();
        for (let at = 0; at < classes * turn; at += 1) {
          const inClass = at % turn;
          tableOf[at] = base[at - inClass + ((inClass - shift + turn) % turn)] as number;
        }
        return tableOf;
      }),
    ),
  };
}

/** Swaps tried in all, and people at most: some 60 ms. */
const STEPS = 120_000;
const MOST_PEOPLE = 60;

/**
 * Looks for a base round by annealing: in it every orbit of pairs under turning may be met once at most, and an orbit
 * shorter than the turn never. Undefined when its steps did not find any.
 * Source: the method of mixed differences, R. C. Bose, Ann. Eugenics 9 (1939) 353-399; starters as in the Handbook of
 * Combinatorial Designs (2nd ed. 2007), VI.55.
 */
export function cyclicSearch(wanted: Wanted, chance: Chance): Skeleton | undefined {
  if (wanted.tables * wanted.size > MOST_PEOPLE) return undefined;
  const shapes = cyclicShapes(wanted);
  for (const shape of shapes) {
    const search = new BaseSearch(wanted, shape, chance);
    if (!search.run(Math.floor(STEPS / shapes.length))) continue;
    const skeleton = turned(wanted, shape, search.bases);
    return { ...skeleton, rounds: skeleton.rounds.slice(0, wanted.rounds) };
  }
  return undefined;
}

/** Meeting an orbit that may not be met at all. */
const SHORT = 2;

class BaseSearch {
  readonly bases: Int32Array[];
  private readonly people: number;
  /** People by base round, table and seat. */
  private readonly seats: Int32Array[];
  /** Orbit of each pair. */
  private readonly orbit: Int32Array;
  /** How often the base rounds meet an orbit; short ones begin at `SHORT`. */
  private readonly hits: Int32Array;
  private cost = 0;

  constructor(
    private readonly wanted: Wanted,
    { turn, classes, bases }: CyclicShape,
    private readonly chance: Chance,
  ) {
    this.people = wanted.tables * wanted.size;
    const { people } = this;
    this.orbit = new Int32Array(people * people).fill(-1);
    const short: boolean[] = [];
    for (let a = 0; a < people; a += 1)
      for (let b = a + 1; b < people; b += 1) {
        if (this.orbit[a * people + b] !== -1) continue;
        let length = 0;
        for (let x = a, y = b; this.orbit[x * people + y] === -1; length += 1) {
          this.orbit[x * people + y] = this.orbit[y * people + x] = short.length;
          x = step(x, turn, classes);
          y = step(y, turn, classes);
        }
        short.push(length < turn);
      }
    this.hits = Int32Array.from(short, (is) => (is ? SHORT : 0));
    this.seats = Array.from({ length: bases }, () => {
      const order = Int32Array.from({ length: people }, (_, at) => at);
      chance.shuffle(order);
      return order;
    });
    this.bases = this.seats.map((order) => {
      const tableOf = new Int32Array(people);
      order.forEach((person, seat) => (tableOf[person] = Math.floor(seat / wanted.size)));
      return tableOf;
    });
    for (const order of this.seats)
      for (let table = 0; table < wanted.tables; table += 1)
        for (let i = 0; i < wanted.size; i += 1)
          for (let j = 0; j < i; j += 1)
            this.cost += this.hit(
              order[table * wanted.size + i] as number,
              order[table * wanted.size + j] as number,
            );
  }

  private hit(a: number, b: number): number {
    const orbit = this.orbit[a * this.people + b] as number;
    const before = this.hits[orbit] as number;
    this.hits[orbit] = before + 1;
    return before;
  }

  private unhit(a: number, b: number): number {
    const orbit = this.orbit[a * this.people + b] as number;
    const after = (this.hits[orbit] as number) - 1;
    this.hits[orbit] = after;
    return -after;
  }

  /** Swaps two seats and tells what it cost. */
  private swap(order: Int32Array, one: number, other: number): number {
    const { size } = this.wanted;
    const a = order[one] as number;
    const b = order[other] as number;
    const ofOne = one - (one % size);
    const ofOther = other - (other % size);
    let points = 0;
    for (let at = 0; at < size; at += 1) {
      if (ofOne + at !== one) points += this.unhit(a, order[ofOne + at] as number);
      if (ofOther + at !== other) points += this.unhit(b, order[ofOther + at] as number);
    }
    order[one] = b;
    order[other] = a;
    for (let at = 0; at < size; at += 1) {
      if (ofOne + at !== one) points += this.hit(b, order[ofOne + at] as number);
      if (ofOther + at !== other) points += this.hit(a, order[ofOther + at] as number);
    }
    return points;
  }

  run(steps: number): boolean {
    const { size } = this.wanted;
    const { chance, people, seats } = this;
    for (let left = steps; left > 0 && this.cost > 0; left -= 1) {
      const base = seats.length === 1 ? 0 : chance.below(seats.length);
      const order = seats[base] as Int32Array;
      const one = chance.below(people);
      const other = chance.below(people);
      if (Math.floor(one / size) === Math.floor(other / size)) continue;
      const temperature = 0.3 + 0.35 * (left / steps);
      const points = this.swap(order, one, other);
      if (points > 0 && chance.share() >= Math.exp(-points / temperature)) {
        this.swap(order, one, other);
        continue;
      }
      this.cost += points;
    }
    this.seats.forEach((order, base) =>
      order.forEach((person, seat) => ((this.bases[base] as Int32Array)[person] = Math.floor(seat / size))),
    );
    return this.cost === 0;
  }
}

function step(point: number, turn: number, classes: number): number {
  if (point >= turn * classes) return point;
  return point % turn === turn - 1 ? point - turn + 1 : point + 1;
}
