import { foldText } from '../shared/index.js';
import { nameKey } from './names.js';

/** Why two registrations may be the same person (product rule 12, T47). */
export const DUPLICATE_REASONS = [
  'same-name-and-affiliation',
  'same-email-and-first-name',
  'same-phone-and-first-name',
] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** What the comparison looks at; `emailKey` and `phone` are normalised (`contact-details.ts`). */
export interface DuplicateCandidate {
  readonly id: string;
  readonly cancelled: boolean;
  readonly firstName: string;
  readonly lastName: string | null;
  readonly affiliation: string | null;
  readonly emailKey: string | null;
  readonly phone: string | null;
}

/** Registrations that share one reason, in the order given, at least two. */
export interface LikelyDuplicate {
  readonly reason: DuplicateReason;
  readonly ids: readonly string[];
}

/**
 * Groups of registrations that look like one person registered twice (product rule 12). It only marks: an
 * association's info@ address may hold many people, so an address alone is no reason, and two of the same name from
 * different places are two people. Cancelled ones are left out. Linear in the number of registrations.
 */
export function likelyDuplicates(candidates: readonly DuplicateCandidate[]): readonly LikelyDuplicate[] {
  const standing = candidates.filter((candidate) => !candidate.cancelled);
  return DUPLICATE_REASONS.flatMap((reason) =>
    [...groupBy(standing, (candidate) => keyFor(reason, candidate)).values()]
      .filter((group) => group.length > 1)
      .map((group) => ({ reason, ids: group.map((candidate) => candidate.id) })),
  );
}

/** `null`: this registration says too little to be compared for this reason. */
function keyFor(reason: DuplicateReason, candidate: DuplicateCandidate): string | null {
  const firstName = foldText(candidate.firstName);
  switch (reason) {
    case 'same-name-and-affiliation':
      return JSON.stringify([nameKey(candidate), foldText(candidate.affiliation ?? '')]);
    case 'same-email-and-first-name':
      return candidate.emailKey === null ? null : JSON.stringify([candidate.emailKey, firstName]);
    case 'same-phone-and-first-name':
      return candidate.phone === null ? null : JSON.stringify([candidate.phone, firstName]);
  }
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
