import { type Outcome, fail, ok } from '../shared/index.js';

/** The three sides of an evening; a coloured square takes only a person from another side (product rule 1, S64). */
export const SIDES = ['public', 'community', 'business'] as const;
export type Side = (typeof SIDES)[number];

/** Where people come from (S1, S2, product rule 1), in the order in which they are offered and counted. */
export const SECTORS = [
  'municipality',
  'wellbeing-county',
  'state',
  'education',
  'association',
  'parish',
  'resident',
  'expert-by-experience',
  'company',
] as const;
export type Sector = (typeof SECTORS)[number];

/** The side of every sector unless the evening says otherwise (product rule 1). */
export const DEFAULT_SIDES: Readonly<Record<Sector, Side>> = {
  municipality: 'public',
  'wellbeing-county': 'public',
  state: 'public',
  education: 'public',
  association: 'community',
  parish: 'community',
  resident: 'community',
  'expert-by-experience': 'community',
  company: 'business',
};

/** Sectors that an organiser moved to another side for one evening (product rule 1). */
export type SideOverrides = Readonly<Partial<Record<Sector, Side>>>;

/** The side that a sector plays on this evening (product rule 1). */
export function sideOf(sector: Sector, overrides: SideOverrides = {}): Side {
  return overrides[sector] ?? DEFAULT_SIDES[sector];
}

/** Sectors that share one mark unless a person ticked otherwise (S23, product rule 1). */
const SHARED_MARK_SECTORS: readonly Sector[] = ['resident', 'expert-by-experience'];

/**
 * Moves a sector to another side for one evening (product rule 1). Residents and experts by experience move
 * together: they share a mark, and a colour that differs from the mark's would tell them apart (S23).
 */
export function moveSector(overrides: SideOverrides, sector: Sector, side: Side): SideOverrides {
  const moved = SHARED_MARK_SECTORS.includes(sector) ? SHARED_MARK_SECTORS : [sector];
  const entries = SECTORS.map((each) => [each, moved.includes(each) ? side : overrides[each]] as const);
  return Object.fromEntries(entries.filter(([each, to]) => to !== undefined && to !== DEFAULT_SIDES[each]));
}

/**
 * What badges, lists, the stage and others' exports show of a sector: the sector, or the one mark that residents
 * and experts by experience share (S23, product rule 1).
 */
export const SECTOR_MARKS = [...SECTORS, 'resident-or-expert'] as const;
export type SectorMark = (typeof SECTOR_MARKS)[number];

/**
 * The mark that others see (S23, product rule 1).
 *
 * @param shownSector the sector that the person chose to show
 * @param tellsApart the person ticked that resident or expert by experience may be told apart
 */
export function sectorMark(shownSector: Sector, tellsApart: boolean): SectorMark {
  return SHARED_MARK_SECTORS.includes(shownSector) && !tellsApart ? 'resident-or-expert' : shownSector;
}

/** The side whose colour a mark carries; the shared mark belongs where residents do (product rule 1). */
export function sideOfMark(mark: SectorMark, overrides: SideOverrides = {}): Side {
  return sideOf(mark === 'resident-or-expert' ? 'resident' : mark, overrides);
}

/**
 * The sectors that a person may choose to show (product rule 1): those of the own side, because the badge carries
 * the colour of the side that is played, and a sector of another side would give the real one away.
 */
export function sectorsToShow(sector: Sector, overrides: SideOverrides = {}): readonly Sector[] {
  const side = sideOf(sector, overrides);
  return SECTORS.filter((other) => sideOf(other, overrides) === side);
}

/** Checks the sector chosen to be shown against {@link sectorsToShow}. */
export function chooseShownSector(
  sector: Sector,
  shownSector: Sector,
  overrides: SideOverrides = {},
): Outcome<Sector, 'shown-sector-on-another-side'> {
  return sectorsToShow(sector, overrides).includes(shownSector)
    ? ok(shownSector)
    : fail('shown-sector-on-another-side');
}

/** True when the two are on different sides, so that either may fill a coloured square of the other (S64). */
export function areOnDifferentSides(a: Sector, b: Sector, overrides: SideOverrides = {}): boolean {
  return sideOf(a, overrides) !== sideOf(b, overrides);
}
