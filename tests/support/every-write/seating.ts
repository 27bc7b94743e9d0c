import { randomUUID } from 'node:crypto';
import type { Stage, Step } from './stage.js';

const tables = Array.from({ length: 12 }, (_, at) => ({
  id: randomUUID(),
  name: String(at + 1),
  seats: 12,
  accessible: at === 0,
  x: 10,
  y: 10,
}));
const WISHES = {
  version: 0,
  block: null,
  tables,
  rounds: 2,
  aim: 'mix-sectors',
  crowd: 'present',
  countsEncounters: true,
  together: [],
  apart: [],
  locks: {},
  aside: [],
};

/** The table rounds, from the first wish to the first round that is over. */
export const seatingSteps = (stage: Stage): readonly Step[] => [
  [
    'PUT /api/evenings/:evening/seating',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.here,
      body: WISHES,
      other: { ...WISHES, rounds: 3 },
    }),
  ],
  [
    'POST /api/evenings/:evening/seating/runs',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.here,
      told: stage.keep('run', (body) => body.run.id),
    }),
  ],
  [
    'DELETE /api/evenings/:evening/seating/runs/:run',
    async () => ({
      browser: await stage.member('organiser'),
      params: { ...stage.here, run: stage.recall('run') },
    }),
  ],
  [
    'POST /api/evenings/:evening/seating/publications',
    async () => {
      const browser = await stage.member('organiser');
      await browser.post(`/api/evenings/${stage.room.eveningId}/seating/runs`);
      await stage.application.runJobs();
      return { browser, params: stage.here };
    },
  ],
  [
    'PUT /api/evenings/:evening/seating/held-rounds',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.here,
      body: { held: 1 },
      other: { held: 0 },
    }),
  ],
];
