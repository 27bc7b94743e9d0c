import type { StepOwner } from './agreed-step.js';
import type { ContactRow } from './sheet.js';

/**
 * A next step as an all-day calendar entry, as plain data: the writer of iCalendar adds UID, address and words.
 * `start` and `end` are `YYYY-MM-DD`; the end is the following day, not included (RFC 5545 section 3.6.1).
 */
export interface NextStepEntry {
  readonly encounterId: string;
  readonly start: string;
  readonly end: string;
  readonly text: string;
  readonly agreed: string;
  readonly owner: StepOwner | null;
  readonly firstName: string;
  readonly affiliation: string | null;
}

/** Calendar entries of the rows whose next step has a date, earliest first. */
export function nextStepEntries(rows: readonly ContactRow[]): NextStepEntry[] {
  const entries = rows.flatMap(({ nextStep, ownNote, otherNote, ...row }) => {
    if (nextStep === null || nextStep.date === null) return [];
    const { text, date, owner, from } = nextStep;
    const { agreed } = from === 'own' ? ownNote : otherNote;
    const { encounterId, firstName, affiliation } = row;
    return [{ encounterId, start: date, end: dayAfter(date), text, agreed, owner, firstName, affiliation }];
  });
  return entries.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** @param date a day that exists, `YYYY-MM-DD` */
function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
