import type { ProgrammeKind } from '../evenings/index.js';
import type { Scene } from './scenes.js';

/** The one thing an attendee's phone offers while a scene is on the stage; texts: `whatNow.action.<action>`. */
export const NOW_ACTIONS = ['whom-to-meet', 'scan', 'ask', 'table', 'draw', 'contacts'] as const;
export type NowAction = (typeof NOW_ACTIONS)[number];

export interface WhatNow {
  /** Null: there is nothing to do on the phone. */
  readonly action: NowAction | null;
  /** What goes on needs no phone: it may be put away (S33). */
  readonly phoneMayRest: boolean;
}

const ACTIONS: Readonly<Record<Exclude<Scene['scene'], 'programme'>, NowAction>> = {
  welcome: 'whom-to-meet',
  talk: 'ask',
  pulse: 'scan',
  questions: 'ask',
  seating: 'table',
  draw: 'draw',
  thanks: 'contacts',
};
const DURING: Readonly<Record<ProgrammeKind, NowAction | null>> = {
  arrival: 'whom-to-meet',
  fair: 'scan',
  talk: 'ask',
  'group-work': null,
  bingo: 'scan',
  panel: 'ask',
  draw: 'draw',
  break: null,
};
/** Parts of the game: nothing for whoever does not play (product rule 6). */
const OF_PLAYERS: readonly NowAction[] = ['whom-to-meet', 'scan', 'draw', 'contacts'];
/** These are done with the phone in the hand; everything else is listening and talking. */
const IN_HAND: readonly NowAction[] = ['scan', 'table', 'contacts'];

/**
 * What a phone says while this is on the stage (S33: a low-screen evening).
 *
 * @param block kind of the part of the programme that the scene is about, null if it is about none
 * @param plays whether its owner takes part in the game
 */
export function whatNow(scene: Scene, block: ProgrammeKind | null, plays: boolean): WhatNow {
  const offered =
    scene.scene === 'programme' ? (block === null ? null : DURING[block]) : ACTIONS[scene.scene];
  const action = offered !== null && !plays && OF_PLAYERS.includes(offered) ? null : offered;
  return { action, phoneMayRest: action === null || !IN_HAND.includes(action) };
}
