import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isStepUpOpen,
  maskEmail,
  requestStepUp,
  STEP_UP,
  STEP_UP_LIMITS,
  type StepUp,
  typeStepUpCode,
} from './step-up.js';

const START = new Date('2026-11-26T12:00:00Z');
const at = (milliseconds: number) => new Date(START.getTime() + milliseconds);
const sent = (changes: Partial<StepUp> = {}): StepUp => ({
  sentAt: START,
  tries: 0,
  openedAt: null,
  ...changes,
});

/** Types a row of codes, one a second; what was accepted, and how it ended. */
function typeAll(first: StepUp, guesses: readonly boolean[], begin = 1000) {
  let stepUp = first;
  const accepted = guesses.map((matches, index) => {
    const typed = typeStepUpCode(stepUp, matches, at(begin + index * 1000));
    stepUp = typed.next;
    return typed.accepted;
  });
  return { accepted, stepUp };
}

describe('typing a code', () => {
  it('opens with the right one, until ten minutes later', () => {
    const { accepted, next } = typeStepUpCode(sent(), true, at(5000));
    expect(accepted).toBe(true);
    expect(isStepUpOpen(next, at(5000))).toBe(true);
    expect(isStepUpOpen(next, at(5000 + STEP_UP.staysOpen - 1))).toBe(true);
    expect(isStepUpOpen(next, at(5000 + STEP_UP.staysOpen))).toBe(false);
    expect(isStepUpOpen(sent(), at(5000))).toBe(false);
  });

  it('is refused when it is wrong, too old, or has been typed before', () => {
    expect(typeStepUpCode(sent(), false, at(1000)).accepted).toBe(false);
    expect(typeStepUpCode(sent(), true, at(STEP_UP.codeLives)).accepted).toBe(false);
    expect(typeStepUpCode(sent({ openedAt: at(1000), tries: 1 }), true, at(2000)).accepted).toBe(false);
  });

  it('opens once at most, within the tries, whatever is typed in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (guesses) => {
        const { accepted, stepUp } = typeAll(sent(), guesses);
        const right = guesses.indexOf(true);
        expect(accepted.filter(Boolean).length).toBe(right >= 0 && right < STEP_UP.tries ? 1 : 0);
        expect(stepUp.tries).toBeLessThanOrEqual(STEP_UP.tries);
        expect(accepted.indexOf(true)).toBe(right < STEP_UP.tries ? right : -1);
      }),
    );
  });

  it('never moves the end of what is open', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (guesses) => {
        const opened = typeStepUpCode(sent(), true, at(500)).next;
        expect(typeAll(opened, guesses).stepUp).toEqual(opened);
      }),
    );
  });
});

describe('asking for a code', () => {
  it('keeps the one that was sent a moment ago, sends another after the wait', () => {
    expect(requestStepUp(null, [], START)).toEqual({ ok: true, value: 'send' });
    expect(requestStepUp(sent(), [START], at(10_000))).toEqual({ ok: true, value: 'keep' });
    expect(requestStepUp(sent(), [START], at(STEP_UP.resendAfter))).toEqual({ ok: true, value: 'send' });
  });

  it('makes who has used up the tries wait for the next one', () => {
    const used = sent({ tries: STEP_UP.tries });
    expect(requestStepUp(used, [START], at(20_000))).toEqual({
      ok: false,
      code: 'too-many-requests',
      data: { seconds: 40 },
    });
  });

  it('sends another at once for the next act, when the first has been opened', () => {
    expect(requestStepUp(sent({ openedAt: at(1000), tries: 1 }), [START], at(2000)).ok).toBe(true);
  });

  it('never lets more through than the limits, however impatient and from however many phones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3_600_000 }), { minLength: 1, maxLength: 120 }),
        (pauses) => {
          const history: Date[] = [];
          let now = START;
          for (const pause of pauses) {
            now = new Date(now.getTime() + pause);
            if (requestStepUp(null, history, now).ok) history.push(now);
          }
          for (const { codes, within } of STEP_UP_LIMITS)
            for (const end of history) {
              const inside = history.filter((date) => date <= end && end.getTime() - date.getTime() < within);
              expect(inside.length).toBeLessThanOrEqual(codes);
            }
        },
      ),
    );
  });

  it('says after how many seconds it is granted, and then grants it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 86_400_000 }), { maxLength: 30 }), (ages) => {
        const history = ages.map((age) => at(-age));
        const refused = requestStepUp(null, history, START);
        if (refused.ok) return;
        const seconds = Number(refused.data?.['seconds']);
        expect(seconds).toBeGreaterThan(0);
        expect(requestStepUp(null, history, at(seconds * 1000)).ok).toBe(true);
      }),
    );
  });
});

describe('maskEmail', () => {
  it.each([
    ['maija@example.org', 'm…@example.org'],
    ['äiti@esimerkki.fi', 'ä…@esimerkki.fi'],
    ['𝓐b@example.org', '𝓐…@example.org'],
    ['nonsense', '…nonsense'],
  ])('%s is shown as %s', (address, shown) => {
    expect(maskEmail(address)).toBe(shown);
  });
});
