import { describe, expect, it } from 'vitest';
import {
  doorIsOpen,
  EVENING_EVENTS,
  EVENING_STATES,
  isPublic,
  nextEveningState,
  possibleEvents,
} from './states.js';

describe('states', () => {
  it('change only by the table', () => {
    const allowed = EVENING_STATES.flatMap((state) =>
      EVENING_EVENTS.flatMap((event) => {
        const next = nextEveningState(state, event);
        return next.ok ? [`${state} ${event} ${next.value}`] : [];
      }),
    );
    expect(allowed).toEqual([
      'draft publish published',
      'published first-check-in running',
      'published night closed',
      'published cancel cancelled',
      'running close closed',
      'running night closed',
      'running cancel cancelled',
    ]);
    expect(nextEveningState('closed', 'cancel')).toEqual({
      ok: false,
      code: 'evening-state-forbids',
      data: { state: 'closed', event: 'cancel' },
    });
  });

  it('say what is possible', () => {
    expect(possibleEvents('running')).toEqual(['close', 'night', 'cancel']);
    expect(EVENING_STATES.filter(doorIsOpen)).toEqual(['published', 'running']);
    expect(EVENING_STATES.filter((state) => !isPublic(state))).toEqual(['draft']);
  });
});
