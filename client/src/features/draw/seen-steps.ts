import type { Announced } from '@hillo/draw';

const KEY = 'hillo.draw.';

/** What of a draw is announced before its end. */
interface Steps {
  readonly id: string;
  readonly state: string;
  readonly commit: string;
  readonly list: string | null;
  readonly publicNumber: string | null;
}

type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Keeps what this phone saw of a draw before its end, so that the result can be checked against it. What was seen first
 * stays: a value that changes later is just what must be noticed.
 */
export function rememberSteps(draw: Steps, memory: Memory = localStorage): void {
  if (draw.state === 'done' || draw.state === 'void') return;
  const { commit, list, publicNumber } = draw;
  const now: Announced = {
    commit,
    ...(list === null ? {} : { list }),
    ...(publicNumber === null ? {} : { publicNumber }),
  };
  try {
    memory.setItem(KEY + draw.id, JSON.stringify({ ...now, ...seenSteps(draw.id, memory) }));
  } catch {
    // A browser that keeps nothing checks the proof by itself only.
  }
}

export function seenSteps(drawId: string, memory: Memory = localStorage): Announced {
  try {
    const stored: unknown = JSON.parse(memory.getItem(KEY + drawId) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}
