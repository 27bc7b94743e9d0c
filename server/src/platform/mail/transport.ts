import { mailKeeper, type MailStore } from './mail-keeper.js';
import type { MailTransport } from './mail.js';
import { smtpTransport } from './smtp-transport.js';

export interface MailSettings {
  /** Without one, mails are kept in the store instead of sent. */
  smtpUrl: string | undefined;
  from: string;
}

export function createMailTransport(settings: MailSettings, store: MailStore): MailTransport {
  return settings.smtpUrl ? smtpTransport(settings.smtpUrl, settings.from) : mailKeeper(store, settings.from);
}
