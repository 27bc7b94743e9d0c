import { describe, expect, it } from 'vitest';
import { mayRegisterAlone, partyRights, seatsOf } from './party.js';

describe('party', () => {
  it('counts people, and gives each the rights of rule 6', () => {
    expect(seatsOf({ supportPersons: 1, children: 2 })).toBe(4);
    expect(partyRights('registrant', false)).toMatchObject({
      plays: true,
      mayEnterDraw: true,
      badge: 'with-qr',
    });
    expect(partyRights('support-person', false)).toMatchObject({
      plays: false,
      mayEnterDraw: false,
      badge: 'with-qr',
    });
    expect(partyRights('support-person', true)).toMatchObject({ plays: true, mayEnterDraw: true });
    expect(partyRights('child', true)).toEqual({
      seat: true,
      badge: 'without-qr',
      plays: false,
      mayEnterDraw: false,
    });
    expect([12, 13].map(mayRegisterAlone)).toEqual([false, true]);
  });
});
