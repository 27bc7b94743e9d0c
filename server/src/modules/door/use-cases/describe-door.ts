import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { StreamAccess, Streams } from '../../../platform/realtime/index.js';
import { devicesExpireAt, Evenings } from '../../evenings/index.js';
import { Registrations } from '../../registration/index.js';
import { DoorActRepository } from '../data/door-act-repository.js';
import { DoorPeople } from './door-people.js';

/** Who is in and who is missing: the whole at once, then person by person as the stream tells. */
@Injectable()
export class DescribeDoor implements OnModuleInit {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(DoorPeople) private readonly people: DoorPeople,
    @Inject(DoorActRepository) private readonly acts: DoorActRepository,
    @Inject(Streams) private readonly streams: Streams,
    @Inject(StreamAccess) private readonly streamAccess: StreamAccess,
  ) {}

  onModuleInit(): void {
    this.streamAccess.declare('door', ['door', 'organiser', 'helper']);
  }

  async snapshot(eveningId: string, actor: Actor, locale: Locale) {
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    // The rev first: a change after it is told again by the stream, never lost.
    const rev = await this.streams.rev(`door:${eveningId}`);
    const attendees = await this.registrations.all(eveningId);
    const names = await this.acts.names([actor.key]);
    const { startsAt, endsAt, timeZone, venue, capacity } = evening.plan;
    return ok({
      rev,
      evening: {
        id: evening.id,
        name: this.evenings.nameOf(evening, locale),
        slug: evening.slug,
        state: evening.state,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        timeZone,
        venueName: venue.name,
        capacity,
      },
      you: names.get(actor.key) ?? '',
      people: await this.people.of(attendees, eveningId, actor.key),
      voidBadges: await this.people.voidBadges(eveningId),
      keepUntil: devicesExpireAt(evening).toISOString(),
      gaps: await this.people.gaps(eveningId, actor.key),
    });
  }

  async person(eveningId: string, registrationId: string, actor: Actor) {
    const attendee = await this.registrations.byId(eveningId, registrationId);
    if (!attendee) return fail('not-found');
    const [person] = await this.people.of([attendee], eveningId, actor.key);
    return ok(person);
  }

  /** What an act at the door answers, read after it; `resultId` is the act's, or the person's when nothing was done. */
  async entry(resultId: string, eveningId: string, actor: Actor) {
    const done = await this.acts.byId(resultId);
    const attendee = await this.registrations.byId(eveningId, done?.registrationId ?? resultId);
    if (!attendee) return fail('not-found');
    const party = await this.registrations.party(attendee.accompaniesId ?? attendee.id);
    const everybody = await this.people.of(party, eveningId, actor.key);
    const person = everybody.find(({ id }) => id === attendee.id);
    if (!person) return fail('not-found');
    return ok({
      person,
      already: done === undefined || done.kind === 'again',
      party: everybody.filter((member) => member !== person),
    });
  }
}
