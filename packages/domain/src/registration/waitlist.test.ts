import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type SeatSnapshot,
  type Waiting,
  freeSeats,
  placeRegistration,
  promote,
  promoteByHand,
  promotesByItself,
  resizeParty,
  waitlistCapacity,
} from './waitlist.js';

function snapshot(over: Partial<SeatSnapshot>): SeatSnapshot {
  return { capacity: 10, takenSeats: 0, waitingSeats: 0, waitlistCapacity: null, ...over };
}

describe('waitlistCapacity', () => {
  it('is half of the seats, ten at least, and nobody waits without a capacity', () => {
    expect([80, 81, 12, 1, null].map(waitlistCapacity)).toEqual([40, 41, 10, 10, null]);
  });
});

describe('placeRegistration', () => {
  it('gives a seat while there are enough, support persons included', () => {
    expect(placeRegistration(snapshot({ takenSeats: 8 }), 2)).toEqual({
      ok: true,
      value: { state: 'confirmed' },
    });
    expect(placeRegistration(snapshot({ takenSeats: 9 }), 2)).toEqual({
      ok: true,
      value: { state: 'waiting', seatsBefore: 0 },
    });
  });

  it('lets nobody pass a pair that waits for two seats', () => {
    const onePairWaits = snapshot({ takenSeats: 9, waitingSeats: 2 });
    expect(placeRegistration(onePairWaits, 1)).toEqual({
      ok: true,
      value: { state: 'waiting', seatsBefore: 2 },
    });
  });

  it('refuses when the waitlist is full, and never without a capacity', () => {
    const full = snapshot({ takenSeats: 10, waitingSeats: 4, waitlistCapacity: 5 });
    expect(placeRegistration(full, 2)).toMatchObject({ ok: false, code: 'evening-full' });
    expect(placeRegistration(full, 1).ok).toBe(true);
    expect(placeRegistration(snapshot({ capacity: null, takenSeats: 9999 }), 3)).toMatchObject({
      value: { state: 'confirmed' },
    });
  });
});

describe('promote', () => {
  const queue: readonly Waiting[] = [
    { id: 'pair', seats: 2 },
    { id: 'single', seats: 1 },
  ];

  it('waits with one free seat for the pair at the head', () => {
    expect(promote(snapshot({ takenSeats: 9 }), queue)).toEqual([]);
    expect(promote(snapshot({ takenSeats: 8 }), queue).map(({ id }) => id)).toEqual(['pair']);
    expect(promote(snapshot({ takenSeats: 7 }), queue).map(({ id }) => id)).toEqual(['pair', 'single']);
    expect(promote(snapshot({ capacity: null }), queue)).toEqual(queue);
  });

  it('stops by itself 24 hours before the start', () => {
    const start = new Date('2026-11-25T15:00:00Z');
    expect(promotesByItself(start, new Date('2026-11-24T14:59:59Z'))).toBe(true);
    expect(promotesByItself(start, new Date('2026-11-24T15:00:00Z'))).toBe(false);
  });

  it('out of order needs a reason and seats', () => {
    const oneFree = snapshot({ takenSeats: 9 });
    expect(promoteByHand(oneFree, queue, 'single', ' ')).toMatchObject({ code: 'promotion-reason-missing' });
    expect(promoteByHand(oneFree, queue, 'single', 'Speaker')).toEqual({
      ok: true,
      value: { promoted: queue[1], reason: 'Speaker' },
    });
    expect(promoteByHand(oneFree, queue, 'pair', 'Speakers')).toMatchObject({
      code: 'no-free-seats',
      data: { free: 1, seats: 2 },
    });
    expect(promoteByHand(snapshot({ takenSeats: 8 }), queue, 'pair', '')).toMatchObject({
      value: { reason: null },
    });
    expect(promoteByHand(oneFree, queue, 'nobody', 'x')).toMatchObject({ code: 'not-on-waitlist' });
  });
});

describe('resizeParty', () => {
  it('lets a support person join only on a seat nobody waits for', () => {
    const confirmed = { state: 'confirmed', seats: 1 } as const;
    expect(resizeParty(snapshot({ takenSeats: 9 }), confirmed, 2)).toEqual({ ok: true, value: 2 });
    expect(resizeParty(snapshot({ takenSeats: 9, waitingSeats: 2 }), confirmed, 2)).toMatchObject({
      code: 'no-free-seats',
    });
    expect(resizeParty(snapshot({ takenSeats: 12 }), { state: 'confirmed', seats: 3 }, 1).ok).toBe(true);
    expect(
      resizeParty(snapshot({ waitingSeats: 5, waitlistCapacity: 5 }), { state: 'waiting', seats: 1 }, 2),
    ).toMatchObject({ code: 'evening-full' });
  });
});

describe('an evening of random registrations, cancellations and promotions', () => {
  type Step =
    | { readonly kind: 'register'; readonly seats: number }
    | { readonly kind: 'cancel'; readonly pick: number };
  const stepArb: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('register' as const), seats: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('cancel' as const), pick: fc.nat() }),
  );

  it('is never above capacity, serves the queue in order and leaves no seat that its head could take', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.array(stepArb, { maxLength: 60 }), (capacity, steps) => {
        let confirmed: Waiting[] = [];
        let queue: Waiting[] = [];
        const now = (): SeatSnapshot =>
          snapshot({
            capacity,
            takenSeats: confirmed.reduce((sum, each) => sum + each.seats, 0),
            waitingSeats: queue.reduce((sum, each) => sum + each.seats, 0),
          });
        steps.forEach((step, index) => {
          if (step.kind === 'register') {
            const registration = { id: String(index), seats: step.seats };
            const placed = placeRegistration(now(), step.seats);
            if (placed.ok && placed.value.state === 'confirmed') confirmed.push(registration);
            else queue.push(registration);
          } else {
            const all = [...confirmed, ...queue];
            const gone = all[step.pick % Math.max(1, all.length)];
            confirmed = confirmed.filter((each) => each !== gone);
            queue = queue.filter((each) => each !== gone);
          }
          const promoted = promote(now(), queue);
          expect(promoted).toEqual(queue.slice(0, promoted.length));
          confirmed.push(...promoted);
          queue = queue.slice(promoted.length);
          expect(now().takenSeats).toBeLessThanOrEqual(capacity);
          const head = queue[0];
          if (head !== undefined) expect(head.seats).toBeGreaterThan(freeSeats(now()) ?? 0);
        });
      }),
      { numRuns: 500 },
    );
  });
});
