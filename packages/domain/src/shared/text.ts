import { type Outcome, fail, ok } from './outcome.js';

/** A text holds U+0000 or half a surrogate pair, is blank where it must not be, or is too long. */
export type TextProblem = 'text-forbidden-character' | 'text-blank' | 'text-too-long';

/** UTF-8 bytes that one counted character may take on average: the longest emoji sequences take 28 to 35. */
const BYTES_A_CHARACTER = 32;

/**
 * What joins the character before it: marks, skin tones, an emoji after a joiner, the second half of a flag. The clusters of
 * UAX 29 but for its rarest rules; Intl.Segmenter knows those too and takes seconds for 100 KB (T46).
 */
const JOINED =
  /(?<!^|\p{Cc})[\p{Grapheme_Extend}\p{Mc}\p{Emoji_Modifier}\u200d]|(?<=\u200d)\p{Extended_Pictographic}|\p{Regional_Indicator}{2}/gu;
const LONE_SURROGATE = /\p{Cs}/u;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}]/gu;
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** Embeddings, overrides and isolates; the plain marks U+200E, U+200F and U+061C are not among them. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;
const UNSEEN_CONTROLS = /(?!\p{White_Space})[\p{Cc}\ufffe\uffff]/gu;
const WHITE_SPACE_RUN = /\p{White_Space}+/gu;
const LINE_BREAK = /\r\n|[\r\u0085\u2028\u2029]/gu;
const SPACE_BUT_NEWLINE = /(?!\n)\p{White_Space}/gu;

/**
 * Length in characters as a reader counts them: grapheme clusters, and every variation selector once more,
 * so that a chain of them cannot hide behind one letter (T47).
 */
export function countCharacters(text: string): number {
  let codePoints = 0;
  for (const _ of text) codePoints += 1;
  const joined = text.match(JOINED)?.length ?? 0;
  return codePoints - joined + (text.match(VARIATION_SELECTORS)?.length ?? 0);
}

/** Length in UTF-8 bytes; a lone surrogate counts three, as its replacement character does. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** True when a reader would see nothing: only white space, controls and invisible code points. */
export function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, '') === '';
}

/**
 * One line that people wrote (names, affiliations, titles of evenings), ready to be stored (T41, T47).
 *
 * NFC, trimmed, every run of white space one space, so that no line break reaches a header or a cell.
 * U+0000 and lone surrogates are refused. Other controls and the bidi embeddings, overrides and isolates are
 * removed, not refused: they arrive unseen with pasted text, letters keep their own direction without them,
 * and PDF, CSV and vCard have no `bdi` to contain them.
 *
 * @param max greatest length in characters ({@link countCharacters}); bytes are capped at 32 times that.
 */
export function cleanLine(text: string, max: number): Outcome<string, TextProblem> {
  const problem = unstorable(text, max);
  if (problem !== undefined) return fail(problem, { max });
  const line = withoutControls(text).replace(WHITE_SPACE_RUN, ' ').trim();
  if (isBlank(line)) return fail('text-blank');
  return isTooLong(line, max) ? fail('text-too-long', { max }) : ok(line);
}

/**
 * Several lines that people wrote (offers, needs, notes): as {@link cleanLine}, but line breaks stay, as `\n`,
 * and so does the number of spaces. A blank text is allowed and gives `''`.
 */
export function cleanLines(text: string, max: number): Outcome<string, Exclude<TextProblem, 'text-blank'>> {
  const problem = unstorable(text, max);
  if (problem !== undefined) return fail(problem, { max });
  const lines = withoutControls(text).replace(LINE_BREAK, '\n').replace(SPACE_BUT_NEWLINE, ' ').trim();
  if (isBlank(lines)) return ok('');
  return isTooLong(lines, max) ? fail('text-too-long', { max }) : ok(lines);
}

/** The length check here is a cheap bound, so that a hostile megabyte is never counted (T46). */
function unstorable(text: string, max: number): Exclude<TextProblem, 'text-blank'> | undefined {
  if (text.length > max * BYTES_A_CHARACTER) return 'text-too-long';
  return text.includes('\0') || LONE_SURROGATE.test(text) ? 'text-forbidden-character' : undefined;
}

/** NFC comes last: removing a control may bring a letter and its combining mark together. */
function withoutControls(text: string): string {
  return text.replace(DIRECTION_CONTROLS, '').replace(UNSEEN_CONTROLS, '').normalize('NFC');
}

function isTooLong(text: string, max: number): boolean {
  return utf8Length(text) > max * BYTES_A_CHARACTER || countCharacters(text) > max;
}
