export interface MailAddress {
  name?: string;
  address: string;
}

export interface MailCalendar {
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  content: Buffer;
  filename: string;
}

export interface MailAttachment {
  filename: string;
  contentType: string;
  content: Buffer;
}

export interface Mail {
  /**
   * `local@host`, no angle brackets. The same mail always carries the same id: a job that runs twice sends a duplicate that mail
   * programs fold into one.
   */
  messageId: string;
  to: MailAddress;
  replyTo?: MailAddress;
  subject: string;
  text: string;
  html: string;
  /** BCP 47 */
  language?: string;
  /** A link that ends these mails; `oneClick` if a bare POST to it does so (RFC 8058). */
  unsubscribe?: { url: string; oneClick: boolean };
  /** Shown by mail programs as an invitation, and attached as a file for those that do not. */
  calendar?: MailCalendar;
  attachments?: readonly MailAttachment[];
}

export interface MailTransport {
  /** Resolves when the mail has been handed over; rejects with `MailRefused` if it can never be, with another error if it may be tried again. */
  send(mail: Mail): Promise<void>;
  close(): Promise<void>;
}

/** The mail itself is at fault: sending it again would end the same way. The message names the field, never its content. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  constructor(readonly field: string) {
    super(`The mail has an unusable ${field}`);
  }
}
