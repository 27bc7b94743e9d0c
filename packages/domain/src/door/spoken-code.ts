import { type Outcome, type RandomBelow, fail, ok } from '../shared/index.js';

/** Six digits, the last a check digit, unique in the evening (product rule 13). Stored without the gap. */
export type SpokenCode = string;

const DIGITS = 6;
/** How many different codes there are: five free digits and the check digit. */
export const SPOKEN_CODES = 100_000;

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

/** As it is shown and read aloud: `123 456` (product rule 13), with a space that does not break. */
export function formatSpokenCode(code: SpokenCode): string {
  return `${code.slice(0, 3)}\u00a0${code.slice(3)}`;
}

const BETWEEN_DIGITS = /[\p{White_Space}\p{Pd}\p{Default_Ignorable_Code_Point}.]/gu;

/**
 * Reads a code that somebody typed or pasted (product rule 13): spaces, hyphens, dots and full-width digits are
 * forgiven. `spoken-code-malformed`: not six digits; `spoken-code-slip`: a digit is wrong or two are swapped.
 */
export function parseSpokenCode(
  text: string,
): Outcome<SpokenCode, 'spoken-code-malformed' | 'spoken-code-slip'> {
  if (text.length > 40) return fail('spoken-code-malformed');
  const digits = text.normalize('NFKC').replace(BETWEEN_DIGITS, '');
  if (!/^[0-9]{6}$/.test(digits)) return fail('spoken-code-malformed');
  return damm(digits) === 0 ? ok(digits) : fail('spoken-code-slip');
}
