import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { STEP_UP, STEP_UP_LIMITS } from '@hillo/domain/accounts';
import { isLocale, type Locale } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { TransactionRunner } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { Mailer } from '../../../../platform/mail/index.js';
import { Texts } from '../../../../platform/texts/index.js';
import { DerivedTokens } from '../../../../platform/tokens/index.js';
import { StepUpRepository } from '../../data/step-up-repository.js';
import { StepUpAddresses } from './step-up-addresses.js';

/** Payload `{ stepUpId, locale }`. */
export const SEND_STEP_UP_CODE = 'send-step-up-code';
const FORGET_STEP_UPS = 'forget-step-ups';
const EVERY_NIGHT = '40 1 * * *';
const REMEMBERED = Math.max(...STEP_UP_LIMITS.map(({ within }) => within));

/** Mails the digits. The job carries the id they are derived from; one that comes too late to be typed is not sent. */
@Injectable()
export class StepUpMails implements OnModuleInit {
  constructor(
    @Inject(StepUpRepository) private readonly stepUps: StepUpRepository,
    @Inject(StepUpAddresses) private readonly addresses: StepUpAddresses,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SEND_STEP_UP_CODE, ({ stepUpId, locale }) =>
      this.send(String(stepUpId), isLocale(String(locale)) ? (String(locale) as Locale) : 'fi'),
    );
    this.jobs.register(FORGET_STEP_UPS, () => this.forget());
    this.jobs.schedule(FORGET_STEP_UPS, EVERY_NIGHT);
  }

  private async send(stepUpId: string, locale: Locale): Promise<void> {
    const found = await this.stepUps.addressee(stepUpId);
    if (!found || this.clock.now().getTime() - found.sentAt.getTime() >= STEP_UP.codeLives) return;
    const to = await this.addresses.of({ kind: found.kind, id: found.subjectId });
    if (!to) return;
    const code = this.tokens.deriveCode(stepUpId);
    // Not in the subject: that stands on a locked screen.
    const text = (key: string, values?: Readonly<Record<string, string | number>>) =>
      this.texts.text(locale, `mail.stepUp.${key}`, values);
    await this.mailer.send({
      to: to.name === null ? { address: to.address } : { name: to.name, address: to.address },
      locale,
      messageId: `step-up-${stepUpId}`,
      subject: text('subject'),
      content: {
        preheader: text('preheader'),
        heading: text('heading'),
        paragraphs: [
          text(`purpose.${found.purpose}`),
          text('validity', { minutes: STEP_UP.codeLives / 60_000 }),
          text('notYou'),
        ],
        details: [[text('code'), `${code.slice(0, 3)} ${code.slice(3)}`]],
        footer: text('footer'),
      },
    });
  }

  private async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - REMEMBERED);
    await this.transactions.run((db) => this.stepUps.deleteBefore(db, before));
  }
}
