import type { Quality } from './instance.js';
import { findSkeleton } from './find-skeleton.js';
import { fit } from './fit.js';
import { measure } from './quality/measure.js';
import { repeatsBound } from './quality/repeats-bound.js';
import { sectorBound } from './quality/sector-bound.js';
import { levelOf } from './read/level.js';
import type { Roster } from './read/roster.js';
import { seatRound } from './read/seat-round.js';
import { anneal } from './search/anneal.js';
import type { Chance } from './search/chance.js';
import { type Links, linksOf } from './search/links.js';
import { meetingsBefore } from './search/meetings.js';
import { Pairs } from './search/pairs.js';
import { neighboursOf, relabel } from './search/relabel.js';
import { type Aim, Seating } from './search/seating.js';
import { WEIGHTS } from './search/weights.js';

/** How far a search is. */
export interface Progress {
  /** From 0 to 1. */
  readonly done: number;
  /** Of the best plan so far. */
  readonly repeats: number;
  readonly repeatsBound: number;
}

export interface Solution {
  /** Table by person for every round, played ones included. */
  readonly rounds: readonly Int32Array[];
  readonly quality: Quality;
  readonly method: string;
}

/** Steps of relabelling times neighbours of a person, at most: some 400 ms. */
const RELABEL_WORK = 16_000_000;
/** So many groups are a small room: its tables are too tight for seat swaps to help. */
const SMALL = 70;
/** Seat swaps of the last polish, at most: a second or less. */
const POLISH_STEPS = 2_500_000;

type Search<Result> = Generator<Progress, Result, number>;

/** Meeting again costs the more, the more often: good for getting down to none. */
const SPREADING: Aim = { again: Int32Array.from({ length: 1024 }, (_, met) => met), mixing: false };
/** Only that a pair repeats counts, as in the plan's figure. */
const POLISHING: Aim = {
  again: Int32Array.from({ length: 1024 }, (_, met) => (met === 1 ? WEIGHTS.repeat : met === 0 ? 0 : 1)),
  mixing: true,
};

/**
 * The whole search as steps: yields how far it is and is answered the share of its time that is gone; from 1 on it
 * gives the best it has. Throws `SeatingError` when there is no plan.
 */
export function* solve(roster: Roster, chance: Chance): Search<Solution> {
  const search = new PlanSearch(roster, chance);
  return yield* search.run();
}

class PlanSearch {
  private readonly before: Uint16Array;
  private readonly links: Links;
  private readonly past: Int32Array[];
  private readonly bounds: { repeats: number; sameSector: number };
  private best!: Solution;
  /** Share of the time that is gone, as last answered. */
  private elapsed = 0;
  /** Share of the search that is done, as last told. */
  private told = 0;

  constructor(
    private readonly roster: Roster,
    private readonly chance: Chance,
  ) {
    const { size, from } = roster;
    this.before = meetingsBefore(roster);
    this.links = linksOf(roster);
    this.past = Array.from({ length: from }, (_, round) =>
      roster.past.slice(round * size, (round + 1) * size),
    );
    this.bounds = {
      repeats: repeatsBound(roster, this.before),
      sameSector: sectorBound(roster, measure(roster, this.past).sameSector),
    };
  }

  *run(): Search<Solution> {
    const { roster, chance } = this;
    const cold = Array.from({ length: roster.rounds - roster.from }, (_, at) =>
      seatRound(roster, roster.from + at, chance),
    );
    this.keep(cold, 'seating at random');
    if (cold.length === 0 || this.finished()) return this.best;
    const skeleton = yield* this.construct();
    if (this.best.quality.repeats > this.bounds.repeats) yield* this.spread(cold, skeleton);
    if (!this.finished() && this.elapsed < 1) yield* this.polish();
    return this.best;
  }

  /** A plan from a construction, its people placed so that sectors mix and wishes are met. */
  private *construct(): Search<Int32Array[] | undefined> {
    const { roster, chance } = this;
    const groups = expected(roster);
    if (!evenTables(roster, groups)) return undefined;
    const tables = roster.seats.filter((seats) => seats > 0).length;
    const skeleton = findSkeleton(groups.length, tables, roster.rounds - roster.from, chance);
    if (!skeleton) return undefined;
    const labels = firstLabels(roster, groups);
    this.keep(fit(roster, skeleton, labels, chance), skeleton.method);
    if (this.finished()) return undefined;
    const pairs = new Pairs(roster, this.before, this.links);
    const neighbours = neighboursOf(skeleton);
    const each = neighbours.other.length / skeleton.positions;
    const steps = Math.ceil(Math.min(8000 * groups.length, RELABEL_WORK / Math.max(1, each)));
    // A short one first: where only sectors have to mix it often is enough. Small rooms are worth several tries.
    const short = { steps: Math.ceil(steps / 24), hot: 12, cold: 3 };
    const long = { steps, hot: 40, cold: 3 };
    const heats = groups.length <= SMALL ? [short, long, long, long] : [short, long];
    for (const [at, heat] of heats.entries()) {
      const child = relabel(roster, neighbours, pairs, labels, heat, chance);
      yield* this.follow(child, (0.6 * (at + 1)) / heats.length);
      this.keep(fit(roster, skeleton, labels, chance), `${skeleton.method} + relabelling`);
      if (this.finished()) return undefined;
    }
    const fitted = fit(roster, skeleton, labels, chance);
    return fitted;
  }

