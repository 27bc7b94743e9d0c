import { Inject, Injectable } from '@nestjs/common';
import type { OwnRound, SeatingRound } from '@hillo/domain/matchmaking';
import { ownRounds } from '@hillo/domain/matchmaking';
import { fail, languageTag, type Locale, ok } from '@hillo/domain/shared';
import { Texts } from '../../../../platform/texts/index.js';
import { type Evening, Evenings } from '../../../evenings/index.js';
import { type Attendee, Registrations } from '../../../registration/index.js';
import { SeatingPlaceRepository } from '../../data/seating-place-repository.js';
import { SeatingRepository } from '../../data/seating-repository.js';
import { SeatingSetupRepository } from '../../data/seating-setup-repository.js';

/** Somebody with a seat, and their way through the rounds. */
export interface SeatedPerson {
  readonly person: Attendee;
  readonly rounds: readonly OwnRound[];
}

/** A plan with names, for paper and files. */
export interface ShownPlan {
  readonly evening: Evening;
  readonly locale: Locale;
  /** In the locale of the evening's organisation. */
  readonly theme: string;
  readonly rounds: readonly SeatingRound[];
  /** Tables at which anybody sits, in their order. */
  readonly tables: readonly { readonly id: string; readonly name: string }[];
  /** By first name, as badges are. */
  readonly seated: readonly SeatedPerson[];
  /** A table as it is called out: "Pöytä 5", or its own name. */
  readonly nameOf: (table: string, locale: Locale) => string;
}

/** The plan on the organiser's page, with everything that paper needs. */
@Injectable()
export class ShownPlans {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(SeatingRepository) private readonly seatings: SeatingRepository,
    @Inject(SeatingSetupRepository) private readonly setups: SeatingSetupRepository,
    @Inject(SeatingPlaceRepository) private readonly places: SeatingPlaceRepository,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(Texts) private readonly texts: Texts,
  ) {}

  async read(eveningId: string) {
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const seating = await this.seatings.ofEvening(eveningId);
    const rounds = await this.places.ofPlan(seating?.planId ?? null);
    if (rounds.length === 0) return fail('seating-missing');
    const { locale } = evening.organisation;
    const used = new Set(rounds.flatMap((round) => Object.keys(round)));
    const tables = (await this.setups.tables(eveningId)).filter(({ id }) => used.has(id));
    const names = new Map(tables.map(({ id, name }) => [id, name]));
    const collator = new Intl.Collator(languageTag(locale));
    const people = (await this.registrations.all(eveningId)).toSorted(
      (a, b) => collator.compare(a.firstName, b.firstName) || collator.compare(a.lastName, b.lastName),
    );
    const plan: ShownPlan = {
      evening,
      locale,
      theme: this.evenings.nameOf(evening, locale),
      rounds,
      tables,
      seated: people
        .map((person) => ({ person, rounds: ownRounds(rounds, person.id) }))
        .filter((seat) => seat.rounds.length > 0),
      nameOf: (table, reader) => this.tableName(names.get(table) ?? '', reader),
    };
    return ok(plan);
  }

  /** A number alone says little on a slip of paper. */
  private tableName(name: string, locale: Locale): string {
    return /^\d+$/.test(name) ? this.texts.text(locale, 'seatingPaper.table', { name }) : name;
  }
}
