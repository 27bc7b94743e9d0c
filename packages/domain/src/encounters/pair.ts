/**
 * The two parties of an encounter by attendee id, in canonical order. Lower-case UUIDs order here as PostgreSQL
 * orders type `uuid`, so UNIQUE (evening, low, high) holds one encounter a pair (product.md, the thread of data).
 */
export interface Pair {
  readonly low: string;
  readonly high: string;
}

/** The same pair whichever of the two comes first. Two equal ids are no pair: `meet` refuses them. */
export function pairOf(a: string, b: string): Pair {
  return a < b ? { low: a, high: b } : { low: b, high: a };
}
