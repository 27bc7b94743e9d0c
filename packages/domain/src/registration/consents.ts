import { type Outcome, fail, isBlank, ok } from '../shared/index.js';

/**
 * What a person can say yes to (product rules 4, 7 and 15, `quality.md` section 5): having read the privacy notice,
 * handling of access needs (health data, own explicit consent), the draw, sharing the chosen contact fields with
 * everyone met, the own association seeing the contacts collected, and others being told what one offers and needs (S89). All
 * are unticked at first.
 */
export const CONSENT_KINDS = [
  'privacy-notice',
  'access-needs',
  'draw',
  'share-with-everyone',
  'association-may-see',
  'offers-may-be-told',
] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/**
 * How a yes or a no was given: on the form, on the own page, to a volunteer at the door, who ticked the box, or by a box on
 * the paper card, which somebody typed in.
 */
export const CONSENT_CHANNELS = ['form', 'own-page', 'door', 'paper'] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

/** One yes, with the version of the text that was read; it stays as a record after being withdrawn. */
export interface Consent {
  readonly kind: ConsentKind;
  readonly textVersion: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

/** The consent of this kind that stands now, if any. */
export function standingConsent(consents: readonly Consent[], kind: ConsentKind): Consent | undefined {
  return consents.find((consent) => consent.kind === kind && consent.withdrawnAt === null);
}

/**
 * Says yes. The same text again changes nothing and keeps the first time; a new version of the text ends the old
 * yes and begins another, so that it can be shown what was accepted and when.
 */
export function giveConsent(
  consents: readonly Consent[],
  kind: ConsentKind,
  textVersion: string,
  at: Date,
): readonly Consent[] {
  if (standingConsent(consents, kind)?.textVersion === textVersion) return consents;
  return [...withdrawConsent(consents, kind, at), { kind, textVersion, givenAt: at, withdrawnAt: null }];
}

/** Takes a yes back: as easy as giving it, and harmless when there was none (GDPR article 7(3)). */
export function withdrawConsent(
  consents: readonly Consent[],
  kind: ConsentKind,
  at: Date,
): readonly Consent[] {
  if (standingConsent(consents, kind) === undefined) return consents;
  return consents.map((consent) =>
    consent.kind === kind && consent.withdrawnAt === null ? { ...consent, withdrawnAt: at } : consent,
  );
}

/**
 * Checks the boxes of the form: the privacy notice is always needed, and access needs are stored only with their
 * own consent, never assumed from their having been written (GDPR article 9(2)(a), S19).
 */
export function checkConsents(
  ticked: readonly ConsentKind[],
  accessNeeds: string,
): Outcome<readonly ConsentKind[], 'privacy-notice-not-accepted' | 'access-needs-consent-missing'> {
  if (!ticked.includes('privacy-notice')) return fail('privacy-notice-not-accepted');
  if (!isBlank(accessNeeds) && !ticked.includes('access-needs')) return fail('access-needs-consent-missing');
  return ok(CONSENT_KINDS.filter((kind) => ticked.includes(kind)));
}
