import { Inject, Injectable } from '@nestjs/common';
import { PRINTED_AHEAD_FROM, spokenCodeOf } from '@hillo/domain/door';
import { partyRights } from '@hillo/domain/registration';
import type { Locale } from '@hillo/domain/shared';
import { Clock, newId, Randomness } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { DerivedTokens } from '../../../platform/tokens/index.js';
import { type NewRegistration, RegistrationRepository } from '../data/registration-repository.js';
import type { Registration, RegistrationKind, RegistrationSource } from '../data/rows.js';
import { keysOf, type NewCompanion, type NewPerson, UNSAID } from './person.js';

/** How and where a party begins. */
export interface PartyStart {
  readonly eveningId: string;
  readonly state: Registration['state'];
  readonly queueNumber: number;
  readonly source: RegistrationSource;
  readonly agreedHow: string;
  readonly locale: Locale;
}

/** Taken codes are met this often only when nearly all of the evening's are in use. */
const CODE_TRIES = 200;
/** Greatest multiple of the number of codes that fits into 32 bits: above it a draw is thrown away, so that none is likelier. */
const FAIR_BELOW = Math.floor(2 ** 32 / PRINTED_AHEAD_FROM) * PRINTED_AHEAD_FROM;

const PARTY_ROLE = { person: 'registrant', support: 'support-person', child: 'child' } as const;

/** Makes the rows of a party: ids, links, codes, rights of product rule 6. */
@Injectable()
export class PartyWriter {
  constructor(
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Randomness) private readonly randomness: Randomness,
  ) {}

  /** Stores the person and the companions; the id of the person. */
  async create(
    db: Transaction,
    start: PartyStart,
    person: NewPerson,
    companions: readonly NewCompanion[],
  ): Promise<string> {
    const id = await this.insert(db, start, person, { kind: 'person', accompaniesId: null, plays: true });
    for (const companion of companions) await this.join(db, start, { id, ...person }, companion);
    return id;
  }

  /** Adds a companion to somebody's party; the companion's id. Sector and affiliation are those of the person. */
  join(
    db: Transaction,
    start: PartyStart,
    person: Pick<Registration, 'id' | 'sector' | 'affiliation'>,
    companion: NewCompanion,
  ): Promise<string> {
    const { firstName, lastName, kind, wishesToPlay } = companion;
    const { plays } = partyRights(PARTY_ROLE[kind], wishesToPlay);
    const { sector, affiliation } = person;
    const known: NewPerson = {
      ...UNSAID,
      firstName,
      lastName,
      sector,
      affiliation: kind === 'child' ? '' : affiliation,
    };
    return this.insert(db, start, known, { kind, accompaniesId: person.id, plays });
  }

  private async insert(
    db: Transaction,
    start: PartyStart,
    person: NewPerson,
    place: { kind: RegistrationKind; accompaniesId: string | null; plays: boolean },
  ): Promise<string> {
    const id = newId();
    const registration: Omit<NewRegistration, 'spokenCode'> = {
      id,
      ...start,
      ...person,
      ...place,
      drawOptIn: person.drawOptIn && place.plays,
      ...keysOf(person),
      personalVersion: 1,
      personalHash: this.tokens.deriveHash('personal', id, 1),
      badgeVersion: 1,
      badgeFrom: null,
      badgeHash: this.tokens.deriveHash('badge', id, 1),
      openedAt: null,
      checkedInAt: null,
      checkedInBy: null,
      cancelledAt: null,
      createdAt: this.clock.now(),
    };
    for (let attempt = 0; attempt < CODE_TRIES; attempt += 1) {
      if (await this.registrations.insert(db, { ...registration, spokenCode: this.randomCode() })) return id;
    }
    throw new Error('The evening has no spoken code left');
  }

  private randomCode(): string {
    for (;;) {
      const drawn = Buffer.from(this.randomness.bytes(4)).readUInt32BE();
      if (drawn < FAIR_BELOW) return spokenCodeOf(drawn % PRINTED_AHEAD_FROM);
    }
  }
}
