/** Letters that Unicode does not decompose, as people without them on their keyboard type them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Combining marks of Latin, Greek and Cyrillic only: the vowel signs of other scripts tell words apart. */
const LATIN_MARKS = /[\u0300-\u036f]/gu;
const BETWEEN_WORDS = /[\p{P}\p{Z}\p{C}]+/gu;

/**
 * The form in which names and affiliations are compared and searched, never shown (T47).
 *
 * Case, å/ä/ö and other diacritics, composition (NFC or NFD), width, hyphens, apostrophes and white space make
 * no difference: `Åsa Mäki-Lehto`, `A\u030Asa MAKI LEHTO` and `asa maki lehto` fold to the same. The words are
 * separated by one space. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  return foldLetters(foldLetters(text)).replace(BETWEEN_WORDS, ' ').trim();
}

/** Once is not enough: the capital of a few letters decomposes differently from the letter itself. */
function foldLetters(text: string): string {
  const lower = text.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  const plain = Array.from(lower.replace(LATIN_MARKS, ''), (letter) => PLAIN_LETTERS[letter] ?? letter);
  return plain.join('').replace(INVISIBLE, '').normalize('NFKD');
}

/** The words of a folded text; none for a text without letters. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '');
}
