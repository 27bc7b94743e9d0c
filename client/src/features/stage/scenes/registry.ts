import type { SceneKind } from '@hillo/domain/stage';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Stage } from '../api.js';

export interface SceneProps {
  /** Its `scene` is the one that is drawn. */
  stage: Stage;
  /** False while the server is away: what is shown may have changed since. */
  isLive: boolean;
  /** Nothing moves: the host stopped it. What is shown stays as it was then. */
  isStill: boolean;
}

type Scene = ComponentType<SceneProps>;

/** One file a scene. */
const scenes: Readonly<Record<SceneKind, () => Promise<Scene>>> = {
  welcome: async () => (await import('./welcome.js')).WelcomeScene,
  programme: async () => (await import('./programme.js')).ProgrammeScene,
  pulse: async () => (await import('./pulse.js')).PulseScene,
  talk: async () => (await import('./talk.js')).TalkScene,
  questions: async () => (await import('./questions/questions.js')).QuestionsScene,
  seating: async () => (await import('./seating.js')).SeatingScene,
  draw: async () => (await import('./draw.js')).DrawScene,
  thanks: async () => (await import('./thanks.js')).ThanksScene,
};

/** Each is fetched when it is first shown. */
export const sceneComponents: Readonly<Record<SceneKind, LazyExoticComponent<Scene>>> = {
  welcome: late('welcome'),
  programme: late('programme'),
  pulse: late('pulse'),
  talk: late('talk'),
  questions: late('questions'),
  seating: late('seating'),
  draw: late('draw'),
  thanks: late('thanks'),
};

function late(kind: SceneKind): LazyExoticComponent<Scene> {
  return lazy(async () => ({ default: await scenes[kind]() }));
}

/** Fetches every scene ahead, so that a lost network keeps none away. */
export function fetchScenes(): Promise<unknown> {
  return Promise.allSettled(Object.values(scenes).map((fetch) => fetch()));
}
