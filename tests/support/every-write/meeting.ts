import type { Stage, Step } from './stage.js';

/** The door, the meetings and what comes of them. */
export const meetingSteps = (stage: Stage): readonly Step[] => [
  [
    'POST /api/evenings/:evening/door/check-ins',
    async () => {
      const { registration: id } = (await stage.newcomer()).params;
      return {
        browser: await stage.device('door'),
        params: stage.here,
        body: { who: { by: 'registration', id } },
        other: { who: { by: 'registration', id: stage.guests.aino.id } },
        told: stage.keep('guest', (body) => body.person.id),
      };
    },
  ],
  [
    'POST /api/evenings/:evening/door/undone-check-ins',
    async () => ({
      browser: await stage.device('door'),
      params: stage.here,
      body: { registrationId: stage.recall('guest') },
      other: { registrationId: stage.guests.lauri.id },
    }),
  ],
  [
    'POST /api/evenings/:evening/door/walk-ins',
    async () => ({
      browser: await stage.device('door'),
      params: stage.here,
      body: { firstName: 'Taavi', sector: 'resident' },
      other: { firstName: 'Sanni', sector: 'resident' },
    }),
  ],
  [
    'POST /api/evenings/:evening/door/handovers',
    async () => ({
      browser: await stage.device('door'),
      params: stage.here,
      body: { registrationId: stage.guests.aino.id },
      other: { registrationId: stage.guests.siiri.id },
    }),
  ],
  [
    'POST /api/me/:registration/encounters',
    async () => ({
      ...stage.as('aino'),
      body: { who: { by: 'badge', token: stage.guests.veikko.badge } },
      other: { who: { by: 'badge', token: stage.guests.siiri.badge } },
      told: stage.keep('encounter', (body) => body.encounter.id),
    }),
  ],
  [
    'POST /api/me/:registration/encounters/:encounter/mark',
    async () => ({
      ...stage.as('aino', { encounter: stage.recall('encounter') }),
      body: { square: 4 },
      other: { square: 5 },
    }),
  ],
  [
    'PUT /api/me/:registration/encounters/:encounter/mark',
    async () => ({
      ...stage.as('aino', { encounter: stage.recall('encounter') }),
      body: { square: 5 },
      other: { square: 3 },
    }),
  ],
  [
    'DELETE /api/me/:registration/encounters/:encounter/mark',
    async () => stage.as('aino', { encounter: stage.recall('encounter') }),
  ],
  [
    'PUT /api/me/:registration/encounters/:encounter/note',
    async () => ({
      ...stage.as('aino', { encounter: stage.recall('encounter') }),
      body: { agreed: 'Tavataan', nextStep: 'Soitan', owner: 'writer' },
      other: { agreed: 'Ei tavata' },
    }),
  ],
  [
    'POST /api/me/:registration/encounters/:encounter/same-note',
    async () => stage.as('veikko', { encounter: stage.recall('encounter') }),
  ],
  [
    'PUT /api/me/:registration/encounters/:encounter/sharing',
    async () => ({
      ...stage.as('veikko', { encounter: stage.recall('encounter') }),
      body: { fields: ['lastName'], audience: 'person' },
      other: { fields: [], audience: 'person' },
    }),
  ],
  [
    'DELETE /api/me/:registration/encounters/:encounter/sharing',
    async () => stage.as('veikko', { encounter: stage.recall('encounter') }),
  ],
  [
    'DELETE /api/me/:registration/encounters/:encounter',
    async () => stage.as('veikko', { encounter: stage.recall('encounter') }),
  ],
  [
    'POST /api/evenings/:evening/marks-for',
    async () => ({
      browser: await stage.device('host'),
      params: stage.here,
      body: { owner: stage.guests.siiri.code, other: stage.guests.lauri.code, square: 4 },
      other: { owner: stage.guests.lauri.code, other: stage.guests.siiri.code, square: 4 },
    }),
  ],
  [
    'PUT /api/me/:registration/suggestions/wanted',
    async () => ({ ...stage.as('aino'), body: { wanted: false }, other: { wanted: true } }),
  ],
  [
    'PUT /api/me/:registration/suggestions/:person/dismissal',
    async () => {
      const { eveningId } = stage.room;
      const person = await stage.fixtures.registration(eveningId, { offers_may_be_told: true });
      return stage.as('aino', { person });
    },
  ],
  ['DELETE /api/me/:registration/suggestions/dismissals', async () => stage.as('aino')],
  [
    'POST /api/me/:registration/contact-mails',
    async () => {
      // Without an address there is nowhere to send it.
      const { id } = await stage.room.guest('association', { email: 'aino@example.org' });
      return {
        browser: await stage.fixtures.attendee(stage.room.eveningId, id),
        params: { registration: id },
      };
    },
  ],
  ['POST /api/me/:registration/contact-withdrawals', async () => stage.as('siiri')],
];
