import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LOCALES } from '@hillo/domain/shared';
import { z } from 'zod';
import { Clock } from '../../../../platform/clock/index.js';
import { TransactionRunner } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { FieldCipher } from '../../../../platform/tokens/index.js';
import { Evenings } from '../../../evenings/index.js';
import { ErasureRepository } from '../../data/erasure-repository.js';
import type { Attendee } from '../../data/rows.js';
import { Letters } from '../mails/letters.js';

/** Payload `{ registrationId }`. */
export const SEND_LAST_LETTER = 'send-last-letter';
const FORGET_LAST_LETTERS = 'forget-last-letters';
const EVERY_NIGHT = '50 1 * * *';
const KEPT_MS = 7 * 86_400_000;

/** What the mail that says "it is done" needs, after everything else is gone. */
const letterShape = z.object({
  email: z.string(),
  firstName: z.string(),
  locale: z.enum(LOCALES),
  freesSeat: z.boolean(),
});

/** The last mail to somebody: its address waits encrypted, and is forgotten when it has been sent. */
@Injectable()
export class ErasureMails implements OnModuleInit {
  constructor(
    @Inject(ErasureRepository) private readonly erasures: ErasureRepository,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(FieldCipher) private readonly cipher: FieldCipher,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SEND_LAST_LETTER, ({ registrationId }) => this.send(String(registrationId)));
    this.jobs.register(FORGET_LAST_LETTERS, () => this.forget());
    this.jobs.schedule(FORGET_LAST_LETTERS, EVERY_NIGHT);
  }

  /** What the mail needs, encrypted; null for somebody without an address. */
  seal({ id, email, firstName, locale }: Attendee, freesSeat: boolean): string | null {
    return email === null
      ? null
      : this.cipher.encrypt(JSON.stringify({ email, firstName, locale, freesSeat }), contextOf(id));
  }

  private async send(registrationId: string): Promise<void> {
    const found = await this.erasures.lastLetter(registrationId);
    const evening = found && (await this.evenings.byId(found.eveningId));
    if (!found || !evening) return;
    const letter = letterShape.parse(
      JSON.parse(this.cipher.decrypt(found.lastLetter, contextOf(registrationId))),
    );
    const { locale } = letter;
    await this.letters.send({ ...letter, id: registrationId, personalVersion: 0 }, evening, {
      kind: 'erased',
      messageId: `erased-${registrationId}`,
      paragraphs: [this.letters.text(locale, 'erased.stays'), this.letters.text(locale, 'erased.notYou')],
      ...(letter.freesSeat ? { calendar: 'CANCEL' } : {}),
    });
    await this.erasures.forgetLetter(registrationId);
  }

  private async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    await this.transactions.run((db) => this.erasures.forgetLettersBefore(db, before));
  }
}

function contextOf(registrationId: string): string {
  return `erasure:${registrationId}:last-letter`;
}
