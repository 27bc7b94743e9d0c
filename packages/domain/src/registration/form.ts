/** Greatest lengths (in characters) and numbers of people of the form, for its checks and counters. */
export const REGISTRATION_LIMITS = {
  offers: 1000,
  accessNeeds: 2000,
  tag: 40,
  tags: 10,
  agreedHow: 200,
  reason: 300,
  supportPersons: 2,
  children: 8,
} as const;

/**
 * Version of the privacy notice and of the consent texts of the form. Raised when their meaning changes; stored with
 * every consent, so that it can be shown what was accepted (GDPR article 7(1)).
 */
export const CONSENT_TEXT_VERSION = '2026-11-22';
