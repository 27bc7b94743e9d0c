import { accessibleSeats } from './accessible-seats.js';
import { guestsToSeat, type SeatingGuest } from './guests.js';
import type { SeatingRound } from './rounds.js';
import type { PersonPair, SeatingAim, SeatingSetup } from './setup.js';

/** What the planner (`packages/seating`) is asked; its README says what each field means. */
export interface SeatingInstance {
  readonly people: readonly SeatingPerson[];
  readonly tables: readonly { readonly id: string; readonly seats: number }[];
  readonly rounds: number;
  readonly together: readonly PersonPair[];
  readonly apart: readonly PersonPair[];
  readonly met: readonly PersonPair[];
  readonly played: readonly SeatingRound[];
  readonly absent: Readonly<Record<string, readonly number[]>>;
}

export interface SeatingPerson {
  readonly id: string;
  readonly sector: string;
  readonly side: string;
  readonly affiliation?: string;
  readonly wishes?: readonly string[];
  readonly fixedTable?: string;
}

export interface EveningToSeat {
  readonly guests: readonly SeatingGuest[];
  readonly setup: SeatingSetup;
  /** Who met in the bingo. */
  readonly encounters: readonly PersonPair[];
  /** Rounds that were held, from the first on: they stay as they were. */
  readonly held: readonly SeatingRound[];
}

/**
 * Asks the planner for an evening (S31, S46, S89). Pairs, locks and past rounds that name somebody who is gone are let be;
 * who sat in a held round and takes no seat any more is absent from then on. Who came together stays together.
 * `withoutAccessibleSeat` counts those for whose needs there was no accessible table left.
 */
export function seatingInstance({ guests, setup, encounters, held }: EveningToSeat): {
  instance: SeatingInstance;
  withoutAccessibleSeat: number;
} {
  const seated = guestsToSeat(guests, setup);
  const here = new Set(seated.map(({ id }) => id));
  const known = new Map(guests.map((guest) => [guest.id, guest]));
  const played = held.map((round) => only(round, known));
  const before = new Set(played.flatMap((round) => Object.values(round).flat()));
  const gone = [...before].filter((id) => !here.has(id));
  const left = gone.flatMap((id) => known.get(id) ?? []);
  const inPlan = (pairs: readonly PersonPair[]) =>
    pairs.filter(([one, other]) => one !== other && here.has(one) && here.has(other));
  const together = inPlan([
    ...setup.together,
    ...seated.flatMap(({ id, accompanies }): PersonPair[] => (accompanies ? [[accompanies, id]] : [])),
  ]);
  const apart = inPlan(setup.apart);
  const open = new Set(setup.tables.filter(({ seats }) => seats > 0).map(({ id }) => id));
  const locks = new Map(Object.entries(setup.locks).filter(([id, table]) => here.has(id) && open.has(table)));
  const access = accessibleSeats({ seated, tables: setup.tables, together, apart, locks });
  const people = [...seated, ...left];
  const wishes = setup.aim === 'meet-wishes' ? wishesOf(seated) : new Map<string, string[]>();
  const ahead = Array.from({ length: setup.rounds - held.length }, (_, at) => held.length + at + 1);
  return {
    instance: {
      people: people.map((guest) => ({
        id: guest.id,
        ...mixedBy(guest, setup.aim),
        side: guest.side,
        ...(guest.affiliation === '' ? {} : { affiliation: guest.affiliation }),
        wishes: wishes.get(guest.id) ?? [],
        ...tableOf(locks.get(guest.id) ?? access.tables.get(guest.id)),
      })),
      tables: setup.tables.map(({ id, seats }) => ({ id, seats })),
      rounds: setup.rounds,
      together,
      apart,
      met: setup.countsEncounters ? inPlan(encounters) : [],
      played,
      absent: Object.fromEntries(left.map(({ id }) => [id, ahead])),
    },
    withoutAccessibleSeat: access.without,
  };
}

/**
 * Of whom not two should share a table: of one sector, or of one community. Where wishes count most nobody is kept from
 * anybody; sides mix all the same, since the planner weighs them by themselves.
 */
function mixedBy({ id, sector, affiliation }: SeatingGuest, aim: SeatingAim): { sector: string } {
  if (aim === 'mix-sectors') return { sector };
  return { sector: aim === 'meet-new' && affiliation !== '' ? `from ${affiliation}` : id };
}

function tableOf(table: string | undefined): { fixedTable?: string } {
  return table === undefined ? {} : { fixedTable: table };
}

/** Whoever needs something would like to sit with those who offer it. */
function wishesOf(guests: readonly SeatingGuest[]): Map<string, string[]> {
  const offering = new Map<string, string[]>();
  for (const { id, offers } of guests)
    for (const term of new Set(offers)) offering.set(term, [...(offering.get(term) ?? []), id]);
  return new Map(
    guests.map(({ id, needs }) => [
      id,
      [...new Set(needs.flatMap((term) => offering.get(term) ?? []))].filter((other) => other !== id),
    ]),
  );
}

function only(round: SeatingRound, known: ReadonlyMap<string, unknown>): SeatingRound {
  return Object.fromEntries(
    Object.entries(round).map(([table, ids]) => [table, ids.filter((id) => known.has(id))]),
  );
}
