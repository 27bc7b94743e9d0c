import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHandOver, mayPassOver } from './handing-over.js';
import { passOver, prizeHolders } from './winners.js';

const ORDER = ['A', 'B', 'C', 'D'];

function holders(passed: readonly string[]) {
  const found = prizeHolders(
    2,
    ORDER,
    passed.map((ticket) => ({ ticket, reason: 'not-present' as const })),
  );
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

describe('handing a prize over', () => {
  it('is for whoever holds one now, and nobody else', () => {
    expect(mayHandOver(holders([]), 'A').ok).toBe(true);
    expect(mayHandOver(holders([]), 'C')).toMatchObject({ ok: false, code: 'ticket-not-drawn' });
    expect(mayHandOver(holders(['A']), 'A').ok).toBe(false);
    expect(mayHandOver(holders(['A']), 'C').ok).toBe(true);
  });

  it('keeps the prize from the next until it is taken back', () => {
    expect(mayPassOver(['A'], 'A')).toMatchObject({ ok: false, code: 'prize-handed-over' });
    expect(mayPassOver([], 'A').ok).toBe(true);
    expect(mayPassOver(['A'], 'B').ok).toBe(true);
  });

  it('stays with its holder whatever is passed over beside it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ORDER), { maxLength: 6 }), (tries) => {
        const passed: { ticket: string; reason: 'declined' }[] = [];
        for (const ticket of tries) {
          if (!mayPassOver(['B'], ticket).ok) continue;
          const next = passOver(2, ORDER, passed, { ticket, reason: 'declined' });
          if (next.ok) passed.push({ ticket, reason: 'declined' });
        }
        const now = prizeHolders(2, ORDER, passed);
        expect(now.ok && mayHandOver(now.value, 'B').ok).toBe(true);
      }),
      { seed: 71, numRuns: 200 },
    );
  });
});
