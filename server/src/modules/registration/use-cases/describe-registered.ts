import { Inject, Injectable } from '@nestjs/common';
import { fail, ok } from '@hillo/domain/shared';
import type { Db } from '../../../platform/database/index.js';
import { AttendeeRepository } from '../data/attendee-repository.js';
import { RegistrationRepository } from '../data/registration-repository.js';
import type { Attendee } from '../data/rows.js';
import { PersonalLinks } from './personal-links.js';

/** A party as its own people see it. */
@Injectable()
export class DescribeRegistered {
  constructor(
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
  ) {}

  /** What the answer page of the form shows: link, badges, place in the queue. */
  async run(id: string) {
    const party = await this.party(id);
    const [head] = party;
    if (!head) return fail('not-found');
    return ok({
      id,
      state: head.state,
      seatsBefore: await this.seatsBefore(head),
      personalLink: this.links.personal(head),
      mailed: head.email !== null,
      party: party.map((member) => this.member(member)),
    });
  }

  /** The person and whoever comes along, cancelled companions left out. */
  async party(id: string, db?: Db): Promise<Attendee[]> {
    const party = await this.attendees.party(id, db);
    return party.filter((member) => member.id === id || member.state !== 'cancelled');
  }

  /** People who wait before this one; null with a seat. */
  async seatsBefore(head: Pick<Attendee, 'eveningId' | 'state' | 'queueNumber'>): Promise<number | null> {
    return head.state === 'waiting' ? this.registrations.seatsBefore(head.eveningId, head.queueNumber) : null;
  }

  member(member: Attendee) {
    const { id, kind, firstName, lastName, plays, state, spokenCode, checkedInAt } = member;
    return {
      id,
      kind,
      firstName,
      lastName,
      plays,
      state,
      spokenCode,
      badge: this.links.badge(member),
      checkedInAt: checkedInAt?.toISOString() ?? null,
    };
  }
}
