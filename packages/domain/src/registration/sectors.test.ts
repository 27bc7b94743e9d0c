import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areOnDifferentSides,
  chooseShownSector,
  moveSector,
  SECTORS,
  sectorMark,
  sectorsToShow,
  SIDES,
  sideOf,
  sideOfMark,
} from './sectors.js';

const sectorArb = fc.constantFrom(...SECTORS);
const moves = fc.array(fc.tuple(sectorArb, fc.constantFrom(...SIDES)), { maxLength: 6 });
const overridesArb = moves.map((list) =>
  list.reduce((overrides, [sector, side]) => moveSector(overrides, sector, side), {}),
);

describe('sides', () => {
  it('are those of product rule 1', () => {
    expect(SECTORS.map((sector) => [sector, sideOf(sector)])).toEqual([
      ['municipality', 'public'],
      ['wellbeing-county', 'public'],
      ['state', 'public'],
      ['education', 'public'],
      ['association', 'community'],
      ['parish', 'community'],
      ['resident', 'community'],
      ['expert-by-experience', 'community'],
      ['company', 'business'],
    ]);
  });

  it('follow the organiser for one evening, and moving back leaves nothing', () => {
    const moved = moveSector({}, 'parish', 'public');
    expect(sideOf('parish', moved)).toBe('public');
    expect(sideOf('association', moved)).toBe('community');
    expect(areOnDifferentSides('parish', 'association', moved)).toBe(true);
    expect(moveSector(moved, 'parish', 'community')).toEqual({});
  });

  it('never tell residents and experts by experience apart, however sectors are moved', () => {
    fc.assert(
      fc.property(overridesArb, (overrides) => {
        expect(sideOf('resident', overrides)).toBe(sideOf('expert-by-experience', overrides));
        for (const sector of SECTORS) {
          expect(sideOfMark(sectorMark(sector, false), overrides)).toBe(sideOf(sector, overrides));
        }
      }),
    );
  });
});

describe('shown sector', () => {
  it('is one mark for residents and experts by experience unless ticked', () => {
    expect(sectorMark('resident', false)).toBe('resident-or-expert');
    expect(sectorMark('expert-by-experience', false)).toBe('resident-or-expert');
    expect(sectorMark('expert-by-experience', true)).toBe('expert-by-experience');
    expect(sectorMark('parish', false)).toBe('parish');
  });

  it('stays on the own side', () => {
    expect(sectorsToShow('company')).toEqual(['company']);
    expect(chooseShownSector('expert-by-experience', 'association').ok).toBe(true);
    expect(chooseShownSector('municipality', 'association')).toEqual({
      ok: false,
      code: 'shown-sector-on-another-side',
    });
  });
});
