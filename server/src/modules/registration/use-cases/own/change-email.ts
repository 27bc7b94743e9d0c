import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { EMAIL_CHANGE, mayMailNewAddress } from '@hillo/domain/registration';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import type { FastifyRequest } from 'fastify';
import { Clock, newId } from '../../../../platform/clock/index.js';
import { type Operation, Operations, TransactionRunner } from '../../../../platform/database/index.js';
import { FailedTokenLimit } from '../../../../platform/http/index.js';
import { DerivedTokens, hashToken } from '../../../../platform/tokens/index.js';
import { StepUps } from '../../../accounts/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { EmailChangeRepository } from '../../data/email-change-repository.js';
import { RegistrationRepository } from '../../data/registration-repository.js';
import { isEmptied } from '../../data/rows.js';
import { keysOf } from '../person.js';
import { Seats } from '../seats.js';
import { CONFIRM_NEW_EMAIL, TELL_EMAIL_CHANGED } from './email-change-mails.js';
import { ReadOwnPage } from './read-own-page.js';

const HOUR_MS = 3_600_000;

/** Another address for one registration: confirmed at the new one by a link, told to the old one (product rule 12). */
@Injectable()
export class ChangeEmail {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(EmailChangeRepository) private readonly changes: EmailChangeRepository,
    @Inject(StepUps) private readonly stepUps: StepUps,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(ReadOwnPage) private readonly page: ReadOwnPage,
    @Inject(FailedTokenLimit) private readonly failures: FailedTokenLimit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Nothing of the registration changes yet: the address may be mistyped. */
  ask(actor: Actor, registrationId: string, email: string, operation: Operation, locale: Locale) {
    return this.operations.once(
      operation,
      async (db) => {
        const own = (await this.attendees.lock([registrationId], db)).get(registrationId);
        if (!own || isEmptied(own)) return fail('not-found');
        const used = await this.stepUps.use(db, actor, 'email-change');
        if (!used.ok) return used;
        const now = this.clock.now();
        const made = await this.changes.madeSince(db, registrationId, new Date(now.getTime() - HOUR_MS));
        const allowed = mayMailNewAddress(made, now);
        if (!allowed.ok) return allowed;
        const id = newId();
        const tokenHash = this.tokens.deriveHash('email-change', id, 1);
        const expiresAt = new Date(now.getTime() + EMAIL_CHANGE.linkLives);
        await this.changes.replace(db, { id, registrationId, email, tokenHash, expiresAt }, now);
        await db.enqueue(CONFIRM_NEW_EMAIL, { changeId: id });
        return ok({ id: registrationId });
      },
      () => this.page.run(registrationId, locale),
    );
  }

  /** The click on the page of the mailed link. What was proved by the old address ends with it. */
  async confirm(token: string, request: FastifyRequest) {
    const confirmed = await this.transactions.run(async (db) => {
      const now = this.clock.now();
      const change = await this.changes.byToken(hashToken(token), now, db);
      const own =
        change && (await this.attendees.lock([change.registrationId], db)).get(change.registrationId);
      if (!change || !own || !(await this.changes.confirm(db, change.id, own.email, now)))
        return fail('link-not-valid');
      const { email } = change;
      await this.registrations.update(db, [own.id], { email, ...keysOf({ ...own, email }) });
      await this.stepUps.end(db, { kind: 'attendee', id: own.id });
      this.seats.announce(db, [own]);
      await db.enqueue(TELL_EMAIL_CHANGED, { changeId: change.id });
      return ok(undefined);
    });
    if (!confirmed.ok) await this.failures.count(request);
    return confirmed;
  }
}
