import { Inject, Injectable } from '@nestjs/common';
import type { Met, Person } from '@hillo/domain/contacts';
import { CONTACT_FIELDS } from '@hillo/domain/registration';
import { contactValues, Encounters, type MetPair, standingChoice } from '../../encounters/index.js';
import { type Attendee, Registrations } from '../../registration/index.js';
import { type KeptContact, KeptContactRepository } from '../data/kept-contact-repository.js';

/** What the rules of the contact sheet need: encounters with both people, in a fixed number of reads. */
@Injectable()
export class Meetings {
  constructor(
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(KeptContactRepository) private readonly kept: KeptContactRepository,
  ) {}

  /** Encounters that stand, by each of these people as their own. */
  async of(owners: readonly string[]): Promise<ReadonlyMap<string, readonly Met[]>> {
    const pairs = await this.encounters.standing(owners);
    const ids = new Set(
      pairs.flatMap(({ encounter }) => encounter.parties.map(({ attendeeId }) => attendeeId)),
    );
    const people = new Map((await this.registrations.byIds([...ids])).map((person) => [person.id, person]));
    const kept = await this.kept.of(pairs.map(({ encounter }) => encounter.id));
    const keptBy = new Map(
      kept.map((contact) => [`${contact.encounterId} ${contact.registrationId}`, contact]),
    );
    const personOf = ({ encounter }: MetPair, id: string) =>
      person(id, people.get(id), keptBy.get(`${encounter.id} ${id}`));
    return new Map(
      owners.map((owner) => [
        owner,
        pairs.flatMap((pair): Met[] => {
          const [low, high] = pair.encounter.parties.map(({ attendeeId }) => attendeeId);
          if (low === undefined || high === undefined || (low !== owner && high !== owner)) return [];
          const other = low === owner ? high : low;
          return [{ encounter: pair.encounter, me: personOf(pair, owner), other: personOf(pair, other) }];
        }),
      ]),
    );
  }
}

/** Somebody as they are now; of one whose registration has been emptied, what was kept of this encounter. */
function person(id: string, attendee: Attendee | undefined, kept: KeptContact | undefined): Person {
  const isEmptied = attendee === undefined || attendee.firstName === '';
  if (!isEmptied)
    return {
      attendeeId: id,
      firstName: attendee.firstName,
      affiliation: attendee.affiliation || null,
      values: contactValues(attendee),
      standing: standingChoice(attendee),
    };
  const fields = kept?.fields ?? {};
  return {
    attendeeId: id,
    firstName: kept?.firstName ?? '',
    affiliation: kept?.affiliation || null,
    values: fields,
    // The standing yes that was kept: the registration that said it is gone.
    standing: kept ? { fields: CONTACT_FIELDS.filter((field) => field in fields), audience: 'person' } : null,
  };
}
