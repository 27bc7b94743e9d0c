import { type Outcome, type TextProblem, cleanLines, fail, ok } from '../shared/index.js';

/** Limits in characters as a reader counts them. */
export const NOTE_LIMITS = { agreed: 1000, nextStep: 500 } as const;

/** Who takes the next step, as the note's writer sees it. */
export const NOTE_OWNERS = ['writer', 'other', 'both'] as const;
export type NoteOwner = (typeof NOTE_OWNERS)[number];

/** One party's own note of an encounter (S62, S63). `date`: day of the next step, `YYYY-MM-DD`. */
export interface Note {
  readonly agreed: string;
  readonly nextStep: string;
  readonly date: string | null;
  readonly owner: NoteOwner | null;
}

export const EMPTY_NOTE: Note = { agreed: '', nextStep: '', date: null, owner: null };

export type NoteRefusal = Exclude<TextProblem, 'text-blank'> | 'no-such-date';

/** Nothing is written yet: no agreement, no next step, no date, no owner. */
export function isEmptyNote(note: Note): boolean {
  return note.agreed === '' && note.nextStep === '' && note.date === null && note.owner === null;
}

/**
 * A note ready to be stored. Every part may be missing: a square without an agreement is allowed (S68).
 * @returns the cleaned note; a failure's `field` names the part
 */
export function cleanNote(note: Note): Outcome<Note, NoteRefusal> {
  const agreed = cleanLines(note.agreed, NOTE_LIMITS.agreed);
  if (!agreed.ok) return fail(agreed.code, { ...agreed.data, field: 'agreed' });
  const nextStep = cleanLines(note.nextStep, NOTE_LIMITS.nextStep);
  if (!nextStep.ok) return fail(nextStep.code, { ...nextStep.data, field: 'nextStep' });
  if (note.date !== null && !isCalendarDate(note.date)) return fail('no-such-date', { field: 'date' });
  return ok({ ...note, agreed: agreed.value, nextStep: nextStep.value });
}

/** What a line of a paper card says: nobody writes a date or an owner there. */
export type PaperNote = Pick<Note, 'agreed' | 'nextStep'>;

/**
 * The own note with what stands on paper added. Nothing that was written is lost: words that the note does not have yet come
 * below what it has. Typed in twice, also by two people, it is there once.
 * @returns the cleaned note, the very same when nothing was added; a failure's `field` names the part that would be too long
 */
export function addFromPaper(note: Note, paper: PaperNote): Outcome<Note, NoteRefusal> {
  const cleaned = cleanNote({ ...EMPTY_NOTE, ...paper });
  if (!cleaned.ok) return cleaned;
  const agreed = below(note.agreed, cleaned.value.agreed);
  const nextStep = below(note.nextStep, cleaned.value.nextStep);
  if (agreed === note.agreed && nextStep === note.nextStep) return ok(note);
  return cleanNote({ ...note, agreed, nextStep });
}

function below(written: string, added: string): string {
  if (added === '' || `\n${written}\n`.includes(`\n${added}\n`)) return written;
  return written === '' ? added : `${written}\n${added}`;
}

/** The same note as the other party would write it: my next step is the other's for them (product rule 3). */
export function asWrittenByOther(note: Note): Note {
  const owner = note.owner === 'writer' ? 'other' : note.owner === 'other' ? 'writer' : note.owner;
  return { ...note, owner };
}

/** A day that exists, `YYYY-MM-DD`, in the proleptic Gregorian calendar (RFC 3339 full-date). */
export function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const time = new Date(Date.UTC(2000, month - 1, 1));
  time.setUTCFullYear(year, month - 1, day);
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
}
