import { Inject, Injectable } from '@nestjs/common';
import { sectorsToShow } from '@hillo/domain/registration';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { Streams } from '../../../../platform/realtime/index.js';
import { type Evening, Evenings } from '../../../evenings/index.js';
import { AccessNeedsRepository } from '../../data/access-needs-repository.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { EmailChangeRepository } from '../../data/email-change-repository.js';
import { DescribeRegistered } from '../describe-registered.js';
import { eveningTheme } from '../evening-theme.js';

/** The own page: evening, registration, badge, companions. */
@Injectable()
export class ReadOwnPage {
  constructor(
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(AccessNeedsRepository) private readonly accessNeeds: AccessNeedsRepository,
    @Inject(EmailChangeRepository) private readonly emailChanges: EmailChangeRepository,
    @Inject(DescribeRegistered) private readonly describe: DescribeRegistered,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Streams) private readonly streams: Streams,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(id: string, locale: Locale) {
    // The rev first: a change in between is fetched once more, never missed.
    const rev = await this.streams.rev(`registration:${id}`);
    const party = await this.describe.party(id);
    const [own, ...companions] = party;
    const evening = own && (await this.evenings.byId(own.eveningId));
    if (!own || !evening) return fail('not-found');
    const [adult] = own.accompaniesId === null ? [] : await this.attendees.byIds([own.accompaniesId]);
    const newEmail = (await this.emailChanges.open(id, this.clock.now()))?.email ?? null;
    const needs = await this.accessNeeds.state(id);
    return ok({
      rev,
      evening: this.evening(evening, locale),
      registration: { ...own, ...this.describe.member(own), newEmail },
      sectorsToShow: [...sectorsToShow(own.sector, evening.sideOverrides)],
      seatsBefore: await this.describe.seatsBefore(own),
      comesWith: adult?.firstName ?? null,
      companions: companions.map((companion) => this.describe.member(companion)),
      accessNeeds: needs ?? null,
    });
  }

  private evening(evening: Evening, locale: Locale) {
    const { id, slug, state, plan, organisation } = evening;
    return {
      id,
      slug,
      state,
      theme: eveningTheme(this.evenings, evening, locale),
      title: plan.texts.title,
      startsAt: plan.startsAt.toISOString(),
      endsAt: plan.endsAt.toISOString(),
      timeZone: plan.timeZone,
      venueName: plan.venue.name,
      venueAddress: plan.venue.address,
      organiser: organisation.name,
    };
  }
}
