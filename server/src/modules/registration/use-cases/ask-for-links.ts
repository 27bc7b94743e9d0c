import { Inject, Injectable } from '@nestjs/common';
import { isPublic } from '@hillo/domain/evenings';
import { normaliseEmail } from '@hillo/domain/registration';
import { fail, ok } from '@hillo/domain/shared';
import { newId } from '../../../platform/clock/index.js';
import { TransactionRunner } from '../../../platform/database/index.js';
import { hashToken } from '../../../platform/tokens/index.js';
import { Evenings } from '../../evenings/index.js';
import { RegistrationRepository } from '../data/registration-repository.js';
import { SEND_LINKS_AGAIN } from './mails/tasks.js';

/** "Send my link again". A known and an unknown address take the same steps and get the same answer (T40). */
@Injectable()
export class AskForLinks {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
  ) {}

  async run(slug: string, address: string) {
    const evening = await this.evenings.bySlug(slug);
    if (!evening || !isPublic(evening.state)) return fail('not-found');
    await this.send(evening.id, address);
    return ok(undefined);
  }

  /** From a scanned badge, whose page tells a stranger nothing: an unknown badge gets the same answer (rule 14). */
  async forBadge(badgeToken: string, address: string): Promise<void> {
    await this.send(await this.registrations.eveningOfBadge(hashToken(badgeToken)), address);
  }

  private async send(eveningId: string | undefined, address: string): Promise<void> {
    const email = normaliseEmail(address);
    const key = eveningId !== undefined && email.ok ? email.value.key : '';
    const registrationIds = await this.registrations.idsByEmail(eveningId ?? newId(), key);
    // An unknown address adds a job too, one that finds nobody to write to.
    await this.transactions.run((db) => db.enqueue(SEND_LINKS_AGAIN, { mailId: newId(), registrationIds }));
  }
}
