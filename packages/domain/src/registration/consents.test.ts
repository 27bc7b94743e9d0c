import { describe, expect, it } from 'vitest';
import { checkConsents, giveConsent, standingConsent, withdrawConsent } from './consents.js';
import { isPastRetention, keptUntil, RETENTION } from './retention.js';
import { isUnconfirmed, nextRegistrationState, REGISTRATION_EVENTS, REGISTRATION_STATES } from './states.js';

const monday = new Date('2026-11-23T10:00:00Z');
const tuesday = new Date('2026-11-24T10:00:00Z');

describe('consents', () => {
  it('keep the text version and both times', () => {
    const given = giveConsent([], 'draw', 'draw-1', monday);
    expect(giveConsent(given, 'draw', 'draw-1', tuesday)).toBe(given);
    const renewed = giveConsent(given, 'draw', 'draw-2', tuesday);
    expect(renewed).toEqual([
      { kind: 'draw', textVersion: 'draw-1', givenAt: monday, withdrawnAt: tuesday },
      { kind: 'draw', textVersion: 'draw-2', givenAt: tuesday, withdrawnAt: null },
    ]);
  });

  it('are withdrawn for one kind only, and again without effect', () => {
    const both = giveConsent(giveConsent([], 'draw', '1', monday), 'access-needs', '1', monday);
    const left = withdrawConsent(both, 'draw', tuesday);
    expect(standingConsent(left, 'draw')).toBeUndefined();
    expect(standingConsent(left, 'access-needs')).toBeDefined();
    expect(withdrawConsent(left, 'draw', tuesday)).toBe(left);
  });

  it('ask for the notice always, and for access needs when some are told', () => {
    expect(checkConsents([], '')).toMatchObject({ code: 'privacy-notice-not-accepted' });
    expect(checkConsents(['privacy-notice'], 'A ramp')).toMatchObject({
      code: 'access-needs-consent-missing',
    });
    expect(checkConsents(['draw', 'privacy-notice'], ' ')).toEqual({
      ok: true,
      value: ['privacy-notice', 'draw'],
    });
  });
});

describe('retention', () => {
  const end = new Date('2024-02-29T18:00:00Z');

  it('follows the table', () => {
    expect(keptUntil('access-needs', end)).toEqual(new Date('2024-03-07T18:00:00Z'));
    expect(keptUntil('question-author', end)).toEqual(new Date('2024-03-01T18:00:00Z'));
    expect(keptUntil('registration', end)).toEqual(new Date('2024-05-29T18:00:00Z'));
    expect(keptUntil('kept-contact', end)).toEqual(new Date('2025-02-28T18:00:00Z'));
  });

  it('is over at the edge itself, for every group', () => {
    for (const group of Object.keys(RETENTION) as (keyof typeof RETENTION)[]) {
      const edge = keptUntil(group, end);
      expect(edge.getTime()).toBeGreaterThan(end.getTime());
      expect(isPastRetention(group, end, new Date(edge.getTime() - 1))).toBe(false);
      expect(isPastRetention(group, end, edge)).toBe(true);
    }
  });
});

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
