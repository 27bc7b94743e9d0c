import { describe, expect, it } from 'vitest';
import { isPastRetention, keptUntil, RETENTION } from './retention.js';

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
