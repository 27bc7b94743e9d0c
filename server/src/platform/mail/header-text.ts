import { MailRefused, type Mail, type MailAddress } from './mail.js';

const CONTROL = /[\0-\x1f\x7f-\x9f\u2028\u2029]+/gu;
const INVISIBLE = /[\p{Surrogate}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;
/** Also excludes everything that could end the address or begin a second one. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,189}$/u;
const MESSAGE_ID = /^[\w.+-]{1,100}@[\w.-]{1,100}$/;
const WEB_LINK = /^https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]+$/;
/** RFC 5322 allows 998 octets a line; nobody reads a longer subject than this. */
const LONGEST_HEADER = 200;

/** Text for one header: no line break of any kind can come out of it (header injection), nor anything that turns text around. */
export function headerText(text: string): string {
  const clean = text.replace(CONTROL, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim();
  return [...clean].slice(0, LONGEST_HEADER).join('');
}

function address(party: MailAddress, field: string): MailAddress {
  if (!ADDRESS.test(party.address)) throw new MailRefused(field);
  return { name: headerText(party.name ?? ''), address: party.address };
}

function filename(name: string): string {
  return headerText(name).replace(/[/\\:"]/g, '-') || 'file';
}

/** The mail with every header made safe; refuses what cannot be made so without guessing. */
export function safeMail(mail: Mail): Mail {
  if (!MESSAGE_ID.test(mail.messageId)) throw new MailRefused('messageId');
  if (mail.unsubscribe && !WEB_LINK.test(mail.unsubscribe.url)) throw new MailRefused('unsubscribe');
  return {
    ...mail,
    to: address(mail.to, 'to'),
    replyTo: mail.replyTo && address(mail.replyTo, 'replyTo'),
    subject: headerText(mail.subject),
    language: mail.language && headerText(mail.language),
    calendar: mail.calendar && { ...mail.calendar, filename: filename(mail.calendar.filename) },
    attachments: mail.attachments?.map((attachment) => ({
      ...attachment,
      filename: filename(attachment.filename),
      contentType: headerText(attachment.contentType),
    })),
  };
}
