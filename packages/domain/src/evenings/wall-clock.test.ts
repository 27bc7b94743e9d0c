import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, addOnWall, isTimeZone, readWallClock, settle, wallClockAt } from './wall-clock.js';

const HELSINKI = 'Europe/Helsinki';
const ZONES = [
  HELSINKI,
  'UTC',
  'Asia/Tokyo',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
] as const;
const zoneArb = fc.constantFrom(...ZONES);
const MINUTE = 60_000;
const minuteArb = fc
  .integer({ min: Date.UTC(2020, 0, 1) / MINUTE, max: Date.UTC(2040, 0, 1) / MINUTE })
  .map((minutes) => new Date(minutes * MINUTE));

function read(wall: string, timeZone = HELSINKI) {
  const outcome = readWallClock(wall, timeZone);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

describe('readWallClock', () => {
  it('finds the one instant of an ordinary evening', () => {
    expect(read('2026-11-24T17:00')).toEqual({ kind: 'exact', instant: new Date('2026-11-24T15:00:00Z') });
    expect(read('2026-06-24T17:00')).toEqual({ kind: 'exact', instant: new Date('2026-06-24T14:00:00Z') });
  });

  it('finds both instants of a time that is shown twice (T48)', () => {
    expect(read('2026-10-25T03:30')).toEqual({
      kind: 'ambiguous',
      earlier: new Date('2026-10-25T00:30:00Z'),
      later: new Date('2026-10-25T01:30:00Z'),
    });
    expect(read('2026-10-25T02:59').kind).toBe('exact');
    expect(read('2026-10-25T04:00').kind).toBe('exact');
  });

  it('moves a time that never comes, and says to when (T48)', () => {
    expect(read('2027-03-28T03:30')).toEqual({
      kind: 'nonexistent',
      moved: new Date('2027-03-28T01:30:00Z'),
      movedTo: '2027-03-28T04:30',
    });
    expect(read('2027-03-28T04:00').kind).toBe('exact');
  });

  it.each([
    '',
    '2026-02-30T10:00',
    '2026-01-01T24:00',
    '2026-01-01T10:60',
    '0026-01-01T10:00',
    '2026-1-1T1:00',
    'x',
  ])('refuses %j', (wall) => {
    expect(readWallClock(wall, HELSINKI)).toEqual({ ok: false, code: 'time-invalid' });
  });

  it('refuses an unknown zone', () => {
    expect(readWallClock('2026-11-24T17:00', 'Europe/Nowhere')).toEqual({
      ok: false,
      code: 'time-zone-unknown',
    });
    expect(isTimeZone(HELSINKI)).toBe(true);
    expect(isTimeZone('')).toBe(false);
  });

  it('reads back what the wall shows, from every instant', () => {
    fc.assert(
      fc.property(minuteArb, zoneArb, (instant, zone) => {
        const meaning = read(wallClockAt(instant, zone), zone);
        const instants = meaning.kind === 'ambiguous' ? [meaning.earlier, meaning.later] : [settle(meaning)];
        expect(meaning.kind).not.toBe('nonexistent');
        expect(instants).toContainEqual(instant);
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with a search through every quarter of an hour, near changes of clocks too', () => {
    const changes = ['2026-10-25', '2027-03-28', '2026-11-01', '2027-03-14', '2026-10-04', '2027-04-04'];
    const nearArb = fc.tuple(fc.constantFrom(...changes), fc.integer({ min: 0, max: 24 * 4 - 1 }), zoneArb);
    fc.assert(
      fc.property(nearArb, ([day, quarter, zone]) => {
        const asUtc = Date.parse(`${day}T00:00:00Z`) + quarter * 15 * MINUTE;
        const wall = new Date(asUtc).toISOString().slice(0, 16);
        const found: Date[] = [];
        for (let offset = 14 * 4; offset >= -14 * 4; offset -= 1) {
          const instant = new Date(asUtc - offset * 15 * MINUTE);
          if (wallClockAt(instant, zone) === wall) found.push(instant);
        }
        const meaning = read(wall, zone);
        if (meaning.kind === 'exact') expect(found).toEqual([meaning.instant]);
        else if (meaning.kind === 'ambiguous') expect(found).toEqual([meaning.earlier, meaning.later]);
        else expect(found).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('days on the wall', () => {
  it('are not 24 hours when clocks move (T48)', () => {
    const saturday = new Date('2026-10-24T15:00:00Z');
    expect(wallClockAt(saturday, HELSINKI)).toBe('2026-10-24T18:00');
    expect(wallClockAt(addDays(saturday, 1, HELSINKI), HELSINKI)).toBe('2026-10-25T18:00');
    expect(wallClockAt(new Date(saturday.getTime() + 86_400_000), HELSINKI)).toBe('2026-10-25T17:00');
  });

  it('keep seconds, and settle a time that never comes', () => {
    const start = new Date('2027-03-27T01:30:20Z');
    expect(addDays(start, 1, HELSINKI)).toEqual(new Date('2027-03-28T01:30:20Z'));
    expect(addOnWall(start, 0, HELSINKI)).toEqual(start);
    expect(() => addDays(start, 1, 'Europe/Nowhere')).toThrow(RangeError);
  });

  it('show the same time of day, unless that time never comes', () => {
    fc.assert(
      fc.property(minuteArb, fc.integer({ min: -400, max: 400 }), zoneArb, (instant, days, zone) => {
        const before = wallClockAt(instant, zone);
        const after = wallClockAt(addDays(instant, days, zone), zone);
        const day = new Date(Date.parse(`${before.slice(0, 10)}T00:00:00Z`) + days * 86_400_000);
        const expected = `${day.toISOString().slice(0, 10)}${before.slice(10)}`;
        const meaning = read(expected, zone);
        expect(after).toBe(meaning.kind === 'nonexistent' ? meaning.movedTo : expected);
      }),
    );
  });
});

describe('the zone of the server', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  it.each(['UTC', 'Asia/Tokyo', HELSINKI])('%s changes no answer (T48)', (zone) => {
    process.env.TZ = zone;
    expect(new Date(2026, 10, 24).getHours()).toBe(0);
    expect(new Date(2026, 10, 24).toISOString().slice(11, 16)).toBe(
      { UTC: '00:00', 'Asia/Tokyo': '15:00', [HELSINKI]: '22:00' }[zone],
    );
    expect(read('2026-11-24T17:00')).toEqual({ kind: 'exact', instant: new Date('2026-11-24T15:00:00Z') });
    expect(wallClockAt(new Date('2026-11-24T15:00:00Z'), HELSINKI)).toBe('2026-11-24T17:00');
  });
});
