/** How full the tables of a round shall be: everybody sits, no table over its seats, fill as even as seats allow. */
export interface Level {
  /** Every table holds at least this many, or as many as it has seats. */
  readonly level: number;
  /** So many tables, of those with seats left, hold one more. */
  readonly extra: number;
  /** Least fill by table: its share of the level, or what is bound to it if that is more. */
  readonly least: Int32Array;
}

/**
 * Pours `people` into tables like water into vessels with floors: `bound[t]` already sit at table t.
 * Undefined when there are too few seats.
 */
export function levelOf(seats: Int32Array, bound: Int32Array, people: number): Level | undefined {
  const filledTo = (level: number) =>
    seats.reduce((sum, most, table) => sum + Math.max(bound[table] as number, Math.min(most, level)), 0);
  if (filledTo(people) < people) return undefined;
  let level = 0;
  let beyond = people + 1;
  while (beyond - level > 1) {
    const middle = (level + beyond) >> 1;
    if (filledTo(middle) <= people) level = middle;
    else beyond = middle;
  }
  return {
    level,
    extra: people - filledTo(level),
    least: seats.map((most, table) => Math.max(bound[table] as number, Math.min(most, level))),
  };
}
