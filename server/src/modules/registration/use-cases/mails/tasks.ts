/** Mail about one registration; payload `{ registrationId, kind }`. */
export const SEND_REGISTRATION_MAIL = 'send-registration-mail';

export const REGISTRATION_MAILS = ['registered', 'waiting', 'promoted', 'cancelled', 'new-link'] as const;
export type RegistrationMailKind = (typeof REGISTRATION_MAILS)[number];

/** All links of one address at an evening in one mail; payload `{ registrationIds }`, perhaps none. */
export const SEND_LINKS_AGAIN = 'send-links-again';

/** One mail to everybody registered and waiting; payload `{ eveningId, kind, sequence, words… }`. */
export const TELL_EVERYBODY = 'tell-registered';

/** The part of `TELL_EVERYBODY` for one person; payload `{ registrationId, kind, sequence, noticeId }`. */
export const TELL_ONE = 'tell-one-registered';

/** Tells somebody that their access needs cannot be arranged; payload `{ registrationId }`. */
export const SEND_NOT_POSSIBLE = 'send-access-needs-not-possible';

/** The nightly removal of what may no longer be kept. */
export const PURGE_REGISTRATIONS = 'purge-registrations';
