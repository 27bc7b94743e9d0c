import type { Seating, SeatingPerson, Wishes } from './api.js';

/** Whoever gets a seat by these wishes, as the server will choose them. */
export function guestsToSeat(
  { people }: Pick<Seating, 'people'>,
  { crowd, aside }: Pick<Wishes, 'crowd' | 'aside'>,
): SeatingPerson[] {
  return people.filter(
    ({ id, coming, present }) => !aside.includes(id) && (crowd === 'present' ? present : coming),
  );
}
