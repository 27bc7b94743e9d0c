import type { EveningPlan, EveningTexts } from './evening.js';
import type { ProgrammeBlock } from './programme.js';
import { OPEN_REGISTRATION } from './registration-window.js';
import { addOnWall, wallMinutesBetween } from './wall-clock.js';

/** Parts of an earlier evening that can be taken over (S49); texts: `planning.copy.part.<part>`. */
export const COPY_PARTS = ['frame', 'programme', 'venue', 'texts', 'bingo-prompts', 'prizes'] as const;
export type CopyPart = (typeof COPY_PARTS)[number];

/** Parts that belong to nouns above this one; they copy them themselves. */
const PARTS_OF_OTHERS = ['bingo-prompts', 'prizes'] as const satisfies readonly CopyPart[];

const EMPTY_TEXTS: EveningTexts = { title: '', description: '', can: '', cannot: '' };

/** A new plan, and the chosen parts that bingo and draw have to copy. */
export interface EveningCopy {
  readonly plan: EveningPlan;
  readonly leftToOthers: readonly (typeof PARTS_OF_OTHERS)[number][];
}

/**
 * Copies the chosen parts of an earlier evening into a new plan (S49). Theme, zone and length of day come along
 * always, as an evening needs them; `frame` adds the capacity. Without `venue` the place is empty, to be filled in before
 * publishing. The programme keeps its distance to the start on the wall clock (18:15 stays 18:15 when the
 * start does) and is tentative again. Registration always starts anew. People are never copied.
 *
 * @param newId makes the ids of the copied blocks
 */
export function copyEvening(
  source: EveningPlan,
  parts: readonly CopyPart[],
  startsAt: Date,
  newId: () => string,
): EveningCopy {
  const takes = (part: CopyPart): boolean => parts.includes(part);
  const move = (instant: Date): Date =>
    addOnWall(startsAt, wallMinutesBetween(source.startsAt, instant, source.timeZone), source.timeZone);
  const plan: EveningPlan = {
    theme: source.theme,
    startsAt,
    endsAt: new Date(startsAt.getTime() + source.endsAt.getTime() - source.startsAt.getTime()),
    timeZone: source.timeZone,
    venue: takes('venue') ? source.venue : { name: '', address: '', features: {}, directions: '' },
    capacity: takes('frame') ? source.capacity : null,
    registration: OPEN_REGISTRATION,
    programme: takes('programme') ? source.programme.map((block) => copyBlock(block, move, newId)) : [],
    texts: takes('texts') ? source.texts : EMPTY_TEXTS,
  };
  return { plan, leftToOthers: PARTS_OF_OTHERS.filter(takes) };
}

function copyBlock(
  block: ProgrammeBlock,
  move: (instant: Date) => Date,
  newId: () => string,
): ProgrammeBlock {
  return {
    ...block,
    id: newId(),
    startsAt: block.startsAt && move(block.startsAt),
    endsAt: block.endsAt && move(block.endsAt),
    confirmed: false,
  };
}
