import type { Skeleton, Wanted } from './skeleton.js';

/**
 * Tables of two: everybody but one stands on a circle of an odd number; in each round those mirrored at an axis sit
 * together and the one on the axis sits with the one outside. Everybody meets everybody.
 * Source: the circle method of T. P. Kirkman, Cambridge and Dublin Math. J. 2 (1847) 191-204.
 */
export function roundRobin({ tables, size, rounds }: Wanted): Skeleton | undefined {
  const circle = 2 * tables - 1;
  if (size !== 2 || rounds > circle) return undefined;
  return {
    method: 'round robin',
    tables,
    positions: 2 * tables,
    columns: 0,
    rounds: Array.from({ length: rounds }, (_, axis) =>
      Int32Array.from({ length: 2 * tables }, (__, at) => {
        if (at === circle) return 0;
        const away = (at - axis + circle) % circle;
        return Math.min(away, circle - away);
      }),
    ),
  };
}
