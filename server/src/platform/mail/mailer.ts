import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { languageTag, type Locale } from '@hillo/domain/shared';
import { CONFIG, type Config } from '../../config/index.js';
import { KeptMails } from './kept-mails.js';
import { layOutMail, type MailContent } from './layout.js';
import type { Mail, MailTransport } from './mail.js';
import { createMailTransport } from './transport.js';

/** A mail as modules write it: texts in the reader's language, laid out and addressed by {@link Mailer}. */
export interface Letter extends Pick<
  Mail,
  'to' | 'replyTo' | 'subject' | 'unsubscribe' | 'calendar' | 'attachments'
> {
  /**
   * Names this mail among all: `confirmation-<registration id>-<version>`, of letters, digits, `.`, `+`, `_` and `-`. The same mail
   * always gets the same, so that a job that runs twice sends a duplicate that folds into the first.
   */
  readonly messageId: string;
  readonly locale: Locale;
  readonly content: Omit<MailContent, 'lang'>;
}

/**
 * Sends mails by SMTP, or keeps them for `/dev/mail` where none is configured.
 *
 * Call it from a job's handler, never inside a transaction: `db.enqueue('send-…', { ids })` in the transaction, load what the mail
 * tells in the handler, then `await mailer.send({ to, locale, messageId, subject, content })`. It rejects with `MailRefused` when
 * the mail can never be sent (an unusable address), with another error when the job should try again.
 */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: MailTransport;
  private readonly host: string;

  constructor(@Inject(CONFIG) config: Config, @Inject(KeptMails) kept: KeptMails) {
    this.transport = createMailTransport({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM }, kept);
    this.host = new URL(config.PUBLIC_URL).hostname.replace(/[^\w.-]/g, '') || 'hillo';
  }

  async send({ messageId, locale, content, ...rest }: Letter): Promise<void> {
    const lang = languageTag(locale);
    const body = layOutMail({ ...content, lang });
    await this.transport.send({ ...rest, ...body, messageId: `${messageId}@${this.host}`, language: lang });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.transport.close();
  }
}
