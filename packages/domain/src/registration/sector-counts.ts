import { SECTORS, SIDES, type Sector, type Side, type SideOverrides, sideOf } from './sectors.js';

/** A published count by sector is at least this, or covers everybody (product rule 1, S23). */
export const SMALLEST_COUNT = 5;

/** People of these sectors together. Sectors without people are not told apart from those that were merged. */
export interface SectorCount {
  readonly sectors: readonly Sector[];
  readonly count: number;
}

/** People of these sides together (one side unless merged), and the same people by sector. */
export interface SideCount {
  readonly sides: readonly Side[];
  readonly count: number;
  readonly bySector: readonly SectorCount[];
}

/**
 * Counts by side and sector with every count under five merged upwards (product rule 1): small sectors of a side
 * become one row; when that row is still under five, it takes in the smallest other row, so that subtracting
 * from the total gives nothing away; sides under five merge in the same way. Only when the whole evening is
 * under five is a row that small: the total, which is no secret.
 *
 * @param counts people by sector, whole numbers from 0; a missing sector has none
 * @returns sides and sectors in their usual order, rows of nobody left out; the counts add up to the total
 */
export function mergeSmallCounts(
  counts: Readonly<Partial<Record<Sector, number>>>,
  overrides: SideOverrides = {},
): readonly SideCount[] {
  const countOf = (sector: Sector): number => counts[sector] ?? 0;
  const sectorsOf = (sides: readonly Side[]): readonly Sector[] =>
    SECTORS.filter((sector) => sides.includes(sideOf(sector, overrides)));
  const bySide = mergeSmall(SIDES, (side) => sum(sectorsOf([side]).map(countOf)));
  return bySide.map(({ members, count }) => ({
    sides: members,
    count,
    bySector: mergeSmall(sectorsOf(members), countOf).map((row) => ({
      sectors: row.members,
      count: row.count,
    })),
  }));
}

interface Row<Key> {
  readonly members: readonly Key[];
  readonly count: number;
}

function mergeSmall<Key>(keys: readonly Key[], countOf: (key: Key) => number): readonly Row<Key>[] {
  const small = keys.filter((key) => countOf(key) < SMALLEST_COUNT);
  const large = keys.filter((key) => countOf(key) >= SMALLEST_COUNT);
  const inSmall = sum(small.map(countOf));
  const taken = inSmall > 0 && inSmall < SMALLEST_COUNT ? smallest(large, countOf) : [];
  const merged = keys.filter((key) => small.includes(key) || taken.includes(key));
  const rows: Row<Key>[] = large
    .filter((key) => !taken.includes(key))
    .map((key) => ({ members: [key], count: countOf(key) }));
  if (inSmall > 0) rows.push({ members: merged, count: sum(merged.map(countOf)) });
  return rows.sort((a, b) => firstPlace(keys, a) - firstPlace(keys, b));
}

function smallest<Key>(keys: readonly Key[], countOf: (key: Key) => number): readonly Key[] {
  return [...keys].sort((a, b) => countOf(a) - countOf(b)).slice(0, 1);
}

function firstPlace<Key>(keys: readonly Key[], row: Row<Key>): number {
  return Math.min(...row.members.map((member) => keys.indexOf(member)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
