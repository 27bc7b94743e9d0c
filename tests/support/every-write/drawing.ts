import type { Reply } from '../browser-session.js';
import { DrawGround } from '../draw-ground.js';
import type { Stage, Step } from './stage.js';

const ticketOf = (place: number) => (body: Reply['body']) => String(body.draws[0].winners[place].ticket);

/** The draw, and the end of the evening. */
export function drawingSteps(stage: Stage): readonly Step[] {
  const inDraw = (more: Readonly<Record<string, string>> = {}) => ({
    ...stage.here,
    draw: stage.recall('draw'),
    ...more,
  });
  return [
    [
      'PUT /api/evenings/:evening/prizes',
      async () => {
        const ground = new DrawGround(stage.fixtures, stage.room.eveningId);
        for (let n = 0; n < 4; n += 1) await ground.player();
        return {
          browser: await stage.device('host'),
          params: stage.here,
          body: { prizes: [{ kind: 'visit' }, { kind: 'coaching' }] },
          other: { prizes: [] },
        };
      },
    ],
    [
      'POST /api/evenings/:evening/draws',
      async () => ({
        browser: await stage.member('organiser'),
        params: stage.here,
        told: stage.keep('draw', (body) => body.draws[0].id),
      }),
    ],
    [
      'POST /api/evenings/:evening/draws/:draw/freeze',
      async () => ({ browser: await stage.device('host'), params: inDraw() }),
    ],
    [
      'PUT /api/evenings/:evening/draws/:draw/calls',
      async () => ({
        browser: await stage.device('host'),
        params: inDraw(),
        body: { calls: ['4711', '08'] },
        other: { calls: ['4711', '083'] },
      }),
    ],
    [
      'POST /api/evenings/:evening/draws/:draw/public-number',
      async () => ({
        browser: await stage.device('host'),
        params: inDraw(),
        body: { calls: ['4711', '0832', '9050'] },
        other: { calls: ['0000', '0832', '9050'] },
      }),
    ],
    [
      'POST /api/evenings/:evening/draws/:draw/reveal',
      async () => ({
        browser: await stage.device('host'),
        params: inDraw(),
        told: stage.keep('absent', ticketOf(0)),
      }),
    ],
    [
      'POST /api/evenings/:evening/draws/:draw/passed-tickets',
      async () => ({
        browser: await stage.device('host'),
        params: inDraw(),
        body: { ticket: stage.recall('absent'), reason: 'not-present' },
        other: { ticket: stage.recall('absent'), reason: 'declined' },
        told: stage.keep('winner', ticketOf(0)),
      }),
    ],
    [
      'PUT /api/evenings/:evening/draws/:draw/handed-over/:ticket',
      async () => ({
        browser: await stage.device('host'),
        params: inDraw({ ticket: stage.recall('winner') }),
        body: { withWhom: 'Kaisa' },
        other: { withWhom: 'Matti' },
      }),
    ],
    [
      'DELETE /api/evenings/:evening/draws/:draw/handed-over/:ticket',
      async () => ({
        browser: await stage.device('host'),
        params: inDraw({ ticket: stage.recall('winner') }),
      }),
    ],
    [
      'POST /api/evenings/:evening/draws/:draw/void',
      async () => {
        const browser = await stage.member('organiser');
        const { draws } = (await browser.post(`/api/evenings/${stage.room.eveningId}/draws`)).body;
        const next = draws.find(({ id }: { id: string }) => id !== stage.recall('draw'));
        return {
          browser,
          params: inDraw({ draw: next.id }),
          body: { reason: 'list-wrong' },
          other: { reason: 'other', words: 'x' },
        };
      },
    ],
    [
      'POST /api/evenings/:evening/close',
      async () => ({ browser: await stage.member('organiser'), params: stage.here }),
    ],
  ];
}
