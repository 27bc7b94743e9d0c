import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { maskEmail } from '@hillo/domain/accounts';
import { EMAIL_CHANGE } from '@hillo/domain/registration';
import { CONFIG, type Config } from '../../../../config/index.js';
import { Clock } from '../../../../platform/clock/index.js';
import { TransactionRunner } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { DerivedTokens } from '../../../../platform/tokens/index.js';
import { Evenings } from '../../../evenings/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { type EmailChange, EmailChangeRepository } from '../../data/email-change-repository.js';
import { Letters } from '../mails/letters.js';

/** The link to a new address; payload `{ changeId }`. */
export const CONFIRM_NEW_EMAIL = 'confirm-new-email';
/** To the new address and to the old one; payload `{ changeId }`. */
export const TELL_EMAIL_CHANGED = 'tell-email-changed';
const FORGET_EMAIL_CHANGES = 'forget-email-changes';
const EVERY_NIGHT = '45 1 * * *';

/** Letters about another address. Each goes to one of the two, whatever the registration says by then. */
@Injectable()
export class EmailChangeMails implements OnModuleInit {
  constructor(
    @Inject(EmailChangeRepository) private readonly changes: EmailChangeRepository,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Letters) private readonly letters: Letters,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register(CONFIRM_NEW_EMAIL, ({ changeId }) => this.askNew(String(changeId)));
    this.jobs.register(TELL_EMAIL_CHANGED, ({ changeId }) => this.tellBoth(String(changeId)));
    this.jobs.register(FORGET_EMAIL_CHANGES, () => this.forget());
    this.jobs.schedule(FORGET_EMAIL_CHANGES, EVERY_NIGHT);
  }

  private async askNew(changeId: string): Promise<void> {
    const found = await this.find(changeId);
    if (!found || found.change.confirmedAt !== null || found.change.expiresAt <= this.clock.now()) return;
    const { change, person, evening } = found;
    await this.letters.send({ ...person, email: change.email }, evening, {
      kind: 'confirmEmail',
      messageId: `confirm-email-${changeId}`,
      action: {
        label: this.letters.text(person.locale, 'confirmEmail.action'),
        url: `${this.config.PUBLIC_URL}/m/${this.tokens.derive('email-change', changeId, 1)}`,
      },
    });
  }

  private async tellBoth(changeId: string): Promise<void> {
    const found = await this.find(changeId);
    if (!found || found.change.confirmedAt === null) return;
    const { change, person, evening } = found;
    // The old one first: it is the one that has to know.
    await this.letters.send({ ...person, email: change.previousEmail }, evening, {
      kind: 'emailChangedFrom',
      messageId: `email-changed-from-${changeId}`,
      paragraphs: [
        this.letters.text(person.locale, 'emailChangedFrom.now', { address: maskEmail(change.email) }),
      ],
    });
    await this.letters.send({ ...person, email: change.email }, evening, {
      kind: 'emailChanged',
      messageId: `email-changed-${changeId}`,
      withOwnPage: true,
    });
    await this.changes.forgetPrevious(changeId);
  }

  private async find(changeId: string) {
    const change: EmailChange | undefined = await this.changes.byId(changeId);
    const [person] = change ? await this.attendees.byIds([change.registrationId]) : [];
    const evening = person && (await this.evenings.byId(person.eveningId));
    return change && person && evening ? { change, person, evening } : undefined;
  }

  private async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - EMAIL_CHANGE.linkLives);
    await this.transactions.run((db) => this.changes.deleteBefore(db, before));
  }
}
