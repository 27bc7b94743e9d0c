import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_FIELDS, type ContactField } from '../registration/index.js';
import {
  NO_SHARING,
  SHARING_AUDIENCES,
  type Sharing,
  answerOf,
  isKept,
  sharedWith,
  sharedWithAssociation,
} from './sharing.js';

const anyChoice = fc.record({
  fields: fc.subarray([...CONTACT_FIELDS]),
  audience: fc.constantFrom(...SHARING_AUDIENCES),
});
const anySharing: fc.Arbitrary<Sharing> = fc.record({
  choice: fc.option(anyChoice),
  standing: fc.option(anyChoice),
});

const silent: Sharing = { choice: null, standing: null };
const yes = (...fields: ContactField[]): Sharing => ({
  choice: { fields, audience: 'person' },
  standing: null,
});

describe('sharing', () => {
  it('shows nothing until both have said yes', () => {
    expect(sharedWith(silent, yes('email'))).toEqual([]);
    expect(sharedWith(yes('email'), silent)).toEqual([]);
    expect(sharedWith(yes('phone'), yes('email', 'lastName'))).toEqual(['email', 'lastName']);
  });

  it('takes the standing choice where nothing was said, and a no here before it', () => {
    const standing = { fields: ['phone'], audience: 'person' } as const;
    expect(sharedWith(yes('email'), { choice: null, standing })).toEqual(['phone']);
    expect(sharedWith(yes('email'), { choice: NO_SHARING, standing })).toEqual([]);
    expect(sharedWith({ choice: NO_SHARING, standing }, yes('email'))).toEqual([]);
  });

  it('is symmetric in the yes: either both answers count or none', () => {
    fc.assert(
      fc.property(anySharing, anySharing, (a, b) => {
        expect(isKept(a, b)).toBe(isKept(b, a));
        expect(sharedWith(a, b).length > 0).toBe(isKept(a, b));
        expect(sharedWith(b, a).length > 0).toBe(isKept(a, b));
      }),
    );
  });

  it('never shows a field that its owner did not choose', () => {
    fc.assert(
      fc.property(anySharing, anySharing, (me, other) => {
        const chosen = answerOf(other)?.fields ?? [];
        expect(sharedWith(me, other).every((field) => chosen.includes(field))).toBe(true);
      }),
    );
  });

  it('shows nothing to anybody once one has withdrawn', () => {
    fc.assert(
      fc.property(anySharing, anySharing, (a, b) => {
        const withdrawn = { ...a, choice: NO_SHARING };
        expect([sharedWith(withdrawn, b), sharedWith(b, withdrawn), isKept(withdrawn, b)]).toEqual([
          [],
          [],
          false,
        ]);
      }),
    );
  });

  it('reaches the association only by a text that names it', () => {
    fc.assert(
      fc.property(anySharing, anySharing, (me, other) => {
        const named = answerOf(other)?.audience === 'person-and-association';
        expect(sharedWithAssociation(me, other)).toEqual(named ? sharedWith(me, other) : []);
      }),
    );
  });
});
