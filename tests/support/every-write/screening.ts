import type { Stage, Step } from './stage.js';

/** The big screen. */
export const screeningSteps = (stage: Stage): readonly Step[] => [
  [
    'PUT /api/evenings/:evening/stage/scene',
    async () => ({
      browser: await stage.device('host'),
      params: stage.here,
      body: { version: 0, scene: { scene: 'pulse' } },
      other: { version: 0, scene: { scene: 'thanks' } },
    }),
  ],
];
