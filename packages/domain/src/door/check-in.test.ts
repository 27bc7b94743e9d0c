import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIn, type DoorPerson, isIn, undoCheckIn } from './check-in.js';

const first = { at: new Date('2026-11-24T15:04:00Z'), by: 'Door 1' };
const second = { at: new Date('2026-11-24T15:09:00Z'), by: 'Door 2' };
const expected: DoorPerson = {
  registration: 'confirmed',
  plays: true,
  hasCard: false,
  attendance: { state: 'expected' },
};

describe('checkIn', () => {
  it('issues the card once and then says when and by whom it was done', () => {
    const done = checkIn(expected, first, true);
    expect(done).toEqual({
      ok: true,
      value: { attendance: { state: 'in', last: first }, repeated: false, card: 'issue' },
    });
    const inside = { ...expected, hasCard: true, attendance: { state: 'in', last: first } } as const;
    expect(checkIn(inside, second, true)).toEqual({
      ok: true,
      value: { attendance: { state: 'in', last: first }, repeated: true, card: 'none' },
    });
  });

  it('hides the card when undone and brings it back', () => {
    const inside = { ...expected, hasCard: true, attendance: { state: 'in', last: first } } as const;
    const undone = undoCheckIn(inside, second, true);
    expect(undone).toEqual({
      ok: true,
      value: { attendance: { state: 'undone', last: second }, repeated: false, card: 'hide' },
    });
    const outside = { ...inside, attendance: { state: 'undone', last: second } } as const;
    expect(undoCheckIn(outside, first, true)).toMatchObject({ value: { repeated: true, card: 'none' } });
    expect(checkIn(outside, first, true)).toMatchObject({ value: { card: 'bring-back', repeated: false } });
  });

  it('gives no card to somebody who does not play', () => {
    expect(checkIn({ ...expected, plays: false }, first, true)).toMatchObject({ value: { card: 'none' } });
  });

  it('refuses with a reason', () => {
    expect(checkIn(expected, first, false)).toEqual({ ok: false, code: 'evening-not-open' });
    expect(checkIn({ ...expected, registration: 'waiting' }, first, true)).toMatchObject({
      code: 'on-waitlist',
    });
    expect(checkIn({ ...expected, registration: 'cancelled' }, first, true)).toMatchObject({
      code: 'registration-cancelled',
    });
    expect(undoCheckIn(expected, first, true)).toEqual({ ok: false, code: 'not-checked-in' });
    const inside = { ...expected, attendance: { state: 'in', last: first } } as const;
    expect(undoCheckIn(inside, second, false)).toEqual({ ok: false, code: 'evening-not-open' });
  });

  it('answers a repeat after the close still, for a phone that lost the answer (T2)', () => {
    const inside = { ...expected, attendance: { state: 'in', last: first } } as const;
    expect(checkIn(inside, second, false)).toMatchObject({ ok: true, value: { repeated: true } });
  });

  it('ends in the state of the last act, with one card, whatever is tapped how often', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), (taps) => {
        let person = expected;
        let issued = 0;
        let visible = false;
        for (const isCheckIn of taps) {
          const outcome = isCheckIn ? checkIn(person, first, true) : undoCheckIn(person, second, true);
          if (!outcome.ok) continue;
          const { attendance, card } = outcome.value;
          if (card === 'issue') issued += 1;
          if (card !== 'none') visible = card !== 'hide';
          const hasCard = person.hasCard || card === 'issue';
          person = Object.assign({}, person, { attendance, hasCard });
        }
        expect(issued).toBe(taps.includes(true) ? 1 : 0);
        expect(visible).toBe(isIn(person.attendance));
        expect(isIn(person.attendance)).toBe(taps.at(-1));
      }),
    );
  });
});
