import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Scope } from './entry.js';
import { afterAnswer, isReady, nextEntry, pauseMs, verdictOf, withFollowers } from './rules.js';

const refusal = { code: 'square-filled', status: 409, title: '', detail: '' };

function entry(number: number, more: Partial<Entry> = {}): Entry {
  return {
    number,
    scope: 'registration:me',
    operationId: `op-${number}`,
    route: 'POST /api/me/:registration/encounters',
    params: { registration: 'me' },
    madeAt: '2026-11-22T17:00:00.000Z',
    ...more,
  };
}

const queues = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc
          .record({ refused: fc.boolean(), scope: fc.constantFrom<Scope>('registration:me', 'door:evening') })
          .map(({ refused, scope }) => entry(number, refused ? { scope, refusal } : { scope })),
      ),
    ),
  );

describe('verdictOf', () => {
  it.each([
    [200, '', 'delivered'],
    [204, '', 'delivered'],
    [0, 'network-failure', 'offline'],
    [404, 'unreadable-answer', 'offline'],
    [429, 'too-many-requests', 'offline'],
    [503, 'database-unavailable', 'offline'],
    [500, 'internal-error', 'passed'],
    [401, 'not-signed-in', 'held'],
    [403, 'not-allowed', 'held'],
    [404, 'not-found', 'refused'],
    [409, 'square-filled', 'refused'],
    [422, 'operation-reused', 'refused'],
  ] as const)('%i %s is %s', (status, code, verdict) => {
    expect(verdictOf({ status, code })).toBe(verdict);
  });

  it('never takes an entry out of the queue without an answer of our own server', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 599 }), (status) => {
        fc.pre(status < 200 || status >= 300);
        const verdict = verdictOf({ status, code: 'unreadable-answer' });
        expect(verdict).toBe('offline');
      }),
    );
  });
});

describe('nextEntry', () => {
  it('is the oldest that is ready, whatever was refused or set aside before it', () => {
    fc.assert(
      fc.property(
        queues,
        fc.uniqueArray(fc.integer({ min: 1, max: 60 })),
        fc.boolean(),
        (entries, aside, holds) => {
          const passed = new Set(aside);
          const held = new Set<Scope>(holds ? ['door:evening'] : []);
          const next = nextEntry(entries, passed, held);
          const may = entries.filter(
            (one) => isReady(one) && !passed.has(one.number) && !held.has(one.scope),
          );
          expect(next?.number).toBe(
            may.length === 0 ? undefined : Math.min(...may.map(({ number }) => number)),
          );
        },
      ),
    );
  });
});

describe('followers', () => {
  const follows = { operationId: 'op-1', param: 'encounter', from: 'encounter.id' };

  it('wait for the answer and get from it what they lack', () => {
    const note = entry(2, { follows });
    expect(isReady(note)).toBe(false);
    const settled = afterAnswer(note, { encounter: { id: 'e1' } });
    expect(settled.params).toEqual({ registration: 'me', encounter: 'e1' });
    expect(isReady(settled)).toBe(true);
  });

  it('are refused when the answer does not say it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (answer) => {
        const settled = afterAnswer(
          entry(2, { follows: { ...follows, from: 'encounter.noSuchId' } }),
          answer,
        );
        expect(settled.refusal?.code).toBe('unreadable-answer');
      }),
    );
  });

  it('go with the entry they follow, at any depth, and take no other along', () => {
    const second = entry(2, { follows });
    const third = entry(3, { follows: { ...follows, operationId: 'op-2' } });
    const other = entry(4);
    expect(
      withFollowers([third, other, second, entry(1)], 'op-1')
        .map(({ number }) => number)
        .sort(),
    ).toEqual([1, 2, 3]);
  });
});

describe('pauseMs', () => {
  it('is never longer than 8.25 s and spread over a whole pause (T18)', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failures, chance) => {
          const pause = pauseMs(failures, chance);
          expect(pause).toBeGreaterThanOrEqual(500);
          expect(pause).toBeLessThanOrEqual(8_250);
          expect(pauseMs(failures, 0.999) - pauseMs(failures, 0)).toBeGreaterThan(900);
        },
      ),
    );
  });
});
