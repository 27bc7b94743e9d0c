/** Share of the longer text's units that a correction of spelling may touch, and the least that is always allowed. */
const SHARE = 0.2;
const ALWAYS_ALLOWED = 2;

/**
 * Whether a changed text is the same text with its spelling corrected: at most a fifth of it, or two letters, inserted,
 * deleted or replaced. So a locked prompt cannot quietly become another one (product rule 2).
 */
export function isSpellingChange(before: string, after: string): boolean {
  const from = [...before.normalize('NFC')];
  const to = [...after.normalize('NFC')];
  const allowed = Math.max(ALWAYS_ALLOWED, Math.floor(Math.max(from.length, to.length) * SHARE));
  return Math.abs(from.length - to.length) <= allowed && editDistance(from, to) <= allowed;
}

/** Levenshtein distance in signs, one row kept. */
function editDistance(from: readonly string[], to: readonly string[]): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [above, sign] of from.entries()) {
    const next = [above + 1];
    for (const [left, other] of to.entries()) {
      const replaced = (row[left] ?? 0) + (sign === other ? 0 : 1);
      next.push(Math.min(replaced, (row[left + 1] ?? 0) + 1, (next[left] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
