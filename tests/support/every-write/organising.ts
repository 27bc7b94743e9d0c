import { newId } from '@hillo/server/platform/clock';
import type { Stage, Step } from './stage.js';

const TONIGHT = { startsAt: { wall: '2026-11-26T18:00' }, endsAt: { wall: '2026-11-26T20:00' } };
const VENUE = { name: 'Kylätalo', address: 'Esimerkkitie 1' };

/** Their id among the members. */
async function newHelper(stage: Stage): Promise<string> {
  const { organisationId } = stage.room;
  const { accountId } = await stage.fixtures.member(organisationId, ['helper']);
  const organiser = await stage.member('organiser');
  const { members } = (await organiser.get(`/api/organisations/${organisationId}/members`)).body;
  return members.find(({ email }: { email: string }) => email === `member-${accountId}@example.org`).id;
}

/** Everything that an organiser does before anybody comes. */
export const organisingSteps = (stage: Stage): readonly Step[] => [
  [
    'POST /api/organisations/:organisation/invitations',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.own,
      body: { email: 'uusi@example.org', roles: ['helper'] },
      other: { email: 'toinen@example.org', roles: ['helper'] },
      told: stage.keep('invitation', (body) => body.invitations[0].id),
    }),
  ],
  [
    'DELETE /api/organisations/:organisation/invitations/:invitation',
    async () => ({
      browser: await stage.member('organiser'),
      params: { ...stage.own, invitation: stage.recall('invitation') },
    }),
  ],
  [
    'PATCH /api/organisations/:organisation/members/:member',
    async () => ({
      browser: await stage.member('organiser'),
      params: { ...stage.own, member: await newHelper(stage) },
      body: { roles: ['access-host'] },
      other: { roles: ['helper'] },
    }),
  ],
  [
    'DELETE /api/organisations/:organisation/members/:member',
    async () => ({
      browser: await stage.member('organiser'),
      params: { ...stage.own, member: await newHelper(stage) },
    }),
  ],
  [
    'DELETE /api/account/passkeys/:passkey',
    async () => {
      const { accountId, browser } = await stage.fixtures.member(stage.room.organisationId, ['organiser']);
      const id = newId();
      await stage.fixtures.insert('passkeys', {
        id,
        account_id: accountId,
        credential_id: id,
        public_key: Buffer.from('x'),
        counter: 0,
        transports: [],
        label: 'Puhelin',
        created_at: stage.application.clock.now(),
      });
      return { browser, params: { passkey: id } };
    },
  ],
  [
    'POST /api/organisations/:organisation/affiliations',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.own,
      body: { name: 'Esimerkin marttayhdistys', sector: 'association' },
      other: { name: 'Esimerkin kyläyhdistys', sector: 'association' },
      told: stage.keep('affiliation', (body) => body.id),
    }),
  ],
  [
    'PATCH /api/organisations/:organisation/affiliations/:affiliation',
    async () => ({
      browser: await stage.member('organiser'),
      params: { ...stage.own, affiliation: stage.recall('affiliation') },
      body: { municipality: 'Järvenpää' },
      other: { municipality: 'Tuusula' },
    }),
  ],
  [
    'POST /api/organisations/:organisation/affiliations/import',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.own,
      body: { lines: ['Esimerkin nuorisoseura;association;'] },
      other: { lines: ['Esimerkin kuoro;association;'] },
    }),
  ],
  [
    'POST /api/organisations/:organisation/evenings',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.own,
      body: { theme: { text: 'Lapset ja perheet' }, ...TONIGHT, venue: VENUE },
      other: { theme: { text: 'Ikääntyneet' }, ...TONIGHT, venue: VENUE },
      told: stage.keep('draft', (body) => body.id),
    }),
  ],
  [
    'PATCH /api/evenings/:evening',
    async () => ({
      browser: await stage.member('organiser'),
      params: { evening: stage.recall('draft') },
      body: { venue: { name: 'Koulu', address: '' } },
      other: { venue: { name: 'Kirjasto', address: '' } },
    }),
  ],
  [
    'PUT /api/evenings/:evening/programme',
    async () => ({
      browser: await stage.member('organiser'),
      params: { evening: stage.recall('draft') },
      body: {
        blocks: [
          { id: newId(), kind: 'talk', title: 'Avaus', startsAt: null, endsAt: null, confirmed: false },
        ],
      },
      other: { blocks: [] },
    }),
  ],
  [
    'PUT /api/evenings/:evening/prompts',
    async () => {
      const browser = await stage.member('organiser');
      const { prompts } = (await browser.get(`/api/evenings/${stage.recall('draft')}/prompts`)).body;
      return {
        browser,
        params: { evening: stage.recall('draft') },
        body: { prompts },
        other: { prompts: prompts.toReversed() },
      };
    },
  ],
  [
    'POST /api/evenings/:evening/publish',
    async () => ({
      browser: await stage.member('organiser'),
      params: { evening: stage.recall('draft') },
    }),
  ],
  [
    'POST /api/evenings/:evening/copies',
    async () => ({
      browser: await stage.member('organiser'),
      params: { evening: stage.recall('draft') },
      body: { startsAt: { wall: '2026-12-03T18:00' }, parts: ['frame'] },
      other: { startsAt: { wall: '2026-12-10T18:00' }, parts: ['frame'] },
    }),
  ],
  [
    'POST /api/evenings/:evening/cancel',
    async () => ({
      browser: await stage.member('organiser'),
      params: { evening: stage.recall('draft') },
      body: { words: 'Sairastuimme' },
      other: { words: 'Myrsky' },
    }),
  ],
  [
    'POST /api/evenings/:evening/crew-links',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.here,
      body: { role: 'door' },
      other: { role: 'host' },
    }),
  ],
  [
    'DELETE /api/evenings/:evening/crew-devices/:device',
    async () => ({
      browser: await stage.member('organiser'),
      params: { ...stage.here, device: (await stage.fixtures.device(stage.room.eveningId, 'door')).deviceId },
    }),
  ],
  [
    'POST /api/evenings/:evening/association-views',
    async () => ({
      browser: await stage.member('organiser'),
      params: stage.here,
      body: { affiliation: 'Esimerkkiyhdistys ry', email: 'hallitus@example.org' },
      other: { affiliation: 'Esimerkkiyhdistys ry', email: 'sihteeri@example.org' },
    }),
  ],
  [
    'DELETE /api/evenings/:evening/association-views/:view',
    async () => ({
      browser: await stage.member('organiser'),
      params: { ...stage.here, view: await stage.fixtures.associationView(stage.room.eveningId) },
    }),
  ],
];
