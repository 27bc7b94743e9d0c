import type { Stage, Step } from './stage.js';

/** Questions: asked, voted for, moderated. */
export const askingSteps = (stage: Stage): readonly Step[] => {
  /** The version grows with each step of this story. */
  let version = 0;
  const next = () => version++;
  const asked = () => ({ ...stage.here, question: stage.recall('question') });
  const host = async () => ({ browser: await stage.device('host'), params: asked() });
  return [
    [
      'POST /api/me/:registration/questions',
      async () => ({
        ...stage.as('aino'),
        body: { text: 'Kuka tulee mukaan?' },
        other: { text: 'Kuka lähtee mukaan?' },
        told: stage.keep('question', (body) => body.id),
      }),
    ],
    [
      'PATCH /api/me/:registration/questions/:question',
      async () => {
        next();
        return {
          ...stage.as('aino', { question: stage.recall('question') }),
          body: { text: 'Kuka tulee mukaan ensi viikolla?' },
          other: { text: 'Kuka tulee mukaan huomenna?' },
        };
      },
    ],
    [
      'PUT /api/me/:registration/questions/:question/following',
      async () => {
        next();
        return {
          ...stage.as('aino', { question: stage.recall('question') }),
          body: { follows: true },
          other: { follows: false },
        };
      },
    ],
    [
      'POST /api/evenings/:evening/questions/:question/moves',
      async () => ({
        ...(await host()),
        body: { move: 'approve', version: next() },
        other: { move: 'put-on-stage', version: version - 1 },
      }),
    ],
    [
      'PUT /api/me/:registration/votes/:question',
      async () => stage.as('veikko', { question: stage.recall('question') }),
    ],
    [
      'DELETE /api/me/:registration/votes/:question',
      async () => stage.as('veikko', { question: stage.recall('question') }),
    ],
    [
      'PATCH /api/evenings/:evening/questions/:question',
      async () => ({
        ...(await host()),
        body: { text: 'Kuka tulee mukaan keväällä?', version: next() },
        other: { text: 'Kuka tulee mukaan syksyllä?', version: version - 1 },
      }),
    ],
    [
      'PUT /api/evenings/:evening/panel/order',
      async () => ({
        browser: await stage.device('host'),
        params: stage.here,
        body: { placed: [stage.recall('question')], version: 0 },
        other: { placed: [], version: 0 },
      }),
    ],
    [
      'PATCH /api/evenings/:evening/panel',
      async () => ({
        browser: await stage.device('host'),
        params: stage.here,
        body: { isModerated: false },
        other: { phase: 'running' },
      }),
    ],
    [
      'PUT /api/evenings/:evening/panel/note',
      async () => ({
        browser: await stage.member('organiser'),
        params: stage.here,
        body: { note: 'Aloita lapsista.' },
        other: { note: 'Aloita vanhuksista.' },
      }),
    ],
    [
      'POST /api/evenings/:evening/questions',
      async () => ({
        browser: await stage.member('helper'),
        params: stage.here,
        body: { text: 'Kuka kirjoitti tämän paperille?', source: 'card' },
        other: { text: 'Kuka sanoi tämän?', source: 'spoken' },
      }),
    ],
    [
      'PUT /api/evenings/:evening/questions/:question/table',
      async () => ({
        browser: await stage.member('organiser'),
        params: asked(),
        body: { forTable: true },
        other: { forTable: false },
      }),
    ],
    ['PUT /api/evenings/:evening/questions/:question/mute', host],
    ['DELETE /api/evenings/:evening/questions/:question/mute', host],
    [
      'DELETE /api/me/:registration/questions/:question',
      async () => stage.as('aino', { question: stage.recall('question') }),
    ],
  ];
};
