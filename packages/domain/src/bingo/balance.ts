import { SIDES, type Side } from '../registration/index.js';
import type { BoardPrompt } from './board.js';

/** How many checked-in people of each side are in the room. */
export type SideCounts = Readonly<Record<Side, number>>;

export interface SideShortage {
  readonly side: Side;
  /** People of the other sides in the room, and how many different ones the coloured squares ask for. */
  readonly others: number;
  readonly needed: number;
}

/**
 * The sides whose people cannot fill their coloured squares, because too few people of other sides are present: every
 * coloured square needs a different one. The organiser is warned of them (product rule 2).
 * @returns in the order of `SIDES`; a side with nobody in the room is never short
 */
export function sidesTooAlone(present: SideCounts, prompts: readonly BoardPrompt[]): SideShortage[] {
  const needed = prompts.filter((prompt) => prompt.coloured).length;
  const total = SIDES.reduce((sum, side) => sum + present[side], 0);
  return SIDES.flatMap((side) => {
    const others = total - present[side];
    return present[side] > 0 && others < needed ? [{ side, others, needed }] : [];
  });
}
