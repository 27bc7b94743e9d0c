import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTENDANCE_STATES, checkIn } from '../check-in.js';
import { spokenCodeOf } from '../spoken-code.js';
import { decideOffline, type DoorList, type ListedPerson } from './decide.js';

const maija: ListedPerson = {
  id: 'maija',
  spokenCode: spokenCodeOf(12_345),
  badge: 'a1',
  registration: 'confirmed',
  attendance: 'expected',
};
const list = (person: Partial<ListedPerson> = {}, doorOpen = true): DoorList<ListedPerson> => ({
  people: [{ ...maija, ...person }],
  voidBadges: ['b2'],
  doorOpen,
});

describe('decideOffline', () => {
  it('finds by badge, by code with spaces and by name', () => {
    const code = `${maija.spokenCode.slice(0, 3)} ${maija.spokenCode.slice(3)}`;
    for (const sought of [
      { by: 'badge', hash: 'a1' },
      { by: 'code', code },
      { by: 'registration', id: 'maija' },
    ] as const)
      expect(decideOffline(list(), sought)).toEqual({ decision: 'let-in', person: maija });
  });

  it('refuses a badge that was void at the last sync, and lets in one that is not on the list (T5)', () => {
    expect(decideOffline(list(), { by: 'badge', hash: 'b2' })).toEqual({
      decision: 'refuse',
      code: 'badge-unknown',
    });
    expect(decideOffline(list(), { by: 'badge', hash: 'c3' })).toEqual({ decision: 'verify-later' });
    expect(decideOffline(list(), { by: 'code', code: spokenCodeOf(7) })).toEqual({
      decision: 'verify-later',
    });
  });

  it('catches what fingers do before anybody is let in', () => {
    const slip = maija.spokenCode.slice(0, 5) + String((Number(maija.spokenCode[5]) + 1) % 10);
    expect(decideOffline(list(), { by: 'code', code: slip })).toMatchObject({ code: 'spoken-code-slip' });
    expect(decideOffline(list(), { by: 'code', code: '12' })).toMatchObject({
      code: 'spoken-code-malformed',
    });
  });

  it('lets nobody in at a closed door, listed or not', () => {
    for (const hash of ['a1', 'c3'])
      expect(decideOffline(list({}, false), { by: 'badge', hash })).toMatchObject({
        code: 'evening-not-open',
      });
  });

  it('decides of everybody on the list as the server does in the same state', () => {
    const states = fc.record({
      registration: fc.constantFrom('confirmed', 'waiting', 'cancelled'),
      attendance: fc.constantFrom(...ATTENDANCE_STATES),
    });
    fc.assert(
      fc.property(states, fc.boolean(), fc.boolean(), fc.boolean(), (state, doorOpen, plays, hasCard) => {
        const act = { at: new Date('2026-11-24T15:04:00Z'), by: 'device' };
        const { attendance, registration } = state;
        const server = checkIn(
          {
            registration,
            plays,
            hasCard,
            attendance: attendance === 'expected' ? { state: attendance } : { state: attendance, last: act },
          },
          act,
          doorOpen,
        );
        const phone = decideOffline(list(state, doorOpen), { by: 'badge', hash: 'a1' });
        if (server.ok) expect(phone.decision).toBe(server.value.repeated ? 'already-in' : 'let-in');
        else expect('code' in phone ? phone.code : undefined).toBe(server.code);
      }),
    );
  });
});
