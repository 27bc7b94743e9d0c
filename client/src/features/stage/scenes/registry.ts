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

type SceneComponent = LazyExoticComponent<ComponentType<SceneProps>>;

/** One file a scene, fetched when it is first shown. */
export const sceneComponents: Readonly<Record<SceneKind, SceneComponent>> = {
  welcome: lazy(async () => ({ default: (await import('./welcome.js')).WelcomeScene })),
  programme: lazy(async () => ({ default: (await import('./programme.js')).ProgrammeScene })),
  pulse: lazy(async () => ({ default: (await import('./pulse.js')).PulseScene })),
  talk: lazy(async () => ({ default: (await import('./talk.js')).TalkScene })),
  questions: lazy(async () => ({ default: (await import('./questions.js')).QuestionsScene })),
  seating: lazy(async () => ({ default: (await import('./seating.js')).SeatingScene })),
  draw: lazy(async () => ({ default: (await import('./draw.js')).DrawScene })),
  thanks: lazy(async () => ({ default: (await import('./thanks.js')).ThanksScene })),
};
