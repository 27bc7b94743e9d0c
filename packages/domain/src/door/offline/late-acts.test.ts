import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInLate, firstCheckIn, type StandingCheckIns, takeBackLate } from './late-acts.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 15, minute));
const act = (by: string, minute: number) => ({ by, at: at(minute) });

describe('check-ins that come late', () => {
  it('keep both doors that let the same badge in, and count the earlier', () => {
    const first = checkInLate([], act('B', 5), false);
    const second = checkInLate(first.standing, act('A', 3), false);
    expect([first.kind, second.kind]).toEqual(['check-in', 'again']);
    expect(firstCheckIn(second.standing)).toEqual(act('A', 3));
    expect(checkInLate(second.standing, act('A', 9), false).kind).toBe('none');
    expect(checkInLate(first.standing, act('A', 3), true).kind).toBe('none');
  });

  it('take back their own door’s only', () => {
    const both = [act('A', 3), act('B', 5)];
    expect(takeBackLate(both, 'A')).toEqual({ kind: 'take-back', standing: [act('B', 5)] });
    expect(takeBackLate([act('A', 3)], 'A')).toEqual({ kind: 'undo', standing: [] });
    expect(takeBackLate([act('B', 5)], 'A').kind).toBe('none');
  });

  it('end the same, with the earliest time, in whatever order the doors are heard', () => {
    // What each door did, in its order: true is a check-in, false takes it back.
    const queues = fc.array(fc.array(fc.boolean(), { maxLength: 4 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(queues, fc.infiniteStream(fc.nat(3)), (doors, turns) => {
        const acts = doors.map((done, door) =>
          done.map((isIn, index) => ({ isIn, ...act(`door ${door}`, door * 7 + index * 3) })),
        );
        const run = (order: readonly (typeof acts)[number][number][]) =>
          order.reduce<StandingCheckIns>(
            (standing, { isIn, ...one }) =>
              isIn ? checkInLate(standing, one, false).standing : takeBackLate(standing, one.by).standing,
            [],
          );
        const mixed: (typeof acts)[number] = [];
        const left = acts.map((queue) => [...queue]);
        while (left.some((queue) => queue.length > 0)) {
          const turn = Number(turns.next().value) % left.length;
          const next = left[turn]?.shift() ?? left.find((queue) => queue.length > 0)?.shift();
          if (next) mixed.push(next);
        }
        const sorted = (standing: StandingCheckIns) => [...standing].sort((a, b) => (a.by < b.by ? -1 : 1));
        const [one, other] = [run(acts.flat()), run(mixed)];
        expect(sorted(other)).toEqual(sorted(one));
        expect(firstCheckIn(other)).toEqual(firstCheckIn(one));
        const isInSomewhere = doors.some((done) => done.at(-1) === true);
        expect(one.length > 0).toBe(isInSomewhere);
        expect(firstCheckIn(one)?.at.getTime()).toBe(
          one.length === 0 ? undefined : Math.min(...one.map((stands) => stands.at.getTime())),
        );
      }),
    );
  });
});
