/**
 * Chance is handed in (architecture, invariant 8): returns a whole number from 0 up to, not including, `bound`,
 * each equally likely. `bound` is a positive whole number.
 */
export type RandomBelow = (bound: number) => number;
