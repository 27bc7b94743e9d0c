import { describe, expect, it } from 'vitest';
import { endWall, exactWallOf, instantOf, questionOf } from './wall-times.js';

const HELSINKI = 'Europe/Helsinki';

describe('wall times of a form', () => {
  it('ask on the nights when clocks move, and only then (T48)', () => {
    expect(questionOf({ wall: '2026-11-26T17:00' }, HELSINKI)).toEqual({ kind: 'none' });
    expect(questionOf({ wall: '2026-10-25T03:30' }, HELSINKI)).toEqual({ kind: 'twice' });
    expect(questionOf({ wall: '2027-03-28T03:30' }, HELSINKI)).toEqual({
      kind: 'never',
      movedTo: '2027-03-28T04:30',
    });
    expect(questionOf({ wall: '' }, HELSINKI)).toEqual({ kind: 'none' });
  });

  it('come back as the instant that was saved, also the second of two', () => {
    for (const instant of [
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
      '2026-11-26T15:00:00.000Z',
    ])
      expect(instantOf(exactWallOf(instant, HELSINKI), HELSINKI)?.toISOString()).toBe(instant);
  });

  it('let an evening end after midnight', () => {
    expect(endWall('2026-12-31', '19:00', '01:00')).toBe('2027-01-01T01:00');
    expect(endWall('2026-12-31', '19:00', '21:30')).toBe('2026-12-31T21:30');
    expect(endWall('', '19:00', '21:30')).toBe('');
  });
});
