/**
 * Mail for modules: `Mailer.send({ to: { name?, address }, locale, messageId, subject, content, replyTo?, unsubscribe?, calendar?,
 * attachments? })`, called from a job's handler. `content` is `{ preheader, heading, paragraphs, details?, action?, footer }`, all in
 * the reader's language; `calendar` is `{ method, content, filename }` with what `writeEventCalendar` gives.
 */
export { KeptMails } from './kept-mails.js';
export type { MailContent } from './layout.js';
export { type MailAddress, type MailAttachment, type MailCalendar, MailRefused } from './mail.js';
export { MailModule } from './mail.module.js';
export { type Letter, Mailer } from './mailer.js';
