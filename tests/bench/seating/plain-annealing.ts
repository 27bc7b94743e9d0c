import type { Plan } from '@hillo/seating';
import { lehmer, type Room } from './rooms.js';

/**
 * The peer: annealing as one would write it first. Starts at random, swaps two seats of a round, minimises the further
 * meetings of all pairs, cools once. Kept in the bench only.
 */
export function plainAnnealing([people, tables, rounds]: Room, seed: number, steps: number): Plan['rounds'] {
  const chance = lehmer(seed);
  const met = new Uint8Array(people * people);
  const seats = Array.from({ length: rounds }, () => {
    const order = Array.from({ length: people }, (_, at) => at);
    for (let last = people - 1; last > 0; last -= 1) {
      const at = Math.floor(chance() * (last + 1));
      [order[last], order[at]] = [order[at] as number, order[last] as number];
    }
    return order;
  });
  /** The seats of a table are every `tables`th, so that tables differ by one at most. */
  const change = (order: readonly number[], seat: number, by: number): number => {
    const person = order[seat] as number;
    let cost = 0;
    for (let other = seat % tables; other < people; other += tables) {
      if (other === seat) continue;
      const neighbour = order[other] as number;
      const cell = Math.min(person, neighbour) * people + Math.max(person, neighbour);
      cost += by > 0 ? (met[cell] as number) : 1 - (met[cell] as number);
      met[cell] = (met[cell] as number) + by;
    }
    return cost;
  };
  const swap = (order: number[], one: number, other: number): number => {
    let cost = change(order, one, -1);
    cost += change(order, other, -1);
    [order[one], order[other]] = [order[other] as number, order[one] as number];
    cost += change(order, one, 1);
    return cost + change(order, other, 1);
  };

  let cost = 0;
  for (const order of seats)
    for (let seat = 0; seat < people; seat += 1)
      for (let other = seat + tables; other < people; other += tables) {
        const [a, b] = [order[seat] as number, order[other] as number];
        const cell = Math.min(a, b) * people + Math.max(a, b);
        cost += met[cell] as number;
        met[cell] = (met[cell] as number) + 1;
      }
  for (let step = 0; step < steps && cost > 0; step += 1) {
    const temperature = 0.6 * (0.15 / 0.6) ** (step / steps);
    const order = seats[Math.floor(chance() * rounds)] as number[];
    const one = Math.floor(chance() * people);
    const other = Math.floor(chance() * people);
    if (one % tables === other % tables) continue;
    const points = swap(order, one, other);
    if (points > 0 && chance() >= Math.exp(-points / temperature)) swap(order, one, other);
    else cost += points;
  }
  return seats.map((order) =>
    Object.fromEntries(
      Array.from({ length: tables }, (_, table) => [
        `t${table}`,
        order.filter((__, seat) => seat % tables === table).map((person) => `p${person}`),
      ]),
    ),
  );
}
