import type { Roster } from '../read/roster.js';

/**
 * Pairs of one sector that no plan can avoid: those of the played rounds as they were, and for each planned round every
 * sector spread as evenly over the tables as seats allow. `played` are the pairs of the played rounds.
 */
export function sectorBound(roster: Roster, played: number): number {
  let bound = played;
  for (let round = roster.from; round < roster.rounds; round += 1) {
    const counts = new Map<number, number>();
    for (let person = 0; person < roster.size; person += 1)
      if (roster.present[round * roster.size + person] === 1) {
        const sector = roster.sector[person] as number;
        counts.set(sector, (counts.get(sector) ?? 0) + 1);
      }
    const pairs = new Map<number, number>();
    for (const count of counts.values()) {
      if (!pairs.has(count)) pairs.set(count, leastPairs(roster.seats, count));
      bound += pairs.get(count) as number;
    }
  }
  return bound;
}

/** The fewest pairs at one place when `people` go to places of so many seats: as even as can be. */
export function leastPairs(seats: ArrayLike<number>, people: number): number {
  const places = Array.from(seats).sort((a, b) => a - b);
  let pairs = 0;
  let left = people;
  places.forEach((most, at) => {
    const share = Math.min(most, Math.floor(left / (places.length - at)));
    pairs += (share * (share - 1)) / 2;
    left -= share;
  });
  return pairs;
}
