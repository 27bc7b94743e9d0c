import { describe, expect, it } from 'vitest';
import { checkConsents, giveConsent, standingConsent, withdrawConsent } from './consents.js';

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
