/** White space, controls and signs that nobody sees, which a spreadsheet may drop before it looks at the first sign. */
const UNSEEN_START = /^[\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]+/u;
/** Signs that begin a formula. NFKC makes the full-width, small and raised forms plain; U+2212 is the minus sign. */
const FORMULA_START = /^[=+\-@\u2212]/u;
const CONTROL_START = /^\p{Cc}/u;

/**
 * A text cell that no spreadsheet takes for a formula: one that begins with `= + - @`, their full-width forms, TAB, CR,
 * LF or NUL gets an apostrophe in front, which spreadsheets read as "text" (OWASP, CSV injection; T42). Quoting and
 * separators are the CSV writer's; XLSX cells are typed as text and need none of this.
 */
export function neutralCell(text: string): string {
  return CONTROL_START.test(text) || isFormulaLike(text) ? `'${text}` : text;
}

function isFormulaLike(text: string): boolean {
  const [first = ''] = text.replace(UNSEEN_START, '');
  return FORMULA_START.test(first.normalize('NFKC'));
}
