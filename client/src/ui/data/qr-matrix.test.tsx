import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pathOf } from './qr-matrix.js';

/** Paints the path back onto a grid without the quiet zone. */
function painted(path: string, size: number): number[] {
  const grid = Array.from({ length: size * size }, () => 0);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let step = 0; step < Number(run); step += 1) {
      const at = (Number(y) - 4) * size + Number(x) - 4 + step;
      grid[at] = (grid[at] ?? Number.NaN) + 1;
    }
  }
  return grid;
}

it('draws every dark module once and no light one', () => {
  const matrices = fc
    .integer({ min: 1, max: 12 })
    .chain((size) => fc.array(fc.constantFrom(0, 1), { minLength: size * size, maxLength: size * size }));
  fc.assert(
    fc.property(matrices, (modules) => {
      const size = Math.sqrt(modules.length);
      expect(painted(pathOf(modules, size), size)).toEqual(modules);
    }),
  );
});
