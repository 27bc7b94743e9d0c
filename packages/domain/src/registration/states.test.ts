import { describe, expect, it } from 'vitest';
import { isUnconfirmed, nextRegistrationState, REGISTRATION_EVENTS, REGISTRATION_STATES } from './states.js';

const monday = new Date('2026-11-23T10:00:00Z');

describe('registration states', () => {
  it('change only by the table', () => {
    const allowed = REGISTRATION_STATES.flatMap((state) =>
      REGISTRATION_EVENTS.flatMap((event) => {
        const next = nextRegistrationState(state, event);
        return next.ok ? [`${state} ${event} ${next.value}`] : [];
      }),
    );
    expect(allowed).toEqual([
      'confirmed move-to-waitlist waiting',
      'confirmed cancel cancelled',
      'waiting promote confirmed',
      'waiting cancel cancelled',
      'cancelled restore confirmed',
      'cancelled restore-to-waitlist waiting',
    ]);
    expect(nextRegistrationState('cancelled', 'promote')).toMatchObject({
      code: 'registration-state-forbids',
    });
  });

  it('mark a link never opened, but nobody who was met in person', () => {
    const silent = { state: 'confirmed', linkOpenedAt: null, addedByHand: false, checkedIn: false } as const;
    expect(isUnconfirmed(silent)).toBe(true);
    expect(isUnconfirmed({ ...silent, linkOpenedAt: monday })).toBe(false);
    expect(isUnconfirmed({ ...silent, addedByHand: true })).toBe(false);
    expect(isUnconfirmed({ ...silent, checkedIn: true })).toBe(false);
    expect(isUnconfirmed({ ...silent, state: 'cancelled' })).toBe(false);
  });
});
