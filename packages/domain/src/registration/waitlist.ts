import { type Outcome, fail, isBlank, ok } from '../shared/index.js';

/** Automatic promotion stops this long before the start, in hours (product rule 11). */
export const PROMOTION_STOPS_HOURS = 24;

/** The seats of an evening at one moment, read under the evening's lock. All are numbers of people. */
export interface SeatSnapshot {
  /** `null`: as many as come. */
  readonly capacity: number | null;
  /** Seats of confirmed registrations; may pass the capacity, when it was lowered or the door admitted more. */
  readonly takenSeats: number;
  readonly waitingSeats: number;
  /** Greatest number of people on the waitlist; `null`: no limit. */
  readonly waitlistCapacity: number | null;
}

/** A short waitlist is worth keeping even for a small evening, in people. */
const WAITLIST_LEAST = 10;

/**
 * How many people may wait: half of the capacity, at least ten. A longer queue would promise seats that never come free
 * (T6: 40 wait for 80 seats). `null`: no capacity, so nobody waits.
 */
export function waitlistCapacity(capacity: number | null): number | null {
  return capacity === null ? null : Math.max(WAITLIST_LEAST, Math.ceil(capacity / 2));
}

/** A registration that waits, in the order of the queue. */
export interface Waiting {
  readonly id: string;
  readonly seats: number;
}

/** Free seats, never negative; `null` when the evening has no capacity. */
export function freeSeats(snapshot: SeatSnapshot): number | null {
  return snapshot.capacity === null ? null : Math.max(0, snapshot.capacity - snapshot.takenSeats);
}

function fits(free: number | null, seats: number): boolean {
  return free === null || seats <= free;
}

/** Where a new registration goes (product rule 11): a seat, or the end of the queue. */
export type Placement =
  { readonly state: 'confirmed' } | { readonly state: 'waiting'; readonly seatsBefore: number };

/**
 * Places a new registration (product rule 11): confirmed when all its seats are free and nobody waits, for nobody
 * passes the head of the waitlist; else waiting at the end; refused when the waitlist is full too.
 *
 * @param seats people of the registration, a whole number from 1
 */
export function placeRegistration(snapshot: SeatSnapshot, seats: number): Outcome<Placement, 'evening-full'> {
  if (snapshot.waitingSeats === 0 && fits(freeSeats(snapshot), seats)) return ok({ state: 'confirmed' });
  const { waitlistCapacity, waitingSeats } = snapshot;
  if (waitlistCapacity !== null && waitingSeats + seats > waitlistCapacity) {
    return fail('evening-full', { capacity: snapshot.capacity ?? 0, taken: snapshot.takenSeats, seats });
  }
  return ok({ state: 'waiting', seatsBefore: waitingSeats });
}

/**
 * The registrations at the head of the queue that now get their seats, in order (product rule 11). The first one
 * that does not fit stops it: a pair at the head waits for two seats and nobody passes it.
 */
export function promote(snapshot: SeatSnapshot, queue: readonly Waiting[]): readonly Waiting[] {
  let free = freeSeats(snapshot);
  const promoted: Waiting[] = [];
  for (const waiting of queue) {
    if (!fits(free, waiting.seats)) break;
    promoted.push(waiting);
    if (free !== null) free -= waiting.seats;
  }
  return promoted;
}

/** True until 24 hours before the start; from then on only an organiser promotes (product rule 11). */
export function promotesByItself(startsAt: Date, now: Date): boolean {
  return now.getTime() < startsAt.getTime() - PROMOTION_STOPS_HOURS * 3_600_000;
}

/**
 * An organiser promotes one registration by hand, at any time (product rule 11): never over capacity, and past
 * others only with a reason, which is stored.
 *
 * @returns the registration and the reason, `null` when it was the head's turn anyway
 */
export function promoteByHand(
  snapshot: SeatSnapshot,
  queue: readonly Waiting[],
  id: string,
  reason: string,
): Outcome<
  { readonly promoted: Waiting; readonly reason: string | null },
  'not-on-waitlist' | 'no-free-seats' | 'promotion-reason-missing'
> {
  const place = queue.findIndex((waiting) => waiting.id === id);
  const chosen = queue[place];
  if (chosen === undefined) return fail('not-on-waitlist');
  const free = freeSeats(snapshot);
  if (!fits(free, chosen.seats)) return fail('no-free-seats', { free: free ?? 0, seats: chosen.seats });
  if (place === 0) return ok({ promoted: chosen, reason: null });
  return isBlank(reason)
    ? fail('promotion-reason-missing', { passed: place })
    : ok({ promoted: chosen, reason });
}

/**
 * A registration changes its number of people (a support person joins or leaves, product rule 11). Fewer is
 * always possible. More needs, for a confirmed one, free seats that nobody waits for; a waiting one keeps its
 * place within the waitlist's limit.
 */
export function resizeParty(
  snapshot: SeatSnapshot,
  registration: { readonly state: 'confirmed' | 'waiting'; readonly seats: number },
  seats: number,
): Outcome<number, 'no-free-seats' | 'evening-full'> {
  const more = seats - registration.seats;
  if (more <= 0) return ok(seats);
  if (registration.state === 'waiting') {
    const { waitlistCapacity, waitingSeats } = snapshot;
    const full = waitlistCapacity !== null && waitingSeats + more > waitlistCapacity;
    return full ? fail('evening-full', { seats: more }) : ok(seats);
  }
  const free = snapshot.waitingSeats === 0 ? freeSeats(snapshot) : 0;
  return fits(free, more) ? ok(seats) : fail('no-free-seats', { free: free ?? 0, seats: more });
}
