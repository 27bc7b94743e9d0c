import { registrationForm } from '../registration-form.js';
import type { Stage, Step } from './stage.js';

/** Registering, and what is changed about it. */
export const comingSteps = (stage: Stage): readonly Step[] => [
  [
    'POST /api/public/evenings/:slug/registrations',
    async () => ({
      browser: await stage.member('organiser'),
      params: { slug: `ilta-${stage.room.eveningId}` },
      body: registrationForm(),
      other: registrationForm({ firstName: 'Eino' }),
    }),
  ],
  [
    'POST /api/evenings/:evening/registrations',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.here,
      body: { ...registrationForm({ firstName: 'Helmi' }), agreedHow: 'Puhelimessa' },
      other: { ...registrationForm({ firstName: 'Kerttu' }), agreedHow: 'Puhelimessa' },
    }),
  ],
  [
    'PATCH /api/evenings/:evening/registrations/:registration',
    async () => ({
      browser: await stage.member('organiser'),
      params: { ...stage.here, ...(await stage.newcomer()).params },
      body: { firstName: 'Olavi', agreedHow: 'Puhelimessa' },
      other: { firstName: 'Ilmari', agreedHow: 'Puhelimessa' },
    }),
  ],
  [
    'POST /api/evenings/:evening/registrations/:registration/moves',
    async () => ({
      browser: await stage.member('organiser'),
      params: { ...stage.here, ...(await stage.newcomer()).params },
      body: { move: 'cancel' },
      other: { move: 'move-to-waitlist' },
    }),
  ],
  [
    'PATCH /api/me/:registration',
    async () => ({
      ...(await stage.newcomer()),
      body: { offers: 'Tilaa' },
      other: { offers: 'Aikaa' },
    }),
  ],
  [
    'POST /api/me/:registration/companions',
    async () => ({
      ...stage.as('lauri'),
      body: { kind: 'support', firstName: 'Eero', lastName: 'Esimerkki' },
      other: { kind: 'support', firstName: 'Anni', lastName: 'Esimerkki' },
      told: stage.keep('companion', (body) => body.companions[0].id),
    }),
  ],
  [
    'DELETE /api/me/:registration/companions/:companion',
    async () => stage.as('lauri', { companion: stage.recall('companion') }),
  ],
  [
    'PUT /api/me/:registration/access-needs',
    async () => ({
      ...stage.as('siiri'),
      body: { text: 'Induktiosilmukka', consent: true },
      other: { text: 'Esteetön kulku', consent: true },
    }),
  ],
  [
    'POST /api/evenings/:evening/access-needs/:registration/readings',
    async () => ({
      browser: await stage.member('access-host'),
      params: { ...stage.here, registration: stage.guests.siiri.id },
    }),
  ],
  [
    'PUT /api/evenings/:evening/access-needs/:registration',
    async () => ({
      browser: await stage.member('access-host'),
      params: { ...stage.here, registration: stage.guests.siiri.id },
      body: { state: 'arranged' },
      other: { state: 'open' },
    }),
  ],
  ['DELETE /api/me/:registration/access-needs', async () => stage.as('siiri')],
  ['POST /api/me/:registration/personal-link', async () => stage.newcomer()],
  [
    'POST /api/me/:registration/email-changes',
    async () => ({
      ...(await stage.newcomer()),
      body: { email: 'uusi@example.org' },
      other: { email: 'toinen@example.org' },
    }),
  ],
  ['POST /api/me/:registration/cancellation', async () => stage.newcomer()],
  ['POST /api/me/:registration/erasure', async () => stage.newcomer()],
];
