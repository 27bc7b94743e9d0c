import { describe, expect, it } from 'vitest';

import { wallClock } from './sheet.js';

describe('wallClock', () => {
  it.each([
    ['2026-10-25 03:30', '2026-10-25T03:30:00.000Z'],
    ['2027-03-28T03:30', '2027-03-28T03:30:00.000Z'],
    ['2026-12-10', '2026-12-10T00:00:00.000Z'],
  ])('keeps the digits of %s, on the nights of clock change too (T48)', (text, iso) => {
    expect(wallClock(text)?.toISOString()).toBe(iso);
  });

  it.each(['', '10.12.2026', '2026-02-30', '2026-13-01', '=1+1'])('is no date: %j', (text) => {
    expect(wallClock(text)).toBeNull();
  });
});
