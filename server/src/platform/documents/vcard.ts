import VCard from 'vcard-creator';

import { manyLines, oneLine } from './plain-text.js';

export interface ContactCard {
  firstName: string;
  lastName?: string;
  organisation?: string;
  email?: string;
  phone?: string;
  url?: string;
  note?: string;
  categories?: readonly string[];
}

/** These values are written as they are, so anything that could end the value is taken out first. */
function bare(value: string): string {
  return oneLine(value).replace(/[\s,;\\]+/gu, '');
}

/** A link is kept only if it opens a web page. */
function webLink(value: string): string | null {
  const link = oneLine(value);
  return /^https?:\/\/\S+$/i.test(link) ? link.replace(/[,;\\]/g, (mark) => encodeURIComponent(mark)) : null;
}

function phoneNumber(value: string): string {
  return oneLine(value).replace(/[,;\\]+/gu, ' ');
}

function card(contact: ContactCard, revision: Date): VCard {
  const vcard = new VCard();
  const firstName = oneLine(contact.firstName);
  const lastName = oneLine(contact.lastName ?? '');
  const organisation = oneLine(contact.organisation ?? '');
  vcard.addName({ givenName: firstName, familyName: lastName });
  if (!firstName && !lastName) vcard.addFullName(organisation);
  if (organisation) vcard.addCompany({ name: organisation });
  if (contact.email) vcard.addEmail({ address: bare(contact.email), type: ['internet'] });
  if (contact.phone) vcard.addPhoneNumber({ number: phoneNumber(contact.phone), type: ['voice'] });
  const link = webLink(contact.url ?? '');
  if (link) vcard.addUrl({ url: link });
  if (contact.note) vcard.addNote(manyLines(contact.note));
  const categories = (contact.categories ?? []).map(oneLine).filter(Boolean);
  if (categories.length > 0) vcard.addCategories(categories);
  vcard.addRevision(revision);
  return vcard;
}

/**
 * All contacts as vCard 3.0 (RFC 2426) in one file: CRLF, folded at 75 octets between characters.
 * Version 3.0 because phones and Outlook read it alike.
 */
export function writeVcards(contacts: readonly ContactCard[], revision: Date): Buffer {
  const text = contacts.map((contact) => card(contact, revision).toString()).join('');
  return Buffer.from(text, 'utf8');
}
