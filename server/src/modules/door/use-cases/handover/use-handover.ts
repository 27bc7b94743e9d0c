import { Inject, Injectable } from '@nestjs/common';
import type { doorApi } from '@hillo/contracts/door';
import { fail, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { TransactionRunner } from '../../../../platform/database/index.js';
import { type CallOf, FailedTokenLimit } from '../../../../platform/http/index.js';
import { hashToken } from '../../../../platform/tokens/index.js';
import { Registrations } from '../../../registration/index.js';
import { HandoverRepository } from '../../data/handover-repository.js';

type UseCall = CallOf<typeof doorApi, 'POST /api/session/handover'>;

/** Opens the own page on the phone that read the door's one-time QR: once, after a click (product rule 14). */
@Injectable()
export class UseHandover {
  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(HandoverRepository) private readonly handovers: HandoverRepository,
    @Inject(FailedTokenLimit) private readonly failures: FailedTokenLimit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run({ body, request, reply }: UseCall) {
    const now = this.clock.now();
    const used = await this.transactions.run((db) => this.handovers.use(db, hashToken(body.token), now));
    const [attendee] = used === undefined ? [] : await this.registrations.byIds([used]);
    if (!attendee || attendee.state === 'cancelled') {
      await this.failures.count(request);
      return fail('link-not-valid');
    }
    await this.registrations.openOnThisDevice(attendee, request, reply);
    return ok({ registrationId: attendee.id, eveningId: attendee.eveningId });
  }
}
