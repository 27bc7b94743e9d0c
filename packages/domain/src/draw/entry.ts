import { CREW_ROLES, MEMBER_ROLES, type Role } from '../accounts/index.js';

/** Why somebody is not in the draw, in the order in which a page tells it (product rules 6 and 7). */
export const DRAW_OBSTACLES = [
  'works-here',
  'does-not-play',
  'not-checked-in',
  'not-opted-in',
  'no-row',
] as const;
export type DrawObstacle = (typeof DRAW_OBSTACLES)[number];

/** What decides about a person's ticket. */
export interface DrawCandidate {
  /** The person at the evening; one ticket each, however many rows or cards there are. */
  readonly registrationId: string;
  /** The roles that the person holds at this evening: members of the organisation and its crew are out. */
  readonly roles: readonly Role[];
  /** `partyRights(…).mayEnterDraw`: children never, support persons if they wish to play (rule 6). */
  readonly mayEnterDraw: boolean;
  readonly checkedIn: boolean;
  /** At registration, at the door, on the page or on the paper card, until the freeze. */
  readonly optedIn: boolean;
  /** The card's ticket: at least one row is full (S65). */
  readonly hasRow: boolean;
}

const WORKING_ROLES: readonly Role[] = [...MEMBER_ROLES, ...CREW_ROLES];

/** All that keeps a person out of the draw; empty means in (product rule 7). */
export function drawObstacles(candidate: DrawCandidate): readonly DrawObstacle[] {
  const stands: Readonly<Record<DrawObstacle, boolean>> = {
    'works-here': candidate.roles.some((role) => WORKING_ROLES.includes(role)),
    'does-not-play': !candidate.mayEnterDraw,
    'not-checked-in': !candidate.checkedIn,
    'not-opted-in': !candidate.optedIn,
    'no-row': !candidate.hasRow,
  };
  return DRAW_OBSTACLES.filter((obstacle) => stands[obstacle]);
}

/**
 * The people of the frozen list, once each, in the order given. Whoever is kept out by any of their rows of data is
 * out: a person who also holds a crew device must not come in by the row that does not know it.
 */
export function drawEntrants(candidates: readonly DrawCandidate[]): readonly string[] {
  const out = new Set(
    candidates
      .filter((candidate) => drawObstacles(candidate).length > 0)
      .map(({ registrationId }) => registrationId),
  );
  return [...new Set(candidates.map(({ registrationId }) => registrationId))].filter((id) => !out.has(id));
}
