import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { type DuplicateReason, isUnconfirmed, likelyDuplicates } from '@hillo/domain/registration';
import { ComingRepository } from '../../data/coming-repository.js';
import type { Attendee } from '../../data/rows.js';

/** People of the organiser's list. Helpers see neither address nor phone (product rule 15). */
@Injectable()
export class ComingPeople {
  constructor(@Inject(ComingRepository) private readonly coming: ComingRepository) {}

  /** In the order given; two more queries however many they are. */
  async of(people: readonly Attendee[], eveningId: string, actor: Actor) {
    const duplicates = await this.duplicatesAmong(people, eveningId);
    const waiting = people.filter(({ state }) => state === 'waiting').map(({ queueNumber }) => queueNumber);
    const before = await this.coming.seatsBefore(eveningId, waiting);
    return people.map((person) => ({
      ...visible(person, actor),
      isUnconfirmed: person.kind === 'person' && isUnconfirmed(confirmationOf(person)),
      duplicate: duplicates.get(person.id) ?? null,
      checkedInAt: person.checkedInAt?.toISOString() ?? null,
      registeredAt: person.createdAt.toISOString(),
      seatsBefore: person.state === 'waiting' ? (before.get(person.queueNumber) ?? 0) : null,
    }));
  }

  private async duplicatesAmong(people: readonly Attendee[], eveningId: string) {
    if (people.length === 0) return new Map<string, DuplicateReason>();
    const ids = people.map(({ id }) => id);
    return reasonsById(await this.coming.likeThese(eveningId, ids));
  }
}

/** The strongest reason for each id, in the order of `DUPLICATE_REASONS`. */
export function reasonsById(rows: Parameters<typeof likelyDuplicates>[0]): Map<string, DuplicateReason> {
  const reasons = new Map<string, DuplicateReason>();
  for (const { reason, ids } of likelyDuplicates(rows))
    for (const id of ids) if (!reasons.has(id)) reasons.set(id, reason);
  return reasons;
}

function visible(person: Attendee, actor: Actor): Attendee {
  return actor.role === 'organiser' ? person : { ...person, email: null, phone: null };
}

function confirmationOf({ state, openedAt, source, checkedInAt }: Attendee) {
  return { state, linkOpenedAt: openedAt, addedByHand: source !== 'form', checkedIn: checkedInAt !== null };
}
