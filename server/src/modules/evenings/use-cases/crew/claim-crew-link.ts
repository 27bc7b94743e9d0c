import { Inject, Injectable } from '@nestjs/common';
import { type CrewLink, type CrewLinkProblem, claimCrewLink, crewExpiresAt } from '@hillo/domain/door';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock, newId } from '../../../../platform/clock/index.js';
import { TransactionRunner } from '../../../../platform/database/index.js';
import { FailedTokenLimit } from '../../../../platform/http/index.js';
import { hashToken } from '../../../../platform/tokens/index.js';
import { Sessions } from '../../../accounts/index.js';
import { CrewRepository, type CrewLinkRow } from '../../data/crew-repository.js';
import { EveningRepository } from '../../data/evening-repository.js';
import type { Evening } from '../../data/evening-row.js';
import { EveningView } from '../evening-view.js';

type Refusal = 'link-not-valid' | CrewLinkProblem;

/** A link here is shown once and never renewed, so its version is always the first. */
function toLink({ id, role, createdAt, claimedAt }: CrewLinkRow): CrewLink {
  const claim = claimedAt && { at: claimedAt, deviceName: role };
  return { id, role, version: 1, shownAt: createdAt, claim, revokedAt: null };
}

/** When devices of this evening stop working. */
export function devicesExpireAt({ plan, closedAt }: Evening): Date {
  return crewExpiresAt(closedAt && closedAt > plan.endsAt ? closedAt : plan.endsAt);
}

/** A volunteer's phone becomes the door, or a tablet the host's: once, within fifteen minutes, after a click. */
@Injectable()
export class ClaimCrewLink {
  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(CrewRepository) private readonly crew: CrewRepository,
    @Inject(EveningRepository) private readonly evenings: EveningRepository,
    @Inject(EveningView) private readonly view: EveningView,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(FailedTokenLimit) private readonly failures: FailedTokenLimit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What the page of the QR says before the click. */
  async look(token: string, locale: Locale, request: FastifyRequest) {
    const link = await this.crew.linkByToken(hashToken(token));
    const evening = link && (await this.evenings.byId(link.eveningId));
    const claim = link && evening ? this.decide(link, evening, link.role) : fail('link-not-valid');
    if (!link || !evening || !claim.ok) return this.refuse(claim, request);
    const { startsAt, timeZone, venue } = evening.plan;
    return ok({
      role: link.role,
      evening: this.view.name(evening, locale),
      startsAt: startsAt.toISOString(),
      timeZone,
      place: venue.name,
    });
  }

  async run(token: string, holderName: string, request: FastifyRequest, reply: FastifyReply) {
    const claimed = await this.transactions.run(async (db) => {
      const link = await this.crew.lockLink(db, hashToken(token));
      const evening = link && (await this.evenings.byId(link.eveningId, db));
      if (!link || !evening) return fail('link-not-valid');
      const decided = this.decide(link, evening, holderName);
      if (!decided.ok) return decided;
      const { role, eveningId } = link;
      const device = { id: newId(), linkId: link.id, eveningId, role, holderName };
      const expiresAt = devicesExpireAt(evening);
      await this.crew.claim(db, { ...device, now: this.clock.now(), expiresAt });
      const grant = { kind: 'device' as const, subjectId: device.id, eveningId, role, expiresAt };
      await this.sessions.giveIn(db, request, reply, grant);
      return ok({ eveningId, role });
    });
    return claimed.ok ? claimed : this.refuse(claimed, request);
  }

  private decide(link: CrewLinkRow, evening: Evening, deviceName: string): Outcome<CrewLink, Refusal> {
    const decided = claimCrewLink(
      toLink(link),
      { version: 1, deviceName },
      evening.closedAt ?? evening.plan.endsAt,
      this.clock.now(),
    );
    // The contract has already cleaned the name.
    if (!decided.ok && decided.code === 'device-name-invalid') throw new Error(decided.code);
    return decided as Outcome<CrewLink, CrewLinkProblem>;
  }

  private async refuse<Result extends Outcome<unknown, Refusal>>(refusal: Result, request: FastifyRequest) {
    if (!refusal.ok && refusal.code === 'link-not-valid') await this.failures.count(request);
    return refusal;
  }
}
