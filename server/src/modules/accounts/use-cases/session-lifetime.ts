const DAY_MS = 24 * 60 * 60_000;

/** A session unused for this long is over. */
export const IDLE_MS = 45 * DAY_MS;
/** No session lives longer than this, used or not. */
export const ABSOLUTE_MS = 180 * DAY_MS;
/** An account must show its link or passkey again after this. */
export const ACCOUNT_GRANT_MS = 30 * DAY_MS;
export const SIGN_IN_LINK_MS = 30 * 60_000;
export const INVITATION_MS = 14 * DAY_MS;
