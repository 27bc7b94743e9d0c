import { safeMail } from './header-text.js';
import type { Mail, MailTransport } from './mail.js';

/** A mail that was not sent but kept to be looked at. */
export interface KeptMail extends Mail {
  from: string;
}

/** Where kept mails are stored; handed in, so that they outlive the process. */
export interface MailStore {
  /** Keeping the same `messageId` again changes nothing. */
  keep(mail: KeptMail): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly KeptMail[]>;
  get(messageId: string): Promise<KeptMail | null>;
}

/** Stands in for SMTP where none is configured: same checks, nothing leaves the machine. */
export function mailKeeper(store: MailStore, from: string): MailTransport {
  return {
    async send(mail) {
      await store.keep({ ...safeMail(mail), from });
    },
    async close() {
      // Nothing is held open: the store belongs to whoever handed it in.
    },
  };
}
