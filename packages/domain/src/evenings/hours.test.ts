import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  automaticCloseAt,
  checkHours,
  isOfficeTime,
  lengthInMinutes,
  splitLength,
  suggestHours,
} from './hours.js';
import { wallClockAt } from './wall-clock.js';

const HELSINKI = 'Europe/Helsinki';

describe('hours', () => {
  it('are suggested in the evening, which is no office time (S29)', () => {
    const { start, end } = suggestHours('2026-11-24');
    expect([start, end]).toEqual(['2026-11-24T17:00', '2026-11-24T20:00']);
    expect(isOfficeTime(start)).toBe(false);
  });

  it.each([
    ['2026-11-24T15:59', true],
    ['2026-11-24T16:00', false],
    ['2026-11-27T09:00', true],
    ['2026-11-28T09:00', false],
    ['2026-11-29T13:00', false],
    ['2026-11-30T08:00', true],
    ['nonsense', false],
  ])('%s office time: %s', (start, expected) => {
    expect(isOfficeTime(start)).toBe(expected);
  });

  it('give the exact length when clocks move (S24)', () => {
    const start = new Date('2026-10-24T20:00:00Z');
    const end = new Date('2026-10-25T02:30:00Z');
    expect([wallClockAt(start, HELSINKI), wallClockAt(end, HELSINKI)]).toEqual([
      '2026-10-24T23:00',
      '2026-10-25T04:30',
    ]);
    expect(splitLength(lengthInMinutes(start, end))).toEqual({ hours: 6, minutes: 30 });
  });

  it('end after they start and within a day', () => {
    const start = new Date('2026-11-24T15:00:00Z');
    const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
    expect(checkHours(start, after(180))).toEqual({ ok: true, value: 180 });
    expect(checkHours(start, start)).toMatchObject({ code: 'evening-ends-before-start' });
    expect(checkHours(start, after(1441))).toMatchObject({ code: 'evening-too-long' });
  });
});

describe('automaticCloseAt', () => {
  it.each([
    ['2026-11-24T18:00:00Z', '2026-11-25T02:00:00Z'],
    ['2026-11-25T01:59:00Z', '2026-11-25T02:00:00Z'],
    ['2026-11-25T02:00:00Z', '2026-11-26T02:00:00Z'],
    ['2026-10-24T18:00:00Z', '2026-10-25T02:00:00Z'],
    ['2027-03-27T18:00:00Z', '2027-03-28T01:00:00Z'],
  ])('after %s is %s', (end, close) => {
    expect(automaticCloseAt(new Date(end), HELSINKI)).toEqual(new Date(close));
  });

  it('is the next 04:00 wherever clocks move at other hours', () => {
    const endArb = fc.date({ min: new Date('2025-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    const zones = [HELSINKI, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tehran', 'UTC'];
    fc.assert(
      fc.property(endArb, fc.constantFrom(...zones), (end, zone) => {
        const close = automaticCloseAt(end, zone);
        expect(close.getTime()).toBeGreaterThan(end.getTime());
        expect(close.getTime() - end.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        expect(wallClockAt(close, zone).slice(11)).toBe('04:00');
      }),
    );
  });
});
