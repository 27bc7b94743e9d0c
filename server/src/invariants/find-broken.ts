import { z } from 'zod';
import { DRAW_INVARIANTS, DRAW_ROWS, type DrawRow, drawRow } from './draw-invariants.js';
import { EVENING_INVARIANTS } from './evening-invariants.js';

export interface BrokenInvariant {
  readonly invariant: string;
  /** Ids of the rows where it does not hold. */
  readonly subjects: readonly string[];
}

/** Answers the rows of a statement. */
export type Query = (sql: string) => Promise<readonly unknown[]>;

/** Their names, as they are told when broken. */
export const INVARIANTS: readonly string[] = [
  ...Object.keys(EVENING_INVARIANTS),
  ...Object.keys(DRAW_INVARIANTS),
];

const fault = z.object({ subject: z.string() });

/** Every invariant of seats, encounters, squares, rows, tickets and draws that does not hold; empty when all is well. */
export async function findBroken(query: Query): Promise<readonly BrokenInvariant[]> {
  const broken: BrokenInvariant[] = [];
  for (const [invariant, sql] of Object.entries(EVENING_INVARIANTS)) {
    const subjects = (await query(sql)).map((row) => fault.parse(row).subject);
    if (subjects.length > 0) broken.push({ invariant, subjects });
  }
  return [...broken, ...(await brokenDraws(query))];
}

async function brokenDraws(query: Query): Promise<readonly BrokenInvariant[]> {
  const draws = (await query(DRAW_ROWS)).map((row) => drawRow.parse(row));
  const broken: BrokenInvariant[] = [];
  for (const [invariant, holds] of Object.entries(DRAW_INVARIANTS)) {
    const subjects: string[] = [];
    for (const draw of draws) if (!(await holdsFor(holds, draw, draws))) subjects.push(draw.id);
    if (subjects.length > 0) broken.push({ invariant, subjects });
  }
  return broken;
}

type Holds = (typeof DRAW_INVARIANTS)[string];

/** What cannot even be worked out does not hold. */
async function holdsFor(holds: Holds, draw: DrawRow, draws: readonly DrawRow[]): Promise<boolean> {
  try {
    return await holds(draw, draws);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
