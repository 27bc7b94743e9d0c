import { describe, expect, it } from 'vitest';
import { admitAtDoor } from './walk-in.js';

describe('admitAtDoor', () => {
  const full = { capacity: 40, takenSeats: 39, present: 20 };

  it('lets in while there are seats, or without a capacity', () => {
    expect(admitAtDoor(full, 1, null)).toEqual({ ok: true, value: { overCapacity: false } });
    expect(admitAtDoor({ ...full, capacity: null }, 5, null).ok).toBe(true);
  });

  it('asks with the figures, and again when they have grown', () => {
    const asked = {
      ok: false,
      code: 'over-capacity',
      data: { capacity: 40, taken: 39, present: 20, seats: 2 },
    };
    expect(admitAtDoor(full, 2, null)).toEqual(asked);
    expect(admitAtDoor(full, 2, { takenSeats: 38 })).toEqual(asked);
    expect(admitAtDoor(full, 2, { takenSeats: 39 })).toEqual({ ok: true, value: { overCapacity: true } });
  });
});
