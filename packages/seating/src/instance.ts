/** Who sits where at one round: table id to the ids of its people. An empty table may be left out. */
export type Round = Readonly<Record<string, readonly string[]>>;

/** `sector` and `side` are opaque: people are compared by them and nothing else is read from them. */
export interface Person {
  readonly id: string;
  readonly sector: string;
  readonly side: string;
  /** Where the person comes from. Two of one affiliation know each other and are rather seated apart. */
  readonly affiliation?: string;
  readonly offers?: readonly string[];
  readonly needs?: readonly string[];
  /** Whom this person would like to sit with at least once. */
  readonly wishes?: readonly string[];
  /** The person's table in every round, for example one that is accessible. */
  readonly fixedTable?: string;
}

export interface Table {
  readonly id: string;
  /** Whole number from 0 (a closed table) up. */
  readonly seats: number;
  /** For the caller: who needs such a table is given it as `fixedTable`. */
  readonly accessible?: boolean;
}

export type Pair = readonly [string, string];

/** What is asked of the planner (S31, S46): the evening's people, tables and rounds. */
export interface Instance {
  readonly people: readonly Person[];
  readonly tables: readonly Table[];
  /** All rounds of the evening, those already played included. */
  readonly rounds: number;
  /** At one table in every round; pairs chain into groups. */
  readonly together?: readonly Pair[];
  /** Never at one table. */
  readonly apart?: readonly Pair[];
  /** Have met elsewhere: sitting together once is already meeting again. */
  readonly met?: readonly Pair[];
  /** Rounds already held, from the first on; kept as they are. */
  readonly played?: readonly Round[];
  /** Person id to the numbers of the rounds, counted from 1, in which the person is not there. */
  readonly absent?: Readonly<Record<string, readonly number[]>>;
}

/** Figures of the whole evening, played rounds included. A bound is proven: no plan of the instance can be below it. */
export interface Quality {
  /** Pairs that share a table more than once; having met elsewhere counts as once, a group's own pairs do not count. */
  readonly repeats: number;
  readonly repeatsBound: number;
  /** Pairs of one sector at one table, summed over the rounds. */
  readonly sameSector: number;
  readonly sameSectorBound: number;
  /** Directed wishes whose two people share a table at least once. */
  readonly wishesMet: number;
  readonly wishesTotal: number;
  /** Pairs of `together` that share a table in every round in which both are there. */
  readonly together: number;
  /** Pairs of `apart` that never share a table. */
  readonly apart: number;
  /** `repeats` has reached its bound: no plan repeats less. */
  readonly proved: boolean;
}

export interface Plan {
  readonly rounds: readonly Round[];
  readonly quality: Quality;
  /** How the plan was found, for example `prime field + relabelling`. */
  readonly method: string;
  /** Milliseconds from the call to the plan. */
  readonly ms: number;
}
