import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PassedTicket, PASS_REASONS, passOver, prizeHolders } from './winners.js';

const order = ['K7QF-2M9D', 'B3XA-88PW', 'Z0TT-41HC', 'A9GJ-6VBD', 'M5NE-7R2K'];
const absent = (ticket: string): PassedTicket => ({ ticket, reason: 'not-present' });

function holdersOf(prizes: number, drawn: readonly string[], passed: readonly PassedTicket[]) {
  const outcome = prizeHolders(prizes, drawn, passed);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

/** An evening's play: prizes, an order, and winners passed over one after another, each held a prize at its turn. */
const play = fc
  .record({
    prizes: fc.integer({ min: 1, max: 8 }),
    tickets: fc.integer({ min: 0, max: 20 }),
    choices: fc.array(fc.record({ holder: fc.nat(), reason: fc.constantFrom(...PASS_REASONS) }), {
      maxLength: 25,
    }),
  })
  .map(({ prizes, tickets, choices }) => {
    const drawn = Array.from({ length: tickets }, (_, at) => `ticket ${at}`);
    const passed: PassedTicket[] = [];
    for (const { holder, reason } of choices) {
      const held = holdersOf(prizes, drawn, passed).flatMap(({ ticket }) => ticket ?? []);
      const ticket = held[holder % held.length];
      if (ticket !== undefined) passed.push({ ticket, reason });
    }
    return { prizes, drawn, passed };
  });

describe('prizeHolders', () => {
  it('gives the k-th prize to the k-th drawn', () => {
    expect(holdersOf(2, order, [])).toEqual([
      { prize: 0, ticket: 'K7QF-2M9D', passed: [] },
      { prize: 1, ticket: 'B3XA-88PW', passed: [] },
    ]);
  });

  it("gives an absent winner's prize to the next of the sequence, and the other keeps the own", () => {
    const pass = absent('K7QF-2M9D');
    expect(holdersOf(2, order, [pass])).toEqual([
      { prize: 0, ticket: 'Z0TT-41HC', passed: [pass] },
      { prize: 1, ticket: 'B3XA-88PW', passed: [] },
    ]);
  });

  it('goes on when the next is absent too, and ends with nobody', () => {
    const passed = order.map(absent);
    expect(holdersOf(1, order, passed.slice(0, 2))).toEqual([
      { prize: 0, ticket: 'Z0TT-41HC', passed: passed.slice(0, 2) },
    ]);
    expect(holdersOf(1, order, passed)).toEqual([{ prize: 0, ticket: undefined, passed }]);
  });

  it('leaves prizes over when there are more of them than tickets', () => {
    expect(holdersOf(3, ['A9GJ-6VBD'], []).map(({ ticket }) => ticket)).toEqual([
      'A9GJ-6VBD',
      undefined,
      undefined,
    ]);
    expect(holdersOf(1, [], [])).toEqual([{ prize: 0, ticket: undefined, passed: [] }]);
  });

  it('never gives two prizes to one ticket nor one to a passed ticket, and calls nobody before their turn', () => {
    fc.assert(
      fc.property(play, ({ prizes, drawn, passed }) => {
        const holders = holdersOf(prizes, drawn, passed);
        const held = holders.flatMap(({ ticket }) => ticket ?? []);
        const called = [...held, ...passed.map(({ ticket }) => ticket)];
        expect(new Set(called).size).toBe(called.length);
        expect(new Set(called)).toEqual(new Set(drawn.slice(0, prizes + passed.length)));
        expect(holders.map(({ prize }) => prize)).toEqual(
          Array.from({ length: prizes }, (_, prize) => prize),
        );
        expect(holders.reduce((sum, holder) => sum + holder.passed.length, 0)).toBe(passed.length);
      }),
    );
  });

  it('lets every other winner keep the prize when one is passed over', () => {
    fc.assert(
      fc.property(play, fc.nat(), ({ prizes, drawn, passed }, choice) => {
        const before = holdersOf(prizes, drawn, passed);
        const held = before.filter(({ ticket }) => ticket !== undefined);
        const chosen = held[choice % held.length];
        fc.pre(chosen?.ticket !== undefined);
        const outcome = passOver(prizes, drawn, passed, absent(chosen?.ticket ?? ''));
        if (!outcome.ok) throw new Error(outcome.code);
        const after = outcome.value.holders;
        expect(after.filter((_, at) => at !== chosen?.prize)).toEqual(
          before.filter((_, at) => at !== chosen?.prize),
        );
        expect(after).toEqual(holdersOf(prizes, drawn, outcome.value.passed));
      }),
    );
  });
});

describe('passOver', () => {
  it('refuses a ticket that holds no prize, and says whether it was passed before', () => {
    const pass = absent('K7QF-2M9D');
    expect(passOver(2, order, [pass], pass)).toEqual({
      ok: false,
      code: 'ticket-already-passed',
      data: { ticket: 'K7QF-2M9D' },
    });
    for (const ticket of ['A9GJ-6VBD', 'nothing']) {
      expect(passOver(2, order, [pass], absent(ticket))).toEqual({
        ok: false,
        code: 'ticket-not-drawn',
        data: { ticket },
      });
    }
  });
});
