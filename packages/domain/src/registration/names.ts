import { type Outcome, cleanLine, fail, foldText, ok } from '../shared/index.js';

/** Greatest length of a first or last name, in characters as a reader counts them (T47). */
export const NAME_MAX = 300;
/** Greatest length of an affiliation, counted in the same way. */
export const AFFILIATION_MAX = 300;

export type NameProblem = 'name-missing' | 'name-too-long' | 'name-forbidden-character';

/**
 * A first or last name as stored (T47): NFC, trimmed, 1 to 300 characters, any script; U+0000 and lone surrogates
 * are refused. Bidi overrides are dropped ({@link cleanLine} says why); right-to-left letters keep their own
 * direction and pages isolate them with `bdi`.
 */
export function parseName(text: string): Outcome<string, NameProblem> {
  const outcome = cleanLine(text, NAME_MAX);
  if (outcome.ok) return outcome;
  switch (outcome.code) {
    case 'text-blank':
      return fail('name-missing');
    case 'text-too-long':
      return fail('name-too-long', { max: NAME_MAX });
    case 'text-forbidden-character':
      return fail('name-forbidden-character');
  }
}

/** An affiliation as stored; `null` for somebody without one (S2, S14). Same rules as {@link parseName}. */
export function parseAffiliation(
  text: string,
): Outcome<string | null, 'affiliation-too-long' | 'affiliation-forbidden-character'> {
  const outcome = cleanLine(text, AFFILIATION_MAX);
  if (outcome.ok) return outcome;
  switch (outcome.code) {
    case 'text-blank':
      return ok(null);
    case 'text-too-long':
      return fail('affiliation-too-long', { max: AFFILIATION_MAX });
    case 'text-forbidden-character':
      return fail('affiliation-forbidden-character');
  }
}

/** First and last name as one text; a missing last name leaves no space behind. */
export function fullName(person: { readonly firstName: string; readonly lastName: string | null }): string {
  return [person.firstName, person.lastName ?? ''].join(' ').trim();
}

/** The first name and the first letter of the last, for lists that need no more (`quality.md` section 4). */
export function nameWithInitial(person: {
  readonly firstName: string;
  readonly lastName: string | null;
}): string {
  const initial = Array.from(new Intl.Segmenter('fi').segment(person.lastName ?? ''))[0]?.segment;
  return initial === undefined ? person.firstName : `${person.firstName} ${initial}.`;
}

/** The form in which two people's names are compared: order of first and last kept, see {@link foldText} (T47). */
export function nameKey(person: { readonly firstName: string; readonly lastName: string | null }): string {
  return foldText(fullName(person));
}
