const key = (evening: string) => `hillo.door.${evening}.number`;
/** For a browser that keeps nothing: the server notices that the phone counts anew. */
const counted = new Map<string, number>();

/**
 * The how-manieth entry of this phone at this door. Counted apart from the queue, in another memory of the browser, so
 * that the server misses the numbers of entries that were thrown away with the queue (T51).
 */
export function nextNumber(evening: string): number {
  const next = Math.max(counted.get(evening) ?? 0, kept(evening)) + 1;
  counted.set(evening, next);
  try {
    localStorage.setItem(key(evening), String(next));
  } catch {
    return next;
  }
  return next;
}

function kept(evening: string): number {
  try {
    return Number(localStorage.getItem(key(evening))) || 0;
  } catch {
    return 0;
  }
}
