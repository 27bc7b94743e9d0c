import { describe, expect, it } from 'vitest';
import { agreed } from './device.js';

const answers = (...statuses: number[]) => statuses.map((status) => ({ status }));

describe('the answers to one operation that was sent twice', () => {
  it.each([
    [[200], 200],
    [[200, 200], 200],
    [[409, 409], 409],
    // Refused, then decided anew: somebody else wrote in between.
    [[409, 200], 200],
    [[204, 410], 204],
    [[409, 410], 409],
    [[503, 503], 503],
  ])('%j say %i', (statuses, told) => {
    expect(agreed(answers(...statuses))?.status).toBe(told);
  });

  it.each([[[200, 201]], [[200, 500]], [[409, 503]]])('%j contradict each other', (statuses) => {
    expect(agreed(answers(...statuses))).toBeUndefined();
  });
});
