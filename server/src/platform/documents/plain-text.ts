/** Unicode line breaks beside CR and LF: vertical tab, form feed, next line, line and paragraph separator. */
const LINE_BREAK = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/gu;
/** Control characters that no format we write may carry; TAB and LF are judged by the caller. */
const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x9f]/gu;
/** Half of a surrogate pair, and code points that are no character: XML 1.0 forbids two, writers of files stumble over more. */
const ILLEGAL = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
/** Embeddings, overrides and isolates: they would turn around the text that follows in the same line. */
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Text that is legal in every format we write; line breaks of any kind become LF, TAB stays. */
export function manyLines(text: string): string {
  return text.replace(LINE_BREAK, '\n').replace(CONTROL, '').replace(ILLEGAL, '').replace(BIDI_CONTROL, '');
}

/** As `manyLines`, with every run of line breaks and tabs turned into one space: nothing here can begin a new line. */
export function oneLine(text: string): string {
  return manyLines(text)
    .replace(/[\n\t]+/g, ' ')
    .trim();
}
