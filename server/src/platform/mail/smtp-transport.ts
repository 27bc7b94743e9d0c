import { createTransport, type SendMailOptions } from 'nodemailer';

import { safeMail } from './header-text.js';
import type { Mail, MailTransport } from './mail.js';

const CONNECTIONS = 3;
const PATIENCE_MS = 15_000;

function headers(mail: Mail): Record<string, string> {
  const { unsubscribe, language } = mail;
  return {
    // RFC 3834: absence notes do not answer to it.
    'Auto-Submitted': 'auto-generated',
    ...(language && { 'Content-Language': language }),
    ...(unsubscribe && { 'List-Unsubscribe': `<${unsubscribe.url}>` }),
    ...(unsubscribe?.oneClick && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}

function message(mail: Mail, from: string): SendMailOptions {
  return {
    from,
    to: { name: mail.to.name ?? '', address: mail.to.address },
    replyTo: mail.replyTo && { name: mail.replyTo.name ?? '', address: mail.replyTo.address },
    messageId: `<${mail.messageId}>`,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: headers(mail),
    icalEvent: mail.calendar,
    attachments: mail.attachments?.map((attachment) => ({ ...attachment })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Sends by SMTP. `url` is `smtp[s]://user:password@host:port`, `from` an address with or without a name. */
export function smtpTransport(url: string, from: string): MailTransport {
  const transporter = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: 2 * PATIENCE_MS,
  });
  return {
    async send(mail) {
      await transporter.sendMail(message(safeMail(mail), from));
    },
    async close() {
      transporter.close();
    },
  };
}
