import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LATE_DELIVERY_HOURS, timeOfEntry } from './entry-time.js';

const startedAt = new Date('2026-10-24T15:00:00Z');
/** 04:00 in Helsinki after the clocks went back: the 12 h are counted as elapsed time. */
const closedAt = new Date('2026-10-25T02:00:00Z');
const running = { startedAt, closedAt: null };
const closed = { startedAt, closedAt };
const minutes = (from: Date, count: number) => new Date(from.getTime() + count * 60_000);
const offline = (phoneTime: Date, arrivedAt: Date, offsetMs = 0) => ({
  arrivedAt,
  offline: { phoneTime, offsetMs },
});

describe('time of an entry', () => {
  it('is the arrival when the entry was made online', () => {
    const arrivedAt = minutes(startedAt, 10);
    expect(timeOfEntry({ arrivedAt }, running)).toEqual({ ok: true, value: arrivedAt });
  });

  it.each([0, 15, -15, 1440, -1440])('is right although the phone is wrong by %i minutes', (wrong) => {
    const made = minutes(startedAt, 30);
    const entry = offline(minutes(made, wrong), minutes(startedAt, 90), -wrong * 60_000);
    expect(timeOfEntry(entry, running)).toEqual({ ok: true, value: made });
  });

  it('counts what was made before the close and arrives within 12 h of it', () => {
    const made = minutes(closedAt, -1);
    const last = minutes(closedAt, LATE_DELIVERY_HOURS * 60);
    expect(timeOfEntry(offline(made, last), closed)).toEqual({ ok: true, value: made });
    expect(timeOfEntry(offline(made, minutes(last, 1)), closed)).toEqual({
      ok: false,
      code: 'delivered-too-late',
    });
  });

  it('refuses what was made at the close or after it, and a replay', () => {
    const later = minutes(closedAt, 60);
    expect(timeOfEntry(offline(closedAt, later), closed)).toEqual({ ok: false, code: 'evening-closed' });
    expect(timeOfEntry({ arrivedAt: later }, closed)).toEqual({ ok: false, code: 'evening-closed' });
  });

  it('refuses everything before the first check-in', () => {
    const entry = offline(startedAt, startedAt);
    expect(timeOfEntry(entry, { startedAt: null, closedAt: null })).toEqual({
      ok: false,
      code: 'evening-not-running',
    });
  });

  it('is never before the start, after the arrival or after the close', () => {
    const span = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(span, fc.nat(5000), span, fc.boolean(), (told, arrived, offset, isClosed) => {
        const arrivedAt = minutes(startedAt, arrived);
        const entry = offline(minutes(startedAt, told), arrivedAt, offset * 60_000);
        const outcome = timeOfEntry(entry, isClosed ? closed : running);
        if (!outcome.ok) {
          expect(isClosed).toBe(true);
          return;
        }
        expect(outcome.value >= startedAt && outcome.value <= arrivedAt).toBe(true);
        if (isClosed) expect(outcome.value < closedAt).toBe(true);
      }),
    );
  });
});
