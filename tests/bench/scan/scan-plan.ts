import { at, type FilledEvening, type FilledPerson } from '../ground/evening-filler.js';
import { bytesOf } from '../ground/http-line.js';

const SQUARES = 9;

export interface PlannedScan {
  readonly me: FilledPerson;
  readonly other: FilledPerson;
  readonly square: number;
}

/** Every person of both sides scans nine others of the other side, no pair twice, everybody once before anybody twice. */
export function planScans({ sides: [one, other] }: FilledEvening): PlannedScan[] {
  const turns = Array.from({ length: SQUARES }, (_, square) => square);
  return turns.flatMap((square) => [
    ...one.map((me, index) => ({ me, other: at(other, index + square), square })),
    ...other.map((me, index) => ({ me, other: at(one, index + 100 + square), square })),
  ]);
}

export function scanBytes({ me, other, square }: PlannedScan, cookie: string, prefix: string): Buffer {
  return bytesOf({
    method: 'POST',
    path: `${prefix}/me/${me.id}/encounters`,
    cookie,
    body: { who: { by: 'badge', token: other.badge }, square },
  });
}