  /** Seat swaps against repeats alone, from a random seating and from the constructed one in turn, each time longer. */
  private *spread(cold: readonly Int32Array[], constructed: readonly Int32Array[] | undefined): Search<void> {
    let steps = Math.min(100_000, 300 * this.roster.size * cold.length);
    for (
      let turn = 0;
      turn < 9 && this.elapsed < 1 && this.best.quality.repeats > this.bounds.repeats;
      turn += 1
    ) {
      const start = constructed && turn % 2 === 0 ? constructed : cold;
      const seating = new Seating(this.roster, this.before, this.links, start);
      const enough = this.bounds.repeats - seating.points(SPREADING, this.before);
      const heat = { steps, hot: 0.6, cold: 0.15 };
      const child = anneal(this.roster, seating, SPREADING, heat, enough, this.chance);
      const { best } = yield* this.follow(child, 0.64 + turn * 0.035);
      this.keep(best, 'seat swaps');
      steps = Math.ceil(steps * 1.5);
    }
  }

  /** Seat swaps for everything at once, from the best plan. */
  private *polish(): Search<void> {
    const planned = this.best.rounds.slice(this.roster.from);
    const seating = new Seating(this.roster, this.before, this.links, planned);
    const steps = Math.min(POLISH_STEPS, 100 * this.roster.size ** 2 * planned.length);
    const heat = { steps, hot: 30, cold: 2 };
    const child = anneal(this.roster, seating, POLISHING, heat, -Infinity, this.chance);
    const { best } = yield* this.follow(child, 1);
    this.keep(best, `${this.best.method} + seat swaps`);
  }

  /** Runs a part of the search that may take until `until` of the whole time, and tells of progress in between. */
  private *follow<Result>(child: Generator<number, Result, number>, until: number): Search<Result> {
    const from = this.told;
    const began = this.elapsed;
    let step = child.next(0);
    while (!step.done) {
      const { repeats, repeatsBound } = this.best.quality;
      this.told = from + (until - from) * step.value;
      this.elapsed = yield { done: this.told, repeats, repeatsBound };
      const allotted = until - began;
      step = child.next(allotted > 0 ? (this.elapsed - began) / allotted : 1);
    }
    return step.value;
  }

  /** Takes a plan of the planned rounds if it is better: fewer repeats first, then sectors and wishes together. */
  private keep(planned: readonly Int32Array[], method: string): void {
    const rounds = [...this.past, ...planned];
    const counted = measure(this.roster, rounds);
    const mixed = ({ sameSector, wishesMet }: Pick<Quality, 'sameSector' | 'wishesMet'>) =>
      sameSector * WEIGHTS.sector - wishesMet * WEIGHTS.wish;
    const now = this.best?.quality;
    if (
      now &&
      (counted.repeats > now.repeats || (counted.repeats === now.repeats && mixed(counted) >= mixed(now)))
    )
      return;
    this.best = {
      rounds,
      method,
      quality: {
        repeats: counted.repeats,
        repeatsBound: this.bounds.repeats,
        sameSector: counted.sameSector,
        sameSectorBound: this.bounds.sameSector,
        wishesMet: counted.wishesMet,
        wishesTotal: counted.wishesTotal,
        together: counted.together,
        apart: counted.apart,
        proved: counted.repeats === this.bounds.repeats,
      },
    };
  }

  /** Nothing can be better, and nobody has an affiliation, offer or need that could still be served. */
  private finished(): boolean {
    const { repeats, sameSector, wishesMet, wishesTotal } = this.best.quality;
    return (
      repeats === this.bounds.repeats &&
      sameSector === this.bounds.sameSector &&
      wishesMet === wishesTotal &&
      this.links.other.length === wishesTotal &&
      this.roster.affiliation.every((affiliation) => affiliation === -1)
    );
  }
}

/** Groups of whom somebody comes to a planned round. */
function expected({ groups, from, rounds, size, present }: Roster): number[] {
  return Array.from(groups.keys()).filter((group) =>
    groups[group]?.some((person) => {
      for (let round = from; round < rounds; round += 1)
        if (present[round * size + person] === 1) return true;
      return false;
    }),
  );
}

/** Whether seats let all tables be equally full when everybody comes. */
function evenTables(roster: Roster, groups: readonly number[]): boolean {
  const people = groups.reduce((sum, group) => sum + (roster.groups[group]?.length ?? 0), 0);
  const level = levelOf(roster.seats, new Int32Array(roster.tables), people);
  const fills = new Set(level?.least.filter((_, table) => roster.seats[table] !== 0));
  return fills.size === 1;
}

/** Groups that are tied first, so that they share columns and seldom meet; then sector by sector, for the same reason. */
function firstLabels(roster: Roster, groups: readonly number[]): Int32Array {
  const tied = (group: number) =>
    roster.fixed[group] !== -1 ? 2 : (roster.groups[group]?.length ?? 1) > 1 ? 1 : 0;
  const sector = (group: number) => roster.sector[roster.groups[group]?.[0] ?? 0] as number;
  return Int32Array.from([...groups].sort((a, b) => tied(b) - tied(a) || sector(a) - sector(b)));
}
