import type { Roster } from '../read/roster.js';
import { WEIGHTS } from './weights.js';

/** Who gains by meeting whom, sparse: the links of person p are the places start[p] to start[p + 1]. */
export interface Links {
  readonly start: Int32Array;
  readonly other: Int32Array;
  /** Points for the first shared table, both directions together. */
  readonly gain: Int32Array;
}

/** A tag that very many share tells little, and would link everybody with everybody. */
const MOST_PER_TAG = 40;

/** Wishes, and offers that somebody needs (S40, S89: tags compared as trimmed lower-case text). */
export function linksOf(roster: Roster): Links {
  const gains = Array.from({ length: roster.size }, () => new Map<number, number>());
  const add = (a: number, b: number, gain: number) => {
    gains[a]?.set(b, (gains[a]?.get(b) ?? 0) + gain);
    gains[b]?.set(a, (gains[b]?.get(a) ?? 0) + gain);
  };
  for (const [from, to] of roster.wishes) add(from, to, WEIGHTS.wish);
  for (const { offering, needing } of tags(roster).values()) {
    if (offering.size * needing.size > MOST_PER_TAG * MOST_PER_TAG) continue;
    for (const a of offering) for (const b of needing) if (a !== b) add(a, b, WEIGHTS.offer);
  }
  const start = new Int32Array(roster.size + 1);
  gains.forEach((row, person) => (start[person + 1] = (start[person] as number) + row.size));
  return {
    start,
    other: Int32Array.from(gains.flatMap((row) => [...row.keys()])),
    gain: Int32Array.from(gains.flatMap((row) => [...row.values()])),
  };
}

function tags(roster: Roster): Map<string, { offering: Set<number>; needing: Set<number> }> {
  const all = new Map<string, { offering: Set<number>; needing: Set<number> }>();
  const tag = (text: string) => {
    const name = text.trim().toLowerCase();
    const found = all.get(name) ?? { offering: new Set(), needing: new Set() };
    all.set(name, found);
    return found;
  };
  roster.instance.people.forEach(({ offers, needs }, person) => {
    for (const text of offers ?? []) tag(text).offering.add(person);
    for (const text of needs ?? []) tag(text).needing.add(person);
  });
  return all;
}

/** The gain of two people's first shared table; 0 when nothing links them. */
export function gainOf({ start, other, gain }: Links, a: number, b: number): number {
  const end = start[a + 1] as number;
  for (let at = start[a] as number; at < end; at += 1) if (other[at] === b) return gain[at] as number;
  return 0;
}
