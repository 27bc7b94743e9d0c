import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../clock/index.js';
import { Database } from '../database/index.js';
import type { KeptMail, MailStore } from './mail-keeper.js';

const KEPT_MS = 14 * 24 * 3_600_000;

const bytes = z.string().transform((base64) => Buffer.from(base64, 'base64'));
const party = z.object({ name: z.string().optional(), address: z.string() });

const keptRow = z
  .object({
    keptAt: z.date(),
    mail: z.object({
      messageId: z.string(),
      from: z.string(),
      to: party,
      replyTo: party.optional(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      language: z.string().optional(),
      unsubscribe: z.object({ url: z.string(), oneClick: z.boolean() }).optional(),
      calendar: z
        .object({ method: z.enum(['PUBLISH', 'REQUEST', 'CANCEL']), content: bytes, filename: z.string() })
        .optional(),
      attachments: z
        .array(z.object({ filename: z.string(), contentType: z.string(), content: bytes }))
        .optional(),
    }),
  })
  .transform(({ mail, keptAt }) => ({ ...mail, keptAt }));

const SELECT = 'SELECT mail, kept_at AS "keptAt" FROM kept_mails';

/** Mails of an installation without SMTP, in the database for two weeks. */
@Injectable()
export class KeptMails implements MailStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async keep(mail: KeptMail): Promise<void> {
    const now = this.clock.now();
    const base64 = ({ content, ...rest }: { content: Buffer }) => ({
      ...rest,
      content: content.toString('base64'),
    });
    const stored = {
      ...mail,
      calendar: mail.calendar && base64(mail.calendar),
      attachments: mail.attachments?.map(base64),
    };
    await this.database.execute(
      'INSERT INTO kept_mails (message_id, mail, kept_at) VALUES ($1, $2, $3) ON CONFLICT (message_id) DO NOTHING',
      [mail.messageId, JSON.stringify(stored), now],
    );
    await this.database.execute('DELETE FROM kept_mails WHERE kept_at < $1', [
      new Date(now.getTime() - KEPT_MS),
    ]);
  }

  async list() {
    return this.database.rows(keptRow, `${SELECT} ORDER BY kept_at DESC, message_id DESC LIMIT 500`);
  }

  async get(messageId: string) {
    return (await this.database.first(keptRow, `${SELECT} WHERE message_id = $1`, [messageId])) ?? null;
  }
}
