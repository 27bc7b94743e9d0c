import type { ContactField } from '../registration/index.js';

/** Whom the accepted sharing text names: the person met, or "Maija and her association" (product rule 15). */
export const SHARING_AUDIENCES = ['person', 'person-and-association'] as const;
export type SharingAudience = (typeof SHARING_AUDIENCES)[number];

/** A person's answer on sharing: fields are a yes, no fields are a no. */
export interface SharingChoice {
  readonly fields: readonly ContactField[];
  readonly audience: SharingAudience;
}

/** A no that also silences the standing choice. */
export const NO_SHARING: SharingChoice = { fields: [], audience: 'person' };

/**
 * What one party has said. `choice`: for this encounter, null when nothing was said. `standing`: "share with everyone I
 * meet", with the fields chosen at registration; null when off, as it is by default (product rule 4).
 */
export interface Sharing {
  readonly choice: SharingChoice | null;
  readonly standing: SharingChoice | null;
}

/** The answer that holds: the one for this encounter, else the standing one; null is no yes. */
export function answerOf({ choice, standing }: Sharing): SharingChoice | null {
  const answer = choice ?? standing;
  return answer === null || answer.fields.length === 0 ? null : answer;
}

/** Both have said yes: the encounter outlives the registrations with its shared fields (product rule 4). */
export function isKept(a: Sharing, b: Sharing): boolean {
  return answerOf(a) !== null && answerOf(b) !== null;
}

/**
 * Which contact fields of the other I may see: those the other chose, once both have said yes (product rule 4, S60).
 * A field that the other left empty is still listed here; there is then nothing to show.
 */
export function sharedWith(me: Sharing, other: Sharing): readonly ContactField[] {
  return answerOf(me) === null ? [] : (answerOf(other)?.fields ?? []);
}

/** Which fields of the other my association may see, if I let it see my contacts at all (product rule 15). */
export function sharedWithAssociation(me: Sharing, other: Sharing): readonly ContactField[] {
  return answerOf(other)?.audience === 'person-and-association' ? sharedWith(me, other) : [];
}
