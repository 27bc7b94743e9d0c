import { newId } from '../../../../platform/clock/index.js';
import type { Transaction } from '../../../../platform/database/index.js';

/** Mail about one registration. */
export const SEND_REGISTRATION_MAIL = 'send-registration-mail';
/** All links of one address at an evening in one mail; payload `{ mailId, registrationIds }`, perhaps none. */
export const SEND_LINKS_AGAIN = 'send-links-again';
/** Finds everybody whom a notice concerns; payload `{ noticeId }`. */
export const TELL_EVERYBODY = 'tell-everybody-registered';
/** Sends a notice to one of them; payload `{ noticeId, registrationId }`. */
export const TELL_ONE = 'tell-one-registered';
/** Tells somebody that their access needs cannot be arranged; payload `{ mailId, registrationId }`. */
export const SEND_NOT_POSSIBLE = 'send-access-needs-not-possible';

export const REGISTRATION_MAILS = ['registered', 'waiting', 'promoted', 'cancelled', 'newLink'] as const;
export type RegistrationMail = (typeof REGISTRATION_MAILS)[number];

/** Sent after the commit, unless the registration has moved on by then: whatever moved it sends its own. */
export async function enqueueMail(
  db: Transaction,
  registrationId: string,
  kind: RegistrationMail,
): Promise<void> {
  await db.enqueue(SEND_REGISTRATION_MAIL, { mailId: newId(), registrationId, kind });
}
