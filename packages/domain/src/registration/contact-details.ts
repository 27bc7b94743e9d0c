import { type Outcome, fail, ok } from '../shared/index.js';

/**
 * Fields that a person may share with somebody they met, when both have said yes (product rule 4). A scan alone
 * shows first name and affiliation, so these are not among them. Keys are the registration's own field names.
 */
export const CONTACT_FIELDS = ['lastName', 'email', 'phone', 'offers', 'needs'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** The fields among those chosen that hold something to share, in their usual order (product rule 4). */
export function shareableFields(
  chosen: readonly ContactField[],
  values: Readonly<Partial<Record<ContactField, string | null>>>,
): readonly ContactField[] {
  return CONTACT_FIELDS.filter((field) => chosen.includes(field) && (values[field] ?? '') !== '');
}

/** An address to send to, as typed, and the key by which addresses are compared. */
export interface EmailAddress {
  readonly address: string;
  /** NFC, lower case. Not unique: one address may hold several registrations (product rule 12). */
  readonly key: string;
}

/** RFC 5321 section 4.5.3.1: the longest path without its angle brackets, and the longest local part. */
const EMAIL_MAX = 254;
const LOCAL_PART_MAX = 64;
const LABEL = /^[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;
const LOCAL_PART_FORBIDDEN = /[\p{White_Space}\p{C}()<>[\],;:\\"@]/u;

/**
 * Reads an e-mail address (product rule 12). White space around is dropped; quoted local parts, address literals
 * and host names without a dot are refused, for nobody types them; international letters are kept (RFC 6531).
 * Line breaks and controls never pass, so an address cannot add a header.
 */
export function normaliseEmail(text: string): Outcome<EmailAddress, 'email-invalid'> {
  if (text.length > EMAIL_MAX * 2) return fail('email-invalid');
  const address = text.trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(0, at));
  const labels = address.slice(at + 1).split('.');
  const localFits =
    local !== '' &&
    local.length <= LOCAL_PART_MAX &&
    !LOCAL_PART_FORBIDDEN.test(local) &&
    local.split('.').every((part) => part !== '');
  const domainFits = labels.length >= 2 && labels.every((label) => label.length <= 63 && LABEL.test(label));
  if (!localFits || !domainFits || address.length > EMAIL_MAX) return fail('email-invalid');
  return ok({ address, key: address.toLowerCase().normalize('NFC') });
}

const PHONE_DIGITS_MIN = 5;
/** ITU-T E.164 allows 15 digits; two more leave room for an extension. */
const PHONE_DIGITS_MAX = 17;
const PHONE_SEPARATORS = /[\p{Z}\p{Pd}()./]/gu;

/**
 * Reads a phone number: a leading plus and digits are kept, spaces, hyphens, brackets, dots and slashes dropped,
 * full-width digits made plain. No country is guessed: `040 123 4567` stays national.
 */
export function normalisePhone(text: string): Outcome<string, 'phone-invalid'> {
  if (text.length > 100) return fail('phone-invalid');
  const plain = text.normalize('NFKC').trim().replace(PHONE_SEPARATORS, '');
  const digits = plain.startsWith('+') ? plain.slice(1) : plain;
  const fits =
    /^[0-9]+$/.test(digits) && digits.length >= PHONE_DIGITS_MIN && digits.length <= PHONE_DIGITS_MAX;
  return fits ? ok(plain) : fail('phone-invalid');
}
