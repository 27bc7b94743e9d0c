const NAME = 'hillo.scan';
/** A badge scanned without a session waits this long for its reader's own page (product rule 14). */
export const KEEP_MS = 15 * 60_000;

/** Keeps a scanned badge on this phone until the own page is open. A browser that forbids storage keeps nothing. */
export function keepScan(token: string, now: number): void {
  try {
    localStorage.setItem(NAME, JSON.stringify({ token, at: now }));
  } catch {
    return;
  }
}

export function keptScan(now: number): string | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('token' in kept) || !('at' in kept)) return undefined;
    const age = now - Number(kept.at);
    return age >= 0 && age <= KEEP_MS ? String(kept.token) : undefined;
  } catch {
    return undefined;
  }
}

export function forgetScan(): void {
  try {
    localStorage.removeItem(NAME);
  } catch {
    return;
  }
}
