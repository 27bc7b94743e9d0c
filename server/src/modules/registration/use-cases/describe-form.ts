import { Inject, Injectable } from '@nestjs/common';
import { isPublic, registrationAnswer } from '@hillo/domain/evenings';
import {
  CONSENT_TEXT_VERSION,
  freeSeats,
  keptUntil,
  SECTORS,
  SIDES,
  sideOf,
} from '@hillo/domain/registration';
import { fail, ok } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { Evenings } from '../../evenings/index.js';
import { AttendeeRepository } from '../data/attendee-repository.js';

/** What the form has to know beyond the public page of the evening. */
@Injectable()
export class DescribeForm {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(slug: string) {
    const evening = await this.evenings.bySlug(slug);
    if (!evening || !isPublic(evening.state)) return fail('not-found');
    const { plan, sideOverrides } = evening;
    const count = await this.attendees.headCount(evening.id);
    const { capacity } = plan;
    return ok({
      answer: registrationAnswer({ ...plan, state: evening.state }, this.clock.now()),
      capacity,
      free: freeSeats({ ...count, capacity, waitlistCapacity: null }),
      waiting: count.waitingSeats,
      sides: SIDES.map((side) => ({
        side,
        sectors: SECTORS.filter((sector) => sideOf(sector, sideOverrides) === side),
      })),
      controller: evening.organisation.name,
      textVersion: CONSENT_TEXT_VERSION,
      kept: {
        accessNeeds: keptUntil('access-needs', plan.endsAt).toISOString(),
        unconfirmed: keptUntil('unconfirmed-registration', plan.endsAt).toISOString(),
        encounters: keptUntil('encounter', plan.endsAt).toISOString(),
        registration: keptUntil('registration', plan.endsAt).toISOString(),
      },
    });
  }
}
