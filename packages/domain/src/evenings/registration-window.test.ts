import { describe, expect, it } from 'vitest';
import { registrationAnswer, type RegistrationWindow } from './registration-window.js';

describe('registrationAnswer', () => {
  const endsAt = new Date('2026-11-24T18:00:00Z');
  const opensAt = new Date('2026-11-01T08:00:00Z');
  const closesAt = new Date('2026-11-23T10:00:00Z');
  const timed: RegistrationWindow = { by: 'by-time', opensAt, closesAt };
  const answer = (
    registration: RegistrationWindow,
    now: string,
    state: 'published' | 'closed' = 'published',
  ) => registrationAnswer({ state, endsAt, registration }, new Date(now));

  it('follows the times', () => {
    expect(answer(timed, '2026-11-01T07:59:59Z')).toBe('not-yet');
    expect(answer(timed, '2026-11-01T08:00:00Z')).toBe('open');
    expect(answer(timed, '2026-11-23T10:00:00Z')).toBe('closed-by-time');
  });

  it('follows the hand, but not beyond the evening or its state', () => {
    expect(answer({ ...timed, by: 'open' }, '2026-11-24T10:00:00Z')).toBe('open');
    expect(answer({ ...timed, by: 'closed' }, '2026-11-10T10:00:00Z')).toBe('closed-by-hand');
    expect(answer({ ...timed, by: 'open' }, '2026-11-24T18:00:00Z')).toBe('evening-over');
    expect(answer({ ...timed, by: 'open' }, '2026-11-10T10:00:00Z', 'closed')).toBe('evening-over');
    const cancelled = { state: 'cancelled', endsAt, registration: timed } as const;
    expect(registrationAnswer(cancelled, opensAt)).toBe('evening-cancelled');
    expect(registrationAnswer({ ...cancelled, state: 'draft' }, opensAt)).toBe('not-published');
  });
});
