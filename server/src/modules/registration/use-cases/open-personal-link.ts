import { Inject, Injectable } from '@nestjs/common';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../../platform/clock/index.js';
import { TransactionRunner } from '../../../platform/database/index.js';
import { FailedTokenLimit } from '../../../platform/http/index.js';
import { hashToken } from '../../../platform/tokens/index.js';
import { Evenings } from '../../evenings/index.js';
import { AttendeeRepository } from '../data/attendee-repository.js';
import { RegistrationRepository } from '../data/registration-repository.js';
import type { Attendee } from '../data/rows.js';
import { eveningTheme } from './evening-theme.js';
import { Registrations } from './registrations.js';

/** `/p/<token>`: a look that changes nothing, and the click that continues as the person (T37, product rule 14). */
@Injectable()
export class OpenPersonalLink {
  constructor(
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(Registrations) private readonly people: Registrations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(FailedTokenLimit) private readonly failures: FailedTokenLimit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async preview(token: string, request: FastifyRequest, locale: Locale) {
    const attendee = await this.find(token, request);
    const evening = attendee && (await this.evenings.byId(attendee.eveningId));
    if (!attendee || !evening) return fail('link-not-valid');
    const { startsAt, timeZone } = evening.plan;
    return ok({
      firstName: attendee.firstName,
      theme: eveningTheme(this.evenings, evening, locale),
      slug: evening.slug,
      startsAt: startsAt.toISOString(),
      timeZone,
    });
  }

  async continueAs(token: string, request: FastifyRequest, reply: FastifyReply) {
    const attendee = await this.find(token, request);
    if (!attendee) return fail('link-not-valid');
    const { id: registrationId, eveningId, openedAt } = attendee;
    if (openedAt === null)
      await this.transactions.run((db) =>
        this.registrations.update(db, [registrationId], { openedAt: this.clock.now() }),
      );
    await this.people.openOnThisDevice(attendee, request, reply);
    return ok({ registrationId, eveningId });
  }

  private async find(token: string, request: FastifyRequest): Promise<Attendee | undefined> {
    const attendee = await this.attendees.byPersonalLink(hashToken(token));
    if (!attendee) await this.failures.count(request);
    return attendee;
  }
}
