import { type Outcome, type RandomBelow, fail, ok } from '../shared/index.js';

/** Six digits, the last a check digit, unique in the evening (product rule 13). Stored without the gap. */
export type SpokenCode = string;

const DIGITS = 6;
/** How many different codes there are: five free digits and the check digit. */
export const SPOKEN_CODES = 100_000;
/**
 * Codes from this serial on are printed ahead, on badges that are nobody's yet; whoever registers gets one below it. So
 * neither has to look whether the other has taken it.
 */
export const PRINTED_AHEAD_FROM = 90_000;

/**
 * Damm's quasigroup of order 10: totally anti-symmetric, so every wrong digit and every swap of two neighbours is
 * caught. H. M. Damm, "Total anti-symmetrische Quasigruppen", thesis, Marburg 2004.
 */
const DAMM: readonly (readonly number[])[] = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

function damm(digits: string): number {
  return Array.from(digits, Number).reduce((interim, digit) => DAMM[interim]?.[digit] ?? 0, 0);
}

/** The code with this serial, a whole number from 0 to 99 999: the serial's five digits and their check digit. */
export function spokenCodeOf(serial: number): SpokenCode {
  const digits = String(serial).padStart(DIGITS - 1, '0');
  return digits + String(damm(digits));
}

/**
 * A code that nobody of the evening has (product rule 13): a random one, and when it is taken the next free one.
 *
 * @param isTaken asked about codes of the same evening
 * @returns `codes-exhausted` when all 100 000 are taken
 */
export function newSpokenCode(
  random: RandomBelow,
  isTaken: (code: SpokenCode) => boolean,
): Outcome<SpokenCode, 'codes-exhausted'> {
  const first = random(SPOKEN_CODES);
  for (let step = 0; step < SPOKEN_CODES; step += 1) {
    const code = spokenCodeOf((first + step) % SPOKEN_CODES);
    if (!isTaken(code)) return ok(code);
  }
  return fail('codes-exhausted');
}

/** As it is shown: `123 456` (product rule 13), with a space that does not break. */
export function formatSpokenCode(code: SpokenCode): string {
  return `${code.slice(0, 3)}\u00a0${code.slice(3)}`;
}

/** As it is read aloud: each digit by itself, a pause in the middle, so that no voice makes a number of it. */
export function spellSpokenCode(code: SpokenCode): string {
  const digits = Array.from(code);
  return `${digits.slice(0, 3).join(' ')}, ${digits.slice(3).join(' ')}`;
}

const BETWEEN_DIGITS = /[\p{White_Space}\p{Pd}\p{Default_Ignorable_Code_Point}.,]+/u;

/** Letters that hands and eyes take for a digit. A wrong guess is another digit, and the check digit catches one. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  ['0OoDQ', '1IilL|!', '2Zz', '5Ss', '6Gb', '8B', '9gq'].flatMap(([digit = '', ...letters]) =>
    letters.map((letter) => [letter, digit]),
  ),
);

/** Longer is no code: what is pasted by mistake is not searched through. */
const TYPED_MAX = 40;

/**
 * The digits in what somebody typed or pasted, as a field shows them while one writes: spaces, dashes, dots and full-width
 * digits are forgiven, letters that look like a digit become it, words fall away ("koodi: 123 456"). At most `most`.
 */
export function digitsIn(text: string, most: number = DIGITS): string {
  return pieces(text.slice(0, 10 * TYPED_MAX))
    .map((piece) => inDigits(piece) ?? piece.replace(/[^0-9]/g, ''))
    .join('')
    .slice(0, most);
}

/**
 * Reads a code that somebody typed or pasted (product rule 13). It forgives what {@link digitsIn} does, but a word that has
 * digits in it is no code. `spoken-code-malformed`: not six digits; `spoken-code-slip`: a digit is wrong, or two neighbours
 * are swapped; one such slip never makes another person's code.
 */
export function parseSpokenCode(
  text: string,
): Outcome<SpokenCode, 'spoken-code-malformed' | 'spoken-code-slip'> {
  if (text.length > TYPED_MAX) return fail('spoken-code-malformed');
  const digits = pieces(text)
    .map((piece) => inDigits(piece) ?? (/[0-9]/.test(piece) ? '?' : ''))
    .join('');
  if (!/^[0-9]{6}$/.test(digits)) return fail('spoken-code-malformed');
  return damm(digits) === 0 ? ok(digits) : fail('spoken-code-slip');
}

/** What stands between spaces, dashes and the like. */
function pieces(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(BETWEEN_DIGITS)
    .filter((piece) => piece !== '');
}

/** A piece that is all digits and their look-alikes, as digits; undefined for a word. */
function inDigits(piece: string): string | undefined {
  let digits = '';
  for (const sign of piece) {
    const digit = /^[0-9]$/.test(sign) ? sign : LOOK_ALIKES.get(sign);
    if (digit === undefined) return undefined;
    digits += digit;
  }
  return digits;
}
