import { describe, expect, it } from 'vitest';
import { type BadgeTaker, takeBadge } from './reserves.js';

const FREE = { id: 'reserve', isBound: false };
const PERSON: BadgeTaker = { kind: 'person', state: 'confirmed', badgeFrom: null };

describe('a badge that was printed ahead', () => {
  it('is taken once; the same person again changes nothing', () => {
    expect(takeBadge(FREE, PERSON)).toEqual({ ok: true, value: { repeated: false } });
    const wearing = { ...PERSON, badgeFrom: 'reserve' };
    expect(takeBadge({ ...FREE, isBound: true }, wearing)).toEqual({ ok: true, value: { repeated: true } });
  });

  it('that is bound is refused to everybody else, and to its own wearer who has another by now', () => {
    const bound = { ...FREE, isBound: true };
    expect(takeBadge(bound, PERSON)).toEqual({ ok: false, code: 'badge-taken' });
    expect(takeBadge(bound, { ...PERSON, badgeFrom: 'another' })).toEqual({ ok: false, code: 'badge-taken' });
  });

  it('replaces another one that the person wears', () => {
    expect(takeBadge(FREE, { ...PERSON, badgeFrom: 'another' }).ok).toBe(true);
  });

  it.each([
    [{ kind: 'child' }, 'no-code-for-children'],
    [{ state: 'waiting' }, 'on-waitlist'],
    [{ state: 'cancelled' }, 'registration-cancelled'],
  ] as const)('is not for %j', (who, code) => {
    expect(takeBadge(FREE, { ...PERSON, ...who })).toEqual({ ok: false, code });
  });
});
