import { type Outcome, fail, ok } from '../shared/index.js';

/** Badges that may be printed ahead for one evening, and with one press. */
export const RESERVES_MAX = 1000;
export const RESERVES_AT_ONCE = 200;

/** A badge with a code that was printed before anybody's name was known (S77). Once bound it is never free again. */
export interface BadgeReserve {
  readonly id: string;
  readonly isBound: boolean;
}

/** Who is to wear it. `badgeFrom`: the reserve whose badge the person wears now, null for one with the own name printed. */
export interface BadgeTaker {
  readonly kind: 'person' | 'support' | 'child';
  readonly state: 'confirmed' | 'waiting' | 'cancelled';
  readonly badgeFrom: string | null;
}

/**
 * Gives a badge that was printed ahead to a person. One badge is one person's, for good: a bound one is refused, also when its
 * wearer has another by now. The person's badge before it is valid no more (product rule 13: badges are revocable). Done
 * again it changes nothing. A child's badge has no code (product rule 6).
 *
 * @returns `repeated`: the person wears it already
 */
export function takeBadge(
  reserve: BadgeReserve,
  person: BadgeTaker,
): Outcome<
  { readonly repeated: boolean },
  'badge-taken' | 'no-code-for-children' | 'on-waitlist' | 'registration-cancelled'
> {
  if (person.badgeFrom === reserve.id) return ok({ repeated: true });
  if (reserve.isBound) return fail('badge-taken');
  if (person.kind === 'child') return fail('no-code-for-children');
  if (person.state === 'waiting') return fail('on-waitlist');
  if (person.state === 'cancelled') return fail('registration-cancelled');
  return ok({ repeated: false });
}
