import { CONSENT_TEXT_VERSION, type ConsentKind } from '@hillo/domain/registration';
import type { DoorActEntity } from '../modules/door/data/entities.js';
import type { AccessNeedsEntity, ConsentEntity } from '../modules/registration/data/entities.js';
import { newId } from '../platform/clock/index.js';
import type { FieldCipher } from '../platform/tokens/index.js';
import { ACCESS_NEEDS } from './content/wishes.js';
import type { Person } from './people.js';

/** Everybody who filled in the form accepted the notice; each ticked box is a yes of its own, at the door too. */
export function consentsOf(people: readonly Person[], withAccessNeeds: ReadonlySet<string>): ConsentEntity[] {
  return people
    .filter(({ kind, source }) => kind === 'person' && (source === 'form' || source === 'walk-in'))
    .flatMap((person) => {
      const byForm = person.source === 'form';
      const given: readonly (readonly [ConsentKind, boolean])[] = [
        ['privacy-notice', byForm],
        ['access-needs', withAccessNeeds.has(person.id)],
        ['draw', person.drawOptIn],
        ['share-with-everyone', person.sharesWithEveryone],
        ['association-may-see', person.associationMaySee],
        ['offers-may-be-told', person.offersMayBeTold],
      ];
      return given
        .filter(([, isGiven]) => isGiven)
        .map(([kind]) => ({
          id: newId(),
          registrationId: person.id,
          kind,
          given: true,
          textVersion: CONSENT_TEXT_VERSION,
          channel: byForm ? 'form' : 'door',
          decidedAt: person.createdAt,
        }));
    });
}

/** Needs of the first few who filled in the form; every second one is arranged already. */
export function accessNeedsOf(
  people: readonly Person[],
  count: number,
  cipher: FieldCipher,
): Omit<AccessNeedsEntity, 'words'>[] {
  return people
    .filter(({ kind, source, openedAt }) => kind === 'person' && source === 'form' && openedAt !== null)
    .slice(0, count)
    .map(({ id, createdAt }, index) => ({
      registrationId: id,
      ciphertext: cipher.encrypt(
        ACCESS_NEEDS[index % ACCESS_NEEDS.length] ?? '',
        `registration:${id}:access-needs`,
      ),
      state: index % 2 === 0 ? 'open' : 'arranged',
      words: '',
      toldAt: null,
      updatedAt: createdAt,
    }));
}

/** The door's journal: one act for everybody who is in. */
export function doorActsOf(people: readonly Person[]): DoorActEntity[] {
  return people
    .filter((person) => person.checkedInAt !== null)
    .sort((a, b) => Number(a.checkedInAt) - Number(b.checkedInAt))
    .map((person) => ({
      id: newId(),
      eveningId: person.eveningId,
      registrationId: person.id,
      kind: 'check-in',
      isOverCapacity: false,
      doneAt: person.checkedInAt as Date,
      doneBy: person.checkedInBy as string,
    }));
}
