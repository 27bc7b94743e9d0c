/** Who sits where at one round: table id to the ids of its people. */
export type SeatingRound = Readonly<Record<string, readonly string[]>>;

/** Where one person sits at a round, and with whom. */
export interface OwnRound {
  /** Counted from 1. */
  readonly round: number;
  readonly table: string;
  readonly with: readonly string[];
}

/** One person's way through the rounds; rounds without a seat are left out. */
export function ownRounds(rounds: readonly SeatingRound[], person: string): OwnRound[] {
  return rounds.flatMap((seated, at) => {
    const found = Object.entries(seated).find(([, ids]) => ids.includes(person));
    if (!found) return [];
    const [table, ids] = found;
    return [{ round: at + 1, table, with: ids.filter((id) => id !== person) }];
  });
}

/** How often each two have shared a table: the smaller id first, joined by a blank. */
export function meetingsOf(rounds: readonly SeatingRound[]): Map<string, number> {
  const meetings = new Map<string, number>();
  for (const ids of rounds.flatMap((round) => Object.values(round)))
    for (const [at, one] of ids.entries())
      for (const other of ids.slice(at + 1)) {
        const pair = pairName(one, other);
        meetings.set(pair, (meetings.get(pair) ?? 0) + 1);
      }
  return meetings;
}

export function pairName(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** How the people have changed since a plan was made. */
export interface SeatingChanges {
  /** Get a seat now and have none in some round that is still to come: walk-ins. */
  readonly unseated: readonly string[];
  /** Have a seat in some round that is still to come and take none: no-shows. */
  readonly missing: readonly string[];
}

/** @param held so many rounds are over @param seated ids of {@link guestsToSeat} */
export function seatingChanges(
  rounds: readonly SeatingRound[],
  held: number,
  seated: readonly string[],
): SeatingChanges {
  const here = new Set(seated);
  const ahead = rounds.slice(held).map((round) => new Set(Object.values(round).flat()));
  const known = new Set(ahead.flatMap((ids) => [...ids]));
  return {
    unseated: ahead.length === 0 ? [] : seated.filter((id) => !ahead.every((ids) => ids.has(id))),
    missing: [...known].filter((id) => !here.has(id)),
  };
}
