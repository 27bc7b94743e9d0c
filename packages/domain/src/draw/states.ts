import { type Outcome, fail, ok } from '../shared/index.js';

/** States of a draw (`draw/1`, steps 1 to 8): each step is one transaction, so a crash stands between two of them. */
export const DRAW_STATES = ['committed', 'frozen', 'seeded', 'done', 'void'] as const;
export type DrawState = (typeof DRAW_STATES)[number];

/** What moves a draw on: the list is frozen, the room's number is typed, all is revealed, or it is called off. */
export const DRAW_EVENTS = ['freeze', 'seed', 'reveal', 'call-off'] as const;
export type DrawEvent = (typeof DRAW_EVENTS)[number];

/** The whole life of a draw; a pair that is missing here is refused. There is no way back and none past an end. */
export const DRAW_TRANSITIONS: Readonly<Record<DrawState, Readonly<Partial<Record<DrawEvent, DrawState>>>>> =
  {
    committed: { freeze: 'frozen', 'call-off': 'void' },
    frozen: { seed: 'seeded', 'call-off': 'void' },
    seeded: { reveal: 'done', 'call-off': 'void' },
    done: {},
    void: {},
  };

/** States of which an evening has at most one draw (a partial unique index in the database). */
export const OPEN_DRAW_STATES = ['committed', 'frozen', 'seeded'] as const satisfies readonly DrawState[];

/** The state after an event, or a refusal that names both. */
export function nextDrawState(state: DrawState, event: DrawEvent): Outcome<DrawState, 'draw-state-forbids'> {
  const next = DRAW_TRANSITIONS[state][event];
  return next === undefined ? fail('draw-state-forbids', { state, event }) : ok(next);
}

/** The events that are possible now, for the buttons that are shown. */
export function possibleDrawEvents(state: DrawState): readonly DrawEvent[] {
  return DRAW_EVENTS.filter((event) => DRAW_TRANSITIONS[state][event] !== undefined);
}

export function isOpenDraw(state: DrawState): boolean {
  return (OPEN_DRAW_STATES as readonly DrawState[]).includes(state);
}

/** The number of prizes goes into the seed and is shown with the frozen list, so prizes change before it only. */
export function prizesMayChange(state: DrawState): boolean {
  return state === 'committed';
}

/** The order is known, so winners are called and absent ones passed over; after the reveal still, in the same order. */
export function winnersAreKnown(state: DrawState): boolean {
  return state === 'seeded' || state === 'done';
}

/** Ended either way, the secret is published, so that a draw called off can be checked too (`draw/1`, step 7). */
export function secretIsPublic(state: DrawState): boolean {
  return state === 'done' || state === 'void';
}

/**
 * The number of an evening's next draw, counted from 1 without gaps, called-off draws included: none is drawn again in
 * silence. Refused while one is open.
 *
 * @param earlier states of all draws of the evening
 */
export function nextDrawNumber(earlier: readonly DrawState[]): Outcome<number, 'draw-still-open'> {
  return earlier.some(isOpenDraw) ? fail('draw-still-open') : ok(earlier.length + 1);
}
