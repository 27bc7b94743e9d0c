/**
 * A phone that was not heard from for this long may hold marks that have not arrived: the host is told before the
 * freeze, and waits or goes on (product rule 5). Milliseconds.
 */
export const PHONE_SILENT_AFTER_MS = 2 * 60_000;

/** Of how many people with such a phone the page names at most; the count is of all. */
export const SILENT_PHONES_NAMED_MAX = 40;
