/** Whether the server answers, as far as this page knows, and how its clock goes. */
export interface Reach {
  /** The last try found no server; false until one was tried. */
  readonly away: boolean;
  /** What to add to this phone's time to get the server's, in ms, as last measured (product rule 5). */
  readonly offsetMs: number;
}

const KEY = 'hillo.clock';
/** The Date header counts whole seconds: half of one is added, and smaller differences are no news. */
const HALF_MS = 500;
const NEWS_MS = 2_000;

let reach: Reach = { away: false, offsetMs: storedOffset() };
const listeners = new Set<() => void>();

export const currentReach = (): Reach => reach;

export function watchReach(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every attempt says how it ended; `serverTime` is the Date header of an answer. */
export function noteReach(away: boolean, serverTime?: string | null, now = Date.now()): void {
  const told = serverTime ? Date.parse(serverTime) : Number.NaN;
  const measured = Number.isNaN(told) ? reach.offsetMs : Math.round(told + HALF_MS - now);
  const offsetMs = Math.abs(measured - reach.offsetMs) < NEWS_MS ? reach.offsetMs : measured;
  if (away === reach.away && offsetMs === reach.offsetMs) return;
  if (offsetMs !== reach.offsetMs) storeOffset(offsetMs);
  reach = { away, offsetMs };
  listeners.forEach((listener) => listener());
}

/** Of an entry that may be sent later: when it was made by this phone, and how its clock goes (product rule 5). */
export function phoneStamp(): { phoneTime: string; offsetMs: number } {
  return { phoneTime: new Date().toISOString(), offsetMs: reach.offsetMs };
}

function storedOffset(): number {
  try {
    return Number(localStorage.getItem(KEY)) || 0;
  } catch {
    return 0;
  }
}

function storeOffset(offsetMs: number): void {
  try {
    localStorage.setItem(KEY, String(offsetMs));
  } catch {
    return;
  }
}
