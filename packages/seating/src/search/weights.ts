/**
 * What the search weighs, in points. A repeat outweighs whatever one swap can win otherwise, so that sectors and
 * wishes are served among the plans of fewest repeats.
 */
export const WEIGHTS = {
  /** A pair that meets again, in the polishing of a plan. */
  repeat: 400,
  /** Two of one sector at one table, each round. */
  sector: 38,
  /** Two of one affiliation at one table, each round: they know each other. */
  affiliation: 8,
  /** Two of one side at one table, each round. */
  side: 2,
  /** A wish, once met. */
  wish: 24,
  /** An offer that meets a need, once the two share a table. */
  offer: 6,
} as const;

/** Never worth it. */
export const FORBIDDEN = 10_000_000;
