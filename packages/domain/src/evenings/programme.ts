import { type Outcome, fail, isBlank, ok } from '../shared/index.js';

/** Kinds of programme blocks (S7, S31, S46, S58, S61, S66, S76); texts: `evenings.programme.<kind>`. */
export const PROGRAMME_KINDS = [
  'arrival',
  'fair',
  'talk',
  'group-work',
  'bingo',
  'panel',
  'draw',
  'break',
] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

/** One block of the programme. It may be added at any time, and stands as tentative until confirmed (S39). */
export interface ProgrammeBlock {
  readonly id: string;
  readonly kind: ProgrammeKind;
  /** Own words; empty: the name of the kind is shown. */
  readonly title: string;
  /** `null`: the time is still open. */
  readonly startsAt: Date | null;
  /** `null`: until the next one. */
  readonly endsAt: Date | null;
  readonly confirmed: boolean;
}

/** Checks one block. It may overlap others (a fair beside talks) and lie at any time, see {@link programmeNotices}. */
export function checkBlock(
  block: ProgrammeBlock,
): Outcome<
  ProgrammeBlock,
  'block-ends-before-start' | 'block-end-without-start' | 'block-confirmed-without-start'
> {
  const { startsAt, endsAt, confirmed } = block;
  if (startsAt === null) {
    if (endsAt !== null) return fail('block-end-without-start');
    return confirmed ? fail('block-confirmed-without-start') : ok(block);
  }
  const endsTooEarly = endsAt !== null && endsAt.getTime() <= startsAt.getTime();
  return endsTooEarly ? fail('block-ends-before-start') : ok(block);
}

/** The programme by time; blocks of the same time, and those without one at the end, stay in the order given. */
export function orderProgramme(blocks: readonly ProgrammeBlock[]): readonly ProgrammeBlock[] {
  const timeOf = (block: ProgrammeBlock): number => block.startsAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return [...blocks].sort((a, b) => timeOf(a) - timeOf(b));
}

/** What an organiser is told and may leave as it is; texts: `planning.notice.<code>`. */
export const PROGRAMME_NOTICES = ['block-outside-hours', 'nothing-that-mixes', 'draw-without-bingo'] as const;
export type ProgrammeNotice = (typeof PROGRAMME_NOTICES)[number];

/** Blocks in which people meet each other, not only listen (S31). */
const MIXING_KINDS: readonly ProgrammeKind[] = ['fair', 'group-work', 'bingo'];

/**
 * Words about a programme that is allowed all the same: a block outside the evening's hours, talks only (S31), a draw
 * with no bingo to earn a ticket in (S65). An empty programme is left in peace: theme, time and place are enough (S36).
 */
export function programmeNotices(
  blocks: readonly ProgrammeBlock[],
  startsAt: Date,
  endsAt: Date,
): readonly { readonly notice: ProgrammeNotice; readonly blockId: string | null }[] {
  const has = (kind: ProgrammeKind): boolean => blocks.some((block) => block.kind === kind);
  const outside = blocks
    .filter(
      (block) => isOutside(block.startsAt, startsAt, endsAt) || isOutside(block.endsAt, startsAt, endsAt),
    )
    .map((block) => ({ notice: 'block-outside-hours' as const, blockId: block.id }));
  const onlyTalks = blocks.length > 0 && !MIXING_KINDS.some(has);
  return [
    ...outside,
    ...(onlyTalks ? [{ notice: 'nothing-that-mixes' as const, blockId: null }] : []),
    ...(has('draw') && !has('bingo') ? [{ notice: 'draw-without-bingo' as const, blockId: null }] : []),
  ];
}

function isOutside(instant: Date | null, startsAt: Date, endsAt: Date): boolean {
  return instant !== null && (instant.getTime() < startsAt.getTime() || instant.getTime() > endsAt.getTime());
}

/** True when two blocks say the same to a reader. */
export function isSameBlock(a: ProgrammeBlock, b: ProgrammeBlock): boolean {
  return (
    a.kind === b.kind &&
    (a.title === b.title || (isBlank(a.title) && isBlank(b.title))) &&
    a.startsAt?.getTime() === b.startsAt?.getTime() &&
    a.endsAt?.getTime() === b.endsAt?.getTime() &&
    a.confirmed === b.confirmed
  );
}
