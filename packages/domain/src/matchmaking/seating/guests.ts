import type { Sector, Side } from '../../registration/index.js';
import type { SeatingSetup } from './setup.js';

/** Somebody of the evening, as far as a seat depends on it. */
export interface SeatingGuest {
  readonly id: string;
  /** Whom this support person or child came with: they sit together (product rule 6). */
  readonly accompanies: string | null;
  readonly sector: Sector;
  readonly side: Side;
  /** Folded, so that spellings of one community are equal; empty: none told. */
  readonly affiliation: string;
  /** Folded tags. */
  readonly offers: readonly string[];
  readonly needs: readonly string[];
  /** Has told of access needs: sits at an accessible table if there is room. Why is nobody's business. */
  readonly needsAccess: boolean;
  readonly coming: boolean;
  readonly present: boolean;
}

type Chosen = Pick<SeatingSetup, 'crowd' | 'aside'>;

/** Whoever gets a seat now. */
export function guestsToSeat(guests: readonly SeatingGuest[], { crowd, aside }: Chosen): SeatingGuest[] {
  const out = new Set(aside);
  return guests.filter((guest) => !out.has(guest.id) && (crowd === 'present' ? guest.present : guest.coming));
}
