import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSmallCounts, SMALLEST_COUNT } from './sector-counts.js';
import { moveSector, SECTORS, SIDES } from './sectors.js';

const sectorArb = fc.constantFrom(...SECTORS);
const moves = fc.array(fc.tuple(sectorArb, fc.constantFrom(...SIDES)), { maxLength: 6 });
const overridesArb = moves.map((list) =>
  list.reduce((overrides, [sector, side]) => moveSector(overrides, sector, side), {}),
);

describe('mergeSmallCounts', () => {
  it('leaves counts of five and more alone', () => {
    expect(mergeSmallCounts({ municipality: 5, association: 12, company: 6 })).toEqual([
      { sides: ['public'], count: 5, bySector: [{ sectors: ['municipality'], count: 5 }] },
      { sides: ['community'], count: 12, bySector: [{ sectors: ['association'], count: 12 }] },
      { sides: ['business'], count: 6, bySector: [{ sectors: ['company'], count: 6 }] },
    ]);
  });

  it('merges a small side and its sectors upwards', () => {
    expect(mergeSmallCounts({ municipality: 20, state: 7, association: 40, company: 2 })).toEqual([
      {
        sides: ['public', 'business'],
        count: 29,
        bySector: [
          { sectors: ['municipality'], count: 20 },
          { sectors: ['wellbeing-county', 'state', 'education', 'company'], count: 9 },
        ],
      },
      { sides: ['community'], count: 40, bySector: [{ sectors: ['association'], count: 40 }] },
    ]);
  });

  it('loses nobody, and shows no row under five unless the whole evening is', () => {
    const countsArb = fc.record(Object.fromEntries(SECTORS.map((sector) => [sector, fc.nat({ max: 12 })])));
    fc.assert(
      fc.property(countsArb, overridesArb, (counts, overrides) => {
        const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
        const sides = mergeSmallCounts(counts, overrides);
        const rows = sides.flatMap((side) => side.bySector);
        expect(sides.reduce((sum, side) => sum + side.count, 0)).toBe(total);
        for (const side of sides) {
          expect(side.bySector.reduce((sum, row) => sum + row.count, 0)).toBe(side.count);
        }
        for (const { count } of [...sides, ...rows]) {
          if (total >= SMALLEST_COUNT) expect(count).toBeGreaterThanOrEqual(SMALLEST_COUNT);
        }
        const named = rows.flatMap((row) => row.sectors);
        expect(new Set(named).size).toBe(named.length);
        for (const sector of SECTORS) if (counts[sector]) expect(named).toContain(sector);
      }),
      { numRuns: 1000 },
    );
  });
});
