import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type VoidReason, VOID_REASONS, VOID_WORDS_MAX, callOff } from './calling-off.js';
import {
  type DrawState,
  DRAW_EVENTS,
  DRAW_STATES,
  isOpenDraw,
  nextDrawNumber,
  nextDrawState,
  possibleDrawEvents,
  prizesMayChange,
  secretIsPublic,
  winnersAreKnown,
} from './states.js';

const anyState = fc.constantFrom(...DRAW_STATES);
const anyEvent = fc.constantFrom(...DRAW_EVENTS);

describe('states of a draw', () => {
  it('go one way: committed, frozen, seeded, done', () => {
    let state: DrawState = 'committed';
    for (const [event, after] of [
      ['freeze', 'frozen'],
      ['seed', 'seeded'],
      ['reveal', 'done'],
    ] as const) {
      expect(nextDrawState(state, event)).toEqual({ ok: true, value: after });
      state = after;
    }
  });

  it('never go back nor leave an end, whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
        let state: DrawState = 'committed';
        for (const event of events) {
          const next = nextDrawState(state, event);
          if (next.ok) {
            expect(isOpenDraw(state)).toBe(true);
            expect(DRAW_STATES.indexOf(next.value)).toBeGreaterThan(DRAW_STATES.indexOf(state));
            state = next.value;
          } else {
            expect(next).toEqual({ ok: false, code: 'draw-state-forbids', data: { state, event } });
          }
        }
      }),
    );
  });

  it('say the same in the table, in the buttons and in what they allow', () => {
    fc.assert(
      fc.property(anyState, anyEvent, (state, event) => {
        expect(possibleDrawEvents(state).includes(event)).toBe(nextDrawState(state, event).ok);
        expect(secretIsPublic(state)).toBe(!isOpenDraw(state));
        expect(possibleDrawEvents(state).length > 0).toBe(isOpenDraw(state));
      }),
    );
    expect(DRAW_STATES.filter(prizesMayChange)).toEqual(['committed']);
    expect(DRAW_STATES.filter(winnersAreKnown)).toEqual(['seeded', 'done']);
  });

  it('number the draws of an evening without gaps, one open at a time', () => {
    expect(nextDrawNumber([])).toEqual({ ok: true, value: 1 });
    expect(nextDrawNumber(['void', 'done'])).toEqual({ ok: true, value: 3 });
    fc.assert(
      fc.property(fc.array(anyState), (earlier) => {
        expect(nextDrawNumber(earlier).ok).toBe(
          earlier.every((state) => state === 'done' || state === 'void'),
        );
      }),
    );
  });
});

describe('callOff', () => {
  it('ends every open draw as void with its reason, and no other', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...VOID_REASONS), (state, reason) => {
        const outcome = callOff(state, { reason, words: '  Väärä   lista ' });
        expect(outcome).toEqual(
          isOpenDraw(state)
            ? { ok: true, value: { state: 'void', cause: { reason, words: 'Väärä lista' } } }
            : { ok: false, code: 'draw-state-forbids', data: { state, event: 'call-off' } },
        );
      }),
    );
  });

  it('wants words only when the reason says nothing', () => {
    const withoutWords = (reason: VoidReason) => callOff('frozen', { reason, words: ' ' });
    expect(withoutWords('other')).toEqual({ ok: false, code: 'void-words-missing' });
    for (const reason of VOID_REASONS.filter((reason) => reason !== 'other')) {
      expect(withoutWords(reason)).toEqual({
        ok: true,
        value: { state: 'void', cause: { reason, words: '' } },
      });
    }
  });

  it('refuses words that cannot be stored', () => {
    expect(callOff('frozen', { reason: 'other', words: 'x'.repeat(VOID_WORDS_MAX + 1) })).toMatchObject({
      code: 'text-too-long',
    });
    expect(callOff('frozen', { reason: 'list-wrong', words: 'a\0b' })).toMatchObject({
      code: 'text-forbidden-character',
    });
  });
});
