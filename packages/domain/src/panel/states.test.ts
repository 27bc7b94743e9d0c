import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstState, mayAsk, PANEL_HOLDS, PERSON_HOLDS, type Asking } from './asking.js';
import {
  type QuestionState,
  QUESTION_EVENTS,
  QUESTION_STATES,
  askerMayEdit,
  isUnanswered,
  isVisible,
  mayDo,
  moderatorMayEdit,
  nextQuestionState,
  possibleQuestionEvents,
} from './states.js';

const anyState = fc.constantFrom(...QUESTION_STATES);
const anyEvent = fc.constantFrom(...QUESTION_EVENTS);

describe('states of a question', () => {
  it('go from waiting over shown and the stage to answered', () => {
    let state: QuestionState = 'waiting';
    for (const [event, after] of [
      ['approve', 'shown'],
      ['put-on-stage', 'on-stage'],
      ['answer', 'answered'],
    ] as const) {
      expect(nextQuestionState(state, event)).toEqual({ ok: true, value: after });
      state = after;
    }
  });

  it('never bring back what was withdrawn, and show nothing that nobody approved', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
        let state: QuestionState = 'waiting';
        let wasSeen = false;
        for (const event of events) {
          const next = nextQuestionState(state, event);
          if (!next.ok) {
            expect(next).toEqual({ ok: false, code: 'question-state-forbids', data: { state, event } });
            continue;
          }
          expect(state).not.toBe('withdrawn');
          wasSeen ||= event === 'approve' || event === 'put-on-stage' || event === 'answer';
          if (isVisible(next.value)) expect(wasSeen).toBe(true);
          // Hiding and merging take a question from everybody's eyes at once.
          if (event === 'hide' || event === 'merge') expect(isVisible(next.value)).toBe(false);
          state = next.value;
        }
      }),
    );
  });

  it('say the same in the table and in the buttons of either', () => {
    fc.assert(
      fc.property(anyState, anyEvent, (state, event) => {
        for (const doer of ['asker', 'moderator'] as const)
          expect(possibleQuestionEvents(state, doer).includes(event)).toBe(
            mayDo(doer, event) && nextQuestionState(state, event).ok,
          );
      }),
    );
  });

  it('let only the asker withdraw, and do nothing else', () => {
    expect(QUESTION_EVENTS.filter((event) => mayDo('asker', event))).toEqual(['withdraw']);
    expect(QUESTION_EVENTS.filter((event) => !mayDo('moderator', event))).toEqual(['withdraw']);
  });

  it('can be taken back by a moderator from everywhere but an end', () => {
    for (const state of QUESTION_STATES) {
      const hasWayBack = nextQuestionState(state, 'put-back').ok;
      expect(hasWayBack, state).toBe(state !== 'waiting' && state !== 'withdrawn');
    }
  });

  it('let the asker edit only what nobody else has seen', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        if (askerMayEdit(state)) expect(isVisible(state)).toBe(false);
        expect(moderatorMayEdit(state)).toBe(isUnanswered(state) || state === 'answered');
      }),
    );
  });
});

describe('asking', () => {
  const asking: Asking = {
    phase: 'collecting',
    isRunning: true,
    isCheckedIn: true,
    isMuted: false,
    total: 0,
    own: 0,
    sinceLast: null,
  };

  it('is open from check-in until the panel is closed', () => {
    expect(mayAsk(asking).ok).toBe(true);
    expect(mayAsk({ ...asking, phase: 'running' }).ok).toBe(true);
    expect(mayAsk({ ...asking, phase: 'closed' })).toMatchObject({ code: 'panel-closed' });
    expect(mayAsk({ ...asking, isRunning: false })).toMatchObject({ code: 'panel-closed' });
    expect(mayAsk({ ...asking, isCheckedIn: false })).toMatchObject({ code: 'not-checked-in' });
    expect(mayAsk({ ...asking, isMuted: true })).toMatchObject({ code: 'asker-muted' });
  });

  it('takes one question of a person in twenty seconds', () => {
    expect(mayAsk({ ...asking, sinceLast: 20_000 }).ok).toBe(true);
    expect(mayAsk({ ...asking, sinceLast: 12_500 })).toEqual({
      ok: false,
      code: 'asked-too-soon',
      data: { seconds: 8 },
    });
  });

  it('ends where a list is full', () => {
    expect(mayAsk({ ...asking, total: PANEL_HOLDS - 1 }).ok).toBe(true);
    expect(mayAsk({ ...asking, total: PANEL_HOLDS })).toMatchObject({ code: 'panel-full' });
    expect(mayAsk({ ...asking, own: PERSON_HOLDS })).toMatchObject({ code: 'own-questions-full' });
  });

  it('shows a question at once without moderation, unless it is marked', () => {
    expect(firstState('Milloin bussi kulkee?', false)).toBe('shown');
    expect(firstState('Milloin bussi kulkee?', true)).toBe('waiting');
    expect(firstState('Miksi tämä on ihan paskaa?', false)).toBe('waiting');
  });
});
