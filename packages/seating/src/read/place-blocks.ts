import type { Chance } from '../search/chance.js';
import type { Level } from './level.js';

/** People who sit together in a round; most blocks are one person. */
export interface Block {
  readonly members: readonly number[];
  readonly size: number;
  /** Table that is prescribed, -1: none. */
  readonly fixed: number;
  /** Table to be tried first, -1: none. */
  readonly hint: number;
  /** More than one person, or apart from somebody: must be placed with care. */
  hard: boolean;
  readonly apart: Set<Block>;
  /** -1: not yet placed. */
  table: number;
}

interface Ground {
  readonly seats: Int32Array;
  /** How full tables may become; as full as they have seats when absent. */
  readonly level?: Level;
  readonly chance: Chance;
  /** Placements tried at most. */
  readonly steps: number;
}

/**
 * Places all hard blocks by backtracking, largest and most hindered first, emptiest table first. Gives the fill by
 * table, or tells that there is no way, or that it gave up. Blocks keep their `table` only on success.
 */
export function placeBlocks(blocks: readonly Block[], ground: Ground): Int32Array | 'none' | 'given-up' {
  const { seats, level, chance } = ground;
  const fill = new Int32Array(seats.length);
  for (const { table, size } of blocks) if (table !== -1) fill[table] = (fill[table] as number) + size;
  const most = seats.map((all, table) =>
    level ? Math.min(all, Math.max(level.least[table] as number, level.level + 1)) : all,
  );
  const shuffled = Int32Array.from(blocks.keys());
  chance.shuffle(shuffled);
  const waiting = Array.from(shuffled, (at) => blocks[at] as Block)
    .filter(({ hard, table }) => hard && table === -1)
    .sort((a, b) => b.size - a.size || b.apart.size - a.apart.size);
  let extra = level?.extra ?? Infinity;
  let steps = ground.steps;

  /** How many of the tables that hold one more than the level come of these people. */
  const beyond = (table: number, size: number) => {
    const now = fill[table] as number;
    const limit = level?.least[table] ?? Infinity;
    return Math.max(0, now + size - Math.max(now, limit));
  };

  const place = (at: number): boolean => {
    const block = waiting[at];
    if (!block) return true;
    const tried = new Set<number>();
    for (const table of choices(block, fill, most)) {
      const hindered = [...block.apart].some((other) => other.table === table);
      const more = beyond(table, block.size);
      if (hindered || more > extra) continue;
      // Empty tables of one size are alike.
      if (fill[table] === 0 && table !== block.hint) {
        if (tried.has(most[table] as number)) continue;
        tried.add(most[table] as number);
      }
      if (steps === 0) return false;
      steps -= 1;
      block.table = table;
      fill[table] = (fill[table] as number) + block.size;
      extra -= more;
      if (place(at + 1)) return true;
      extra += more;
      fill[table] = fill[table] - block.size;
      block.table = -1;
      if (steps === 0) return false;
    }
    return false;
  };
  if (place(0)) return fill;
  return steps === 0 ? 'given-up' : 'none';
}

/** Tables with room: the hinted one first, then the emptiest. */
function choices(block: Block, fill: Int32Array, most: Int32Array): number[] {
  const room = Array.from(most.keys()).filter(
    (table) => (fill[table] as number) + block.size <= (most[table] as number),
  );
  return room.sort(
    (a, b) =>
      Number(b === block.hint) - Number(a === block.hint) || (fill[a] as number) - (fill[b] as number),
  );
}
