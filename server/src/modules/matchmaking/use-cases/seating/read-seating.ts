import { Inject, Injectable } from '@nestjs/common';
import { SEATING_REFUSALS, type SeatingView } from '@hillo/contracts/seating';
import {
  guestsToSeat,
  seatingChanges,
  type SeatingRound,
  type SeatingSetup,
} from '@hillo/domain/matchmaking';
import { fail, languageTag, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { Streams } from '../../../../platform/realtime/index.js';
import { Evenings } from '../../../evenings/index.js';
import { type Attendee, Registrations } from '../../../registration/index.js';
import { SeatingPlaceRepository } from '../../data/seating-place-repository.js';
import type { Seating } from '../../data/seating-repository.js';
import { EveningSeating, guestOf } from './evening-seating.js';

/** The seating as organiser and helper see it: names, tables, the plan; never who told of needs or who met whom (rule 15). */
@Injectable()
export class ReadSeating {
  constructor(
    @Inject(Streams) private readonly streams: Streams,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(EveningSeating) private readonly seatings: EveningSeating,
    @Inject(SeatingPlaceRepository) private readonly places: SeatingPlaceRepository,
    @Inject(Registrations) private readonly registrations: Registrations,
  ) {}

  async run(eveningId: string, locale: Locale): Promise<Outcome<SeatingView, 'not-found'>> {
    const rev = await this.streams.rev(`seating:${eveningId}`);
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const { seating, setup } = await this.seatings.setup(eveningId);
    const rounds = await this.places.ofPlan(seating?.planId ?? null);
    const everybody = await this.registrations.all(eveningId);
    return ok({
      rev,
      evening: { id: evening.id, theme: this.evenings.nameOf(evening, locale), state: evening.state },
      blocks: evening.plan.programme.map(({ id, kind, title }) => ({ id, kind, title })),
      version: seating?.version ?? 0,
      block: seating?.blockId ?? null,
      ...listsOf(setup),
      people: peopleOf(everybody, rounds, locale),
      run: runOf(seating),
      plan: planOf(seating, setup, everybody, rounds),
      held: seating?.held ?? 0,
      published: seating?.publishedAt
        ? { at: seating.publishedAt.toISOString(), isThisPlan: seating.publishedId === seating.planId }
        : null,
    });
  }
}

function listsOf({ tables, together, apart, locks, aside, ...rest }: SeatingSetup) {
  const pairs = (list: SeatingSetup['apart']) => list.map(([one, other]): [string, string] => [one, other]);
  return {
    ...rest,
    tables: [...tables],
    together: pairs(together),
    apart: pairs(apart),
    locks: { ...locks },
    aside: [...aside],
  };
}

/** Whoever has a place at the evening, and whoever sits somewhere though they have none any more. */
function peopleOf(
  everybody: readonly Attendee[],
  rounds: readonly SeatingRound[],
  locale: Locale,
): SeatingView['people'] {
  const seated = new Set(rounds.flatMap((round) => Object.values(round).flat()));
  const collator = new Intl.Collator(languageTag(locale));
  return everybody
    .filter(({ id, state }) => state === 'confirmed' || seated.has(id))
    .toSorted(
      (a, b) => collator.compare(a.firstName, b.firstName) || collator.compare(a.lastName, b.lastName),
    )
    .map((person) => {
      const { id, firstName, lastName, affiliation, mark, side } = person;
      const { accompanies, coming, present } = guestOf(person, false);
      return { id, firstName, lastName, affiliation, mark, side, accompanies, coming, present };
    });
}

function runOf(seating: Seating | undefined): SeatingView['run'] {
  if (!seating?.runId || !seating.runState) return null;
  const refusal = SEATING_REFUSALS.find((code) => code === seating.runRefusal) ?? null;
  return { id: seating.runId, state: seating.runState, progress: seating.runProgress, refusal };
}

function planOf(
  seating: Seating | undefined,
  setup: SeatingSetup,
  everybody: readonly Attendee[],
  rounds: readonly SeatingRound[],
): SeatingView['plan'] {
  if (!seating?.planFacts || !seating.plannedAt) return null;
  const seats = guestsToSeat(
    everybody.map((person) => guestOf(person, false)),
    setup,
  );
  const changes = seatingChanges(
    rounds,
    seating.held,
    seats.map(({ id }) => id),
  );
  return {
    rounds: rounds.map((round) =>
      Object.fromEntries(Object.entries(round).map(([table, ids]) => [table, [...ids]])),
    ),
    ...seating.planFacts,
    madeAt: seating.plannedAt.toISOString(),
    isOutdated: isOutdated(seating),
    unseated: [...changes.unseated],
    missing: [...changes.missing],
  };
}

/** Something that decides about seats was changed after the plan was made. */
export function isOutdated({ version, planVersion }: Pick<Seating, 'version' | 'planVersion'>): boolean {
  return planVersion !== version;
}
