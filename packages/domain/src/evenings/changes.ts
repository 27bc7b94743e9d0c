import { EVENING_TEXTS, type EveningPlan } from './evening.js';
import { isSameBlock, orderProgramme } from './programme.js';
import type { EveningState } from './states.js';
import { isSameTheme } from './themes.js';
import { haveSameFeatures, isSamePlace } from './venue.js';

/** Changes that everyone registered or waiting must hear of, once, by mail (issue, section 3). */
export const MUST_MAIL_CHANGES = ['time', 'place', 'cancelled'] as const;
export type MustMailChange = (typeof MUST_MAIL_CHANGES)[number];

/** Changes for which the mail is offered only (S39: later notify registrants of additions). */
export const OFFERED_CHANGES = ['theme', 'programme', 'venue', 'texts'] as const;
export type OfferedChange = (typeof OFFERED_CHANGES)[number];

/** What differs between two versions of an evening, for people who already know of it. */
export interface EveningChanges {
  readonly mustMail: readonly MustMailChange[];
  readonly offered: readonly OfferedChange[];
}

/** One version of an evening: its plan and its state. */
export interface EveningVersion {
  readonly state: EveningState;
  readonly plan: EveningPlan;
}

/**
 * What people have to be told (issue, section 3). A draft is known to nobody, so nothing in it counts as a change;
 * nor does publishing. Capacity and registration times concern nobody who has registered.
 */
export function compareEvenings(before: EveningVersion, after: EveningVersion): EveningChanges {
  if (before.state === 'draft') return { mustMail: [], offered: [] };
  const differs: Readonly<Record<MustMailChange | OfferedChange, boolean>> = {
    time: !isSameTime(before.plan, after.plan),
    place: !isSamePlace(before.plan.venue, after.plan.venue),
    cancelled: before.state !== 'cancelled' && after.state === 'cancelled',
    theme: !isSameTheme(before.plan.theme, after.plan.theme),
    programme: !isSameProgramme(before.plan, after.plan),
    venue:
      !haveSameFeatures(before.plan.venue.features, after.plan.venue.features) ||
      before.plan.venue.directions !== after.plan.venue.directions,
    texts: EVENING_TEXTS.some((text) => before.plan.texts[text] !== after.plan.texts[text]),
  };
  return {
    mustMail: MUST_MAIL_CHANGES.filter((change) => differs[change]),
    offered: OFFERED_CHANGES.filter((change) => differs[change]),
  };
}

/** Another zone with the same instants is another time too: the wall clock in the invitation changes. */
function isSameTime(a: EveningPlan, b: EveningPlan): boolean {
  return (
    a.startsAt.getTime() === b.startsAt.getTime() &&
    a.endsAt.getTime() === b.endsAt.getTime() &&
    a.timeZone === b.timeZone
  );
}

function isSameProgramme(a: EveningPlan, b: EveningPlan): boolean {
  const [before, after] = [orderProgramme(a.programme), orderProgramme(b.programme)];
  return (
    before.length === after.length &&
    before.every((block, index) => {
      const other = after[index];
      return other !== undefined && isSameBlock(block, other);
    })
  );
}

/**
 * SEQUENCE of the calendar entry after a change (RFC 5545 section 3.8.7.4): one more when time, place or the
 * cancellation changes what people planned by, and also when an offered change is mailed, so that every mail wins
 * over the one before. Else unchanged; it never falls.
 */
export function nextSequence(sequence: number, changes: EveningChanges, offeredIsMailed: boolean): number {
  const grows = changes.mustMail.length > 0 || (offeredIsMailed && changes.offered.length > 0);
  return grows ? sequence + 1 : sequence;
}
