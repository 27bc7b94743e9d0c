/** What the seating is for, as three plain choices (S31, S46). */
export const SEATING_AIMS = ['mix-sectors', 'meet-wishes', 'meet-new'] as const;
export type SeatingAim = (typeof SEATING_AIMS)[number];

/** Whom to seat: everybody with a place, or those whom the door has let in. */
export const SEATING_CROWDS = ['coming', 'present'] as const;
export type SeatingCrowd = (typeof SEATING_CROWDS)[number];

export const SEATING_LIMITS = { tables: 200, seats: 40, rounds: 12, tableName: 30, pairs: 300 } as const;

/** The floor is so wide and so deep; where a table stands is told in these steps, from the upper left corner. */
export const FLOOR = { width: 100, depth: 60 } as const;

export interface SeatingTable {
  readonly id: string;
  /** As it stands on the table: a number, or a name. */
  readonly name: string;
  /** 0: taken away; it stays for the rounds that were held at it. */
  readonly seats: number;
  readonly accessible: boolean;
  /** The table's middle on the {@link FLOOR}. */
  readonly x: number;
  readonly y: number;
}

export type PersonPair = readonly [string, string];

/** What the organiser has decided before anybody is seated. */
export interface SeatingSetup {
  readonly tables: readonly SeatingTable[];
  /** All rounds, held ones included. */
  readonly rounds: number;
  readonly aim: SeatingAim;
  readonly crowd: SeatingCrowd;
  /** Whoever met in the bingo has met. */
  readonly countsEncounters: boolean;
  /** At one table in every round, beside those who came together. */
  readonly together: readonly PersonPair[];
  /** Never at one table. */
  readonly apart: readonly PersonPair[];
  /** Table by person: stays there in every round. */
  readonly locks: Readonly<Record<string, string>>;
  /** People who take no seat: they host, film or make the coffee. */
  readonly aside: readonly string[];
}

/** Where `count` tables stand in rows on the floor, evenly, in reading order. */
export function rowsOfTables(count: number): { x: number; y: number }[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt((count * FLOOR.width) / FLOOR.depth)));
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, index) => ({
    x: Math.round(((index % columns) + 0.5) * (FLOOR.width / columns)),
    y: Math.round((Math.floor(index / columns) + 0.5) * (FLOOR.depth / rows)),
  }));
}

/** So many tables with so many seats are enough for these people, or would be with so many more seats. */
export function seatsMissing(tables: readonly Pick<SeatingTable, 'seats'>[], people: number): number {
  return Math.max(0, people - tables.reduce((sum, { seats }) => sum + seats, 0));
}

/** Whether a plan made for the one is a plan for the other: names of tables and where they stand change nobody's seat. */
export function seatsAlike(one: SeatingSetup, other: SeatingSetup): boolean {
  return JSON.stringify(seatsBy(one)) === JSON.stringify(seatsBy(other));
}

function seatsBy({ tables, together, apart, locks, aside, ...rest }: SeatingSetup): unknown {
  const pairs = (list: readonly PersonPair[]) =>
    list.map((pair) => [...pair].toSorted().join(' ')).toSorted();
  return [
    tables
      .filter(({ seats }) => seats > 0)
      .map(({ id, seats, accessible }) => `${id} ${seats} ${accessible}`)
      .toSorted(),
    [rest.rounds, rest.aim, rest.crowd, rest.countsEncounters],
    pairs(together),
    pairs(apart),
    Object.entries(locks)
      .map(([person, table]) => `${person} ${table}`)
      .toSorted(),
    aside.toSorted(),
  ];
}
