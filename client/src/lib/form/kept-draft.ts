/** What was typed and not yet saved, kept for this tab until it is saved or thrown away. */
export function readDraft(key: string | undefined): object | undefined {
  if (key === undefined) return undefined;
  try {
    const stored = sessionStorage.getItem(`hillo.draft.${key}`);
    return stored === null ? undefined : (JSON.parse(stored) as object);
  } catch {
    return undefined;
  }
}

/** Undefined forgets. A browser that forbids storage keeps nothing beyond the page. */
export function keepDraft(key: string | undefined, values: object | undefined): void {
  if (key === undefined) return;
  try {
    if (values === undefined) sessionStorage.removeItem(`hillo.draft.${key}`);
    else sessionStorage.setItem(`hillo.draft.${key}`, JSON.stringify(values));
  } catch {
    return;
  }
}
