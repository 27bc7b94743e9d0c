/** A child younger than this comes with a registered adult (product rule 6; Act 1050/2018 s. 5). */
export const CHILD_UNDER_AGE = 13;

/** The people of one registration (S20, product rule 6): who registered, support persons, children under 13. */
export const PARTY_ROLES = ['registrant', 'support-person', 'child'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** Who comes along with the person that registered. */
export interface Company {
  readonly supportPersons: number;
  readonly children: number;
}

/** Seats of a registration: capacity counts people, support persons and children included (rules 6 and 11). */
export function seatsOf(company: Company): number {
  return 1 + company.supportPersons + company.children;
}

/** What a person of the party gets at the evening (product rule 6). */
export interface PartyRights {
  readonly seat: true;
  readonly badge: 'with-qr' | 'without-qr';
  /** Gets a bingo card at check-in and can be met by a scan. */
  readonly plays: boolean;
  /** May opt in to the draw. */
  readonly mayEnterDraw: boolean;
}

/**
 * Rights by product rule 6: everybody has a seat and a badge; a support person plays only if they wish; a child
 * has a badge without QR, no bingo and no draw.
 *
 * @param wishesToPlay asked of support persons only
 */
export function partyRights(role: PartyRole, wishesToPlay: boolean): PartyRights {
  if (role === 'child') return { seat: true, badge: 'without-qr', plays: false, mayEnterDraw: false };
  const plays = role === 'registrant' || wishesToPlay;
  return { seat: true, badge: 'with-qr', plays, mayEnterDraw: plays };
}

/** An adult registers; whoever is under 13 is added to an adult's registration instead (product rule 6). */
export function mayRegisterAlone(age: number): boolean {
  return age >= CHILD_UNDER_AGE;
}
