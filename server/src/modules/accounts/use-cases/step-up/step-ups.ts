import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import {
  isStepUpOpen,
  maskEmail,
  requestStepUp,
  STEP_UP,
  STEP_UP_LIMITS,
  type StepUpPurpose,
  typeStepUpCode,
} from '@hillo/domain/accounts';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { Clock, newId } from '../../../../platform/clock/index.js';
import { type Transaction, TransactionRunner } from '../../../../platform/database/index.js';
import { StepUpGate } from '../../../../platform/http/index.js';
import { DerivedTokens } from '../../../../platform/tokens/index.js';
import { type StepUpScope, StepUpRepository, type StepUpSubject } from '../../data/step-up-repository.js';
import { StepUpAddresses } from './step-up-addresses.js';
import { SEND_STEP_UP_CODE } from './step-up-mails.js';

const LONGEST_LIMIT = Math.max(...STEP_UP_LIMITS.map(({ within }) => within));

/** Compared with, when there is no code: a guess takes the same steps and the same time. */
const NO_STEP_UP = {
  id: '00000000-0000-0000-0000-000000000000',
  codeHash: Buffer.alloc(32),
  sentAt: new Date(0),
  tries: STEP_UP.tries,
  openedAt: null,
};

function subjectOf(actor: Actor): StepUpSubject | undefined {
  if (actor.role === 'attendee') return { kind: 'attendee', id: actor.registrationId };
  return actor.role === 'association' ? { kind: 'association', id: actor.viewId } : undefined;
}

function scopeOf(actor: Actor, purpose: StepUpPurpose): StepUpScope | undefined {
  const subject = subjectOf(actor);
  return subject && actor.sessionId !== null ? { sessionId: actor.sessionId, subject, purpose } : undefined;
}

/**
 * More than the link, before what a thief of the link would want most (`quality.md` section 4): digits mailed to the person, typed in
 * the browser that asked. Whoever gave no address has nothing but the link and is not asked.
 */
@Injectable()
export class StepUps extends StepUpGate {
  constructor(
    @Inject(StepUpRepository) private readonly stepUps: StepUpRepository,
    @Inject(StepUpAddresses) private readonly addresses: StepUpAddresses,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  /** Mails a code, unless one is on its way that can still be typed. */
  request(actor: Actor, purpose: StepUpPurpose, locale: Locale) {
    const scope = scopeOf(actor, purpose);
    if (!scope) return fail('not-found');
    return this.transactions.run(async (db) => {
      const to = await this.addresses.of(scope.subject, db);
      if (!to) return fail('step-up-address-missing');
      const now = this.clock.now();
      await this.stepUps.lockSubject(db, scope.subject);
      const current = await this.stepUps.current(scope, db);
      const sent = await this.stepUps.sentSince(db, scope.subject, new Date(now.getTime() - LONGEST_LIMIT));
      const decided = requestStepUp(current ?? null, sent, now);
      if (!decided.ok) return decided;
      const sentAt = decided.value === 'keep' && current ? current.sentAt : now;
      if (decided.value === 'send') await this.send(db, scope, now, locale);
      const left = (milliseconds: number) =>
        Math.ceil((sentAt.getTime() + milliseconds - now.getTime()) / 1000);
      return ok({
        address: maskEmail(to.address),
        validSeconds: left(STEP_UP.codeLives),
        resendSeconds: left(STEP_UP.resendAfter),
      });
    });
  }

  /** The refusal is the same for every reason; a counted try is kept with it. */
  async type(
    actor: Actor,
    purpose: StepUpPurpose,
    code: string,
  ): Promise<Outcome<undefined, 'step-up-code-not-valid'>> {
    const scope = scopeOf(actor, purpose);
    if (!scope) return fail('step-up-code-not-valid');
    const accepted = await this.transactions.run(async (db) => {
      const stepUp = (await this.stepUps.lockCurrent(db, scope)) ?? NO_STEP_UP;
      const matches = timingSafeEqual(this.tokens.hashCode(stepUp.id, code), stepUp.codeHash);
      const typed = typeStepUpCode(stepUp, matches, this.clock.now());
      await this.stepUps.save(db, stepUp.id, typed.next);
      return typed.accepted;
    });
    return accepted ? ok(undefined) : fail('step-up-code-not-valid');
  }

  override async isOpen(actor: Actor, purpose: StepUpPurpose): Promise<boolean> {
    const scope = scopeOf(actor, purpose);
    if (!scope) return false;
    const stepUp = await this.stepUps.current(scope);
    if (stepUp && isStepUpOpen(stepUp, this.clock.now())) return true;
    return (await this.addresses.of(scope.subject)) === null;
  }

  /** Takes an open step-up for one act, in the act's own transaction: of two at once, the second needs a code of its own. */
  async use(
    db: Transaction,
    actor: Actor,
    purpose: StepUpPurpose,
  ): Promise<Outcome<undefined, 'step-up-needed'>> {
    const scope = scopeOf(actor, purpose);
    if (!scope) return fail('step-up-needed');
    const now = this.clock.now();
    const since = new Date(now.getTime() - STEP_UP.staysOpen);
    if (await this.stepUps.use(db, scope, since, now)) return ok(undefined);
    return (await this.addresses.of(scope.subject, db)) === null ? ok(undefined) : fail('step-up-needed');
  }

  /** Ends everything that was proved by an address that is no longer the person's. */
  end(db: Transaction, subject: StepUpSubject): Promise<void> {
    return this.stepUps.end(db, subject, this.clock.now());
  }

  private async send(db: Transaction, scope: StepUpScope, now: Date, locale: Locale): Promise<void> {
    const id = newId();
    const code = this.tokens.hashCode(id, this.tokens.deriveCode(id));
    await this.stepUps.replace(db, scope, id, code, now);
    await db.enqueue(SEND_STEP_UP_CODE, { stepUpId: id, locale });
  }
}
