import { CONSENT_TEXT_VERSION } from '@hillo/domain/registration';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { NOW, operationId, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

const consentRow = z.object({
  kind: z.string(),
  given: z.boolean(),
  textVersion: z.string(),
  channel: z.string(),
  at: z.date().transform((at) => at.toISOString()),
});

let application: TestApplication;
let fixtures: Fixtures;
let evening: string;
let door: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterAll(() => application.close());

beforeEach(async () => {
  application.clock.set(NOW);
  evening = await fixtures.evening(await fixtures.organisation(), { state: 'running' });
  ({ browser: door } = await fixtures.device(evening, 'door'));
});

function consentsOf(registration: string) {
  return application.db.rows(
    consentRow,
    `SELECT kind, given, text_version AS "textVersion", channel, decided_at AS at
     FROM consents WHERE registration_id = $1 ORDER BY decided_at, id`,
    [registration],
  );
}

async function walkIn(drawOptIn: boolean, key = operationId()): Promise<string> {
  const body = { firstName: 'Ville', sector: 'resident', drawOptIn };
  const reply = await door.post(`/api/evenings/${evening}/door/walk-ins`, body, { 'idempotency-key': key });
  expect(reply.status).toBe(201);
  return reply.body.person.id;
}

const YES = {
  kind: 'draw',
  given: true,
  textVersion: CONSENT_TEXT_VERSION,
  channel: 'door',
  at: '2026-11-26T12:00:00.000Z',
};

it('a yes to the draw at the door is kept once: of what text, when and how', async () => {
  const key = operationId();
  const id = await walkIn(true, key);
  expect(await walkIn(true, key)).toBe(id);
  expect(await consentsOf(id)).toEqual([YES]);
});

it('no yes leaves no consent', async () => {
  expect(await consentsOf(await walkIn(false))).toEqual([]);
});

it('taken back on the own page, the yes stays as a record beside the no; the same again adds nothing', async () => {
  const id = await walkIn(true);
  const phone = await fixtures.attendee(evening, id);
  application.clock.advance(60_000);
  for (let turn = 0; turn < 2; turn += 1)
    expect((await phone.patch(`/api/me/${id}`, { drawOptIn: false })).status).toBe(200);
  const no = { ...YES, given: false, channel: 'own-page', at: '2026-11-26T12:01:00.000Z' };
  expect(await consentsOf(id)).toEqual([YES, no]);
  application.clock.advance(60_000);
  await phone.patch(`/api/me/${id}`, { drawOptIn: true });
  expect(await consentsOf(id)).toEqual([YES, no, { ...no, given: true, at: '2026-11-26T12:02:00.000Z' }]);
});

it('a support person who will not play after all takes the yes back with it, and cannot give one', async () => {
  const person = await fixtures.registration(evening);
  const id = await fixtures.registration(evening, {
    kind: 'support',
    accompanies_id: person,
    plays: true,
    draw_opt_in: true,
    email: null,
    email_key: null,
  });
  const phone = await fixtures.attendee(evening, id);
  expect((await phone.patch(`/api/me/${id}`, { plays: false })).status).toBe(200);
  expect((await phone.patch(`/api/me/${id}`, { drawOptIn: true })).status).toBe(200);
  expect(await consentsOf(id)).toEqual([{ ...YES, given: false, channel: 'own-page' }]);
});

it('the form’s yes says that it came by the form', async () => {
  await application.db.execute(`UPDATE evenings SET state = 'published' WHERE id = $1`, [evening]);
  const reply = await door.post(`/api/public/evenings/ilta-${evening}/registrations`, {
    firstName: 'Maija',
    lastName: 'Esimerkki',
    email: 'maija@example.org',
    sector: 'resident',
    consents: ['privacy-notice', 'draw'],
    textVersion: CONSENT_TEXT_VERSION,
    locale: 'fi',
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  const rows = await application.db.rows(
    z.object({ kind: z.string(), channel: z.string() }),
    `SELECT c.kind, c.channel FROM consents c JOIN registrations r ON r.id = c.registration_id
     WHERE r.evening_id = $1 ORDER BY c.kind`,
    [evening],
  );
  expect(rows).toEqual([
    { kind: 'draw', channel: 'form' },
    { kind: 'privacy-notice', channel: 'form' },
  ]);
});
