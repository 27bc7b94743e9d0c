import { type Outcome, fail, ok } from '../shared/index.js';

/** States of an evening (issue, section 3). */
export const EVENING_STATES = ['draft', 'published', 'running', 'closed', 'cancelled'] as const;
export type EveningState = (typeof EVENING_STATES)[number];

/** What moves an evening on: the organiser's acts, the door's first check-in, the night ({@link automaticCloseAt}). */
export const EVENING_EVENTS = ['publish', 'first-check-in', 'close', 'night', 'cancel'] as const;
export type EveningEvent = (typeof EVENING_EVENTS)[number];

/**
 * The whole life of an evening; a pair that is missing here is refused. The night closes a published evening too, at
 * which nobody was checked in, else it would be "to come" for ever.
 */
export const EVENING_TRANSITIONS: Readonly<
  Record<EveningState, Readonly<Partial<Record<EveningEvent, EveningState>>>>
> = {
  draft: { publish: 'published' },
  published: { 'first-check-in': 'running', night: 'closed', cancel: 'cancelled' },
  running: { close: 'closed', night: 'closed', cancel: 'cancelled' },
  closed: {},
  cancelled: {},
};

/** The state after an event, or a refusal that names both. */
export function nextEveningState(
  state: EveningState,
  event: EveningEvent,
): Outcome<EveningState, 'evening-state-forbids'> {
  const next = EVENING_TRANSITIONS[state][event];
  return next === undefined ? fail('evening-state-forbids', { state, event }) : ok(next);
}

/** The events that are possible now, for the buttons that are shown. */
export function possibleEvents(state: EveningState): readonly EveningEvent[] {
  return EVENING_EVENTS.filter((event) => EVENING_TRANSITIONS[state][event] !== undefined);
}

/** True while the door checks people in and spoken codes are valid: published (the first one starts it) or running. */
export function doorIsOpen(state: EveningState): boolean {
  return state === 'published' || state === 'running';
}

/** True once the public may see the evening; a cancelled or closed one keeps its page. */
export function isPublic(state: EveningState): boolean {
  return state !== 'draft';
}
