import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { StreamAccess } from '../../../platform/realtime/index.js';
import { type GrantName, GrantNames, StepUpAddresses } from '../../accounts/index.js';
import { Evenings } from '../../evenings/index.js';
import { AttendeeRepository } from '../data/attendee-repository.js';

/** What an attendee's grant is called in the switcher, where codes are mailed, and who may watch the stream of a registration. */
@Injectable()
export class AttendeeGrants implements OnModuleInit {
  constructor(
    @Inject(GrantNames) private readonly names: GrantNames,
    @Inject(StepUpAddresses) private readonly addresses: StepUpAddresses,
    @Inject(StreamAccess) private readonly streams: StreamAccess,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
  ) {}

  onModuleInit(): void {
    this.streams.declare('registration', ['attendee']);
    this.addresses.register('attendee', async (id, db) => {
      const [person] = await this.attendees.byIds([id], db);
      return person && person.email !== null ? { name: person.firstName, address: person.email } : null;
    });
    this.names.register('attendee', async (grants, locale) => {
      const people = await this.attendees.names(grants.map(({ subjectId }) => subjectId));
      const evenings = await this.evenings.namesOf(
        people.map(({ eveningId }) => eveningId),
        locale,
      );
      return new Map<string, GrantName>(
        people.map(({ id, name, eveningId }) => [id, { name, place: evenings.get(eveningId) ?? '' }]),
      );
    });
  }
}
