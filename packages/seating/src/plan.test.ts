import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance, Plan } from './instance.js';
import { plan, planAtOnce } from './plan.js';
import { SeatingError } from './refusal.js';
import { faultsOf } from './tests/check-plan.js';
import { instances, plainRoom } from './tests/instances.js';

/** The clock stands still: only proof and step counts end a search, whatever the machine. */
const still = { now: () => 0 };
/** Time is up at once: what a search has before it improves anything must be valid too. */
const hurried = { timeLimitMs: 0, now: () => 0 };

function planOrRefusal(
  instance: Instance,
  options: typeof still | typeof hurried = still,
): Plan | SeatingError {
  try {
    return planAtOnce(instance, options);
  } catch (error) {
    if (error instanceof SeatingError) return error;
    throw error;
  }
}

describe('every plan', () => {
  it.each([false, true])('is valid and its figures are true (ties: %s)', (bound) => {
    let planned = 0;
    fc.assert(
      fc.property(instances(bound), fc.nat({ max: 3 }), (instance, slow) => {
        const result = planOrRefusal(instance, slow === 0 ? still : hurried);
        if (result instanceof SeatingError) return;
        planned += 1;
        expect(faultsOf(instance, result)).toEqual([]);
      }),
      { numRuns: 30 },
    );
    expect(planned).toBeGreaterThan(3); // the others were refused
  });

  it('keeps the past when somebody does not come, comes late or the next rounds are planned anew', () => {
    fc.assert(
      fc.property(instances(false), fc.nat(), fc.nat(), (instance, rounds, person) => {
        const first = planOrRefusal(instance, hurried);
        if (first instanceof SeatingError || instance.people.length === 0) return;
        const held = rounds % (instance.rounds + 1);
        const gone = instance.people[person % instance.people.length]?.id ?? '';
        const late = { id: 'late', sector: 'a', side: 'x' };
        const again = {
          ...instance,
          people: [...instance.people, late],
          tables: [...instance.tables, { id: 'more', seats: 1 }],
          played: first.rounds.slice(0, held),
          absent: { [gone]: Array.from({ length: instance.rounds - held }, (_, at) => held + at + 1) },
        };
        const second = planAtOnce(again, person % 3 === 0 ? still : hurried);
        expect(second.rounds.slice(0, held)).toEqual(first.rounds.slice(0, held));
        expect(faultsOf(again, second)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(instances(true), fc.integer(), (instance, seed) => {
        const [one, two] = [1, 2].map(() => {
          try {
            return planAtOnce(instance, { ...still, seed });
          } catch (error) {
            return String(error);
          }
        });
        expect(one).toEqual(two);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the best there can be', () => {
  it.each([
    [24, 6, 5],
    [32, 8, 8],
    [40, 8, 6],
    [80, 10, 4],
    [85, 13, 4],
    [100, 20, 6],
    [300, 50, 5],
    [60, 8, 4],
    [64, 8, 5],
    [15, 5, 7],
    [28, 7, 9],
    [27, 9, 13],
    [32, 8, 9],
    [24, 6, 7],
    [30, 10, 14],
    [96, 10, 4],
    [100, 10, 4],
    [10, 5, 9],
  ])('seats %i people at %i tables for %i rounds, and nobody meets twice', (people, tables, rounds) => {
    const room = plainRoom(people, tables, rounds);
    const result = planAtOnce(room, still);
    expect(faultsOf(room, result)).toEqual([]);
    expect(result.quality).toMatchObject({ repeats: 0, repeatsBound: 0, proved: true });
  });

  it.each([
    [40, 5, 4, 15],
    [56, 7, 4, 7],
    [70, 7, 5, 21],
  ])('proves the fewest pairs where %i people have only %i tables', (people, tables, rounds, pairs) => {
    const room = plainRoom(people, tables, rounds);
    const result = planAtOnce(room, still);
    expect(faultsOf(room, result)).toEqual([]);
    expect(result.quality).toMatchObject({ repeats: pairs, repeatsBound: pairs, proved: true });
  });
});

describe('an evening as it goes', () => {
  const room = plainRoom(85, 13, 4);
  const together = [0, 2, 4, 6].map((at): [string, string] => [`p${at}`, `p${at + 1}`]);

  it('keeps support pairs together, and nobody else meets twice', () => {
    const evening = { ...room, together };
    const result = planAtOnce(evening, still);
    expect(faultsOf(evening, result)).toEqual([]);
    expect(result.quality).toMatchObject({ repeats: 0, together: 4, proved: true });
  });

  it('goes on after round 1 with five people gone and three come late, and nobody meets twice', () => {
    const first = planAtOnce(room, still);
    const late = ['late0', 'late1', 'late2'].map((id) => ({ id, sector: 'one', side: 'one' }));
    const evening = {
      ...room,
      people: [...room.people, ...late],
      played: first.rounds.slice(0, 1),
      absent: Object.fromEntries([9, 10, 11, 12, 13].map((at) => [`p${at}`, [2, 3, 4]])),
    };
    const result = planAtOnce(evening, still);
    expect(faultsOf(evening, result)).toEqual([]);
    expect(result.quality).toMatchObject({ repeats: 0, proved: true });
  });
});

describe('a search', () => {
  const endless = plainRoom(36, 6, 4);

  it('tells how far it is, from 0 up to 1 and never back', () => {
    const told: number[] = [];
    planAtOnce(endless, { ...still, onProgress: ({ done }) => told.push(done) });
    expect(told.length).toBeGreaterThan(10);
    expect(told.every((done) => done >= 0 && done <= 1)).toBe(true);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
  });

  it('lets the thread live, hears its signal and rejects with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('Enough');
    // Each look at the clock is 30 ms after the last: every step is a turn of its own.
    let clock = 0;
    const search = plan(endless, {
      signal: controller.signal,
      timeLimitMs: Infinity,
      now: () => (clock += 30),
    });
    setTimeout(() => controller.abort(reason), 0);
    await expect(search).rejects.toBe(reason);
    await expect(plan(endless, { signal: controller.signal })).rejects.toBe(reason);
  });

  it('ends in time with the best it has', async () => {
    let clock = 0;
    const result = await plan(endless, { timeLimitMs: 100, now: () => (clock += 1) });
    expect(result.ms).toBeLessThan(200);
    expect(faultsOf(endless, result)).toEqual([]);
  });

  it('is the same in turns and at once', async () => {
    const room = plainRoom(20, 4, 4);
    expect(await plan(room, still)).toEqual(planAtOnce(room, still));
  });
});
