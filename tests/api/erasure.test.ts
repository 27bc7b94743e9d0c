import { KeptMails } from '@hillo/server/platform/mail';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { MeetingsGround } from '../support/meetings-ground.js';
import { attendeeRoutes, fileAfterStepUp, stepUp } from '../support/step-up.js';

const MAIJA = {
  first_name: 'Maijastiina',
  last_name: 'Poistuvainen',
  email: 'maijastiina@example.org',
  phone: '0405550123',
  affiliation: 'Poistuvien yhdistys',
  offers: 'Tarjoan kuoronjohtoa',
  needs: 'Etsin säestäjää',
};
const TOLD = /maijastiina|poistuvai|0405550123|poistuvien|kuoronjohtoa|säestäjää|oma salainen huomio/i;

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
});
afterAll(() => application.close());
afterEach(async () => {
  await application.db.execute('DELETE FROM registrations');
});

async function erase(phone: Browser, id: string, headers?: Record<string, string>) {
  await stepUp(application, phone, attendeeRoutes(id), 'erasure');
  return phone.post(`/api/me/${id}/erasure`, {}, headers);
}

function one(sql: string, ...parameters: unknown[]) {
  return application.db.first(z.record(z.string(), z.unknown()), sql, parameters);
}

/** Rows of any table that hold one of these words; the mails that a server without SMTP keeps aside. */
async function rowsWith(words: RegExp): Promise<string[]> {
  const tables = await application.db.rows(
    z.object({ name: z.string() }),
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE' AND table_name <> 'kept_mails'`,
  );
  const texts: string[] = [];
  for (const { name } of tables)
    for (const { row } of await application.db.rows(
      z.object({ row: z.string() }),
      `SELECT t::text AS row FROM ${name} t`,
    ))
      if (words.test(row)) texts.push(`${name} ${row}`);
  return texts;
}

const mailsTo = async (address: string) => {
  await application.runJobs();
  return (await application.nest.get(KeptMails).list()).filter(({ to }) => to.address === address);
};

describe('before the evening', () => {
  let evening: string;
  let me: string;
  let phone: Browser;
  beforeEach(async () => {
    evening = await fixtures.evening(organisation, {
      capacity: 2,
      starts_at: '2026-12-20T15:00:00Z',
      ends_at: '2026-12-20T18:00:00Z',
    });
    me = await fixtures.registration(evening, MAIJA);
    phone = await fixtures.attendee(evening, me);
  });

  it('asks for a code first', async () => {
    const reply = await phone.post(`/api/me/${me}/erasure`);
    expect([reply.status, reply.body.code]).toEqual([403, 'step-up-needed']);
    expect((await phone.get(`/api/me/${me}`)).status).toBe(200);
  });

  it('takes the whole row, frees the seats of the party, lets the queue move up', async () => {
    const child = await fixtures.registration(evening, {
      first_name: 'Lapsi',
      kind: 'child',
      accompanies_id: me,
      plays: false,
    });
    const waiting = await fixtures.registration(evening, { state: 'waiting' });
    expect((await erase(phone, me)).status).toBe(204);
    expect(await one('SELECT id FROM registrations WHERE id = ANY($1)', [me, child])).toBeUndefined();
    expect(await one('SELECT state FROM registrations WHERE id = $1', waiting)).toEqual({
      state: 'confirmed',
    });
    expect((await phone.get(`/api/me/${me}`)).status).toBe(403);
    expect(await rowsWith(TOLD)).toEqual([]);
  });

  it('leaves a support person who has a page of their own, without a seat', async () => {
    const companion = { kind: 'support', accompanies_id: me, opened_at: application.clock.now() };
    const support = await fixtures.registration(evening, { first_name: 'Taika', ...companion });
    const theirs = await fixtures.attendee(evening, support);
    await erase(phone, me);
    const page = await theirs.get(`/api/me/${support}`);
    expect(page.body.registration).toMatchObject({ firstName: 'Taika', state: 'cancelled' });
    expect(await rowsWith(TOLD)).toEqual([]);
  });

  it('ends every device and link', async () => {
    const second = await fixtures.attendee(evening, me);
    const token = application.tokens.derive('personal', me, 1);
    await erase(phone, me);
    expect((await second.get(`/api/me/${me}`)).status).toBe(403);
    expect((await second.post('/api/session/attendee', { token })).body.code).toBe('link-not-valid');
  });

  it('is told by a last mail in the person’s language, whose address is then forgotten', async () => {
    await application.db.execute(
      `UPDATE registrations SET locale = 'sv', email = 'sista@example.org' WHERE id = $1`,
      [me],
    );
    await erase(phone, me);
    expect(await rowsWith(/sista@example/)).toEqual([]);
    const last = (await mailsTo('sista@example.org')).at(-1);
    expect(last?.subject).toMatch(/^Dina uppgifter har raderats/);
    expect(last?.calendar?.method).toBe('CANCEL');
    expect(last?.text).not.toMatch(/\/p\//);
    expect(await one('SELECT last_letter AS letter FROM erasures WHERE registration_id = $1', me)).toEqual({
      letter: null,
    });
  });

  it('happens once, of two at the same instant', async () => {
    await stepUp(application, phone, attendeeRoutes(me), 'erasure');
    const replies = await Promise.all([1, 2, 3].map(() => phone.post(`/api/me/${me}/erasure`)));
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await mailsTo(MAIJA.email)).not.toEqual([]);
    expect(await one('SELECT count(*)::int AS n FROM erasures WHERE registration_id = $1', me)).toEqual({
      n: 1,
    });
  });

  it('asks nobody without an address for a code', async () => {
    const walkIn = await fixtures.registration(evening, { email: null });
    const own = await fixtures.attendee(evening, walkIn);
    expect((await own.post(`/api/me/${walkIn}/erasure`)).status).toBe(204);
  });
});

describe('after meeting people', () => {
  it('leaves others their meeting with "a participant" and their own note, squares, counts and tickets', async () => {
    const evening = await fixtures.evening(organisation, { state: 'running' });
    const inAt = { checked_in_at: application.clock.now(), draw_opt_in: true };
    const me = await fixtures.registration(evening, { ...MAIJA, ...inAt });
    const other = await fixtures.registration(evening, { first_name: 'Veikko', ...inAt });
    const phone = await fixtures.attendee(evening, me);
    const theirs = await fixtures.attendee(evening, other);
    await new MeetingsGround(fixtures, evening).met(me, other, {
      a: { agreed: 'Oma salainen huomio', next_step: 'Soitan' },
      b: { agreed: 'Veikon muistiinpano' },
    });
    const { rows: before } = (await theirs.get(`/api/me/${other}/contacts`)).body;
    expect(before[0]).toMatchObject({ firstName: MAIJA.first_name, fields: { email: MAIJA.email } });

    expect((await erase(phone, me)).status).toBe(204);
    const { rows, holders } = (await theirs.get(`/api/me/${other}/contacts`)).body;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ firstName: '', affiliation: null, fields: {}, kept: false });
    expect(rows[0].ownNote.agreed).toBe('Veikon muistiinpano');
    expect(rows[0].otherNote.agreed).toBe('');
    expect(holders).toEqual([]);
    const met = (await theirs.get(`/api/me/${other}/encounters`)).body;
    expect(JSON.stringify(met)).not.toMatch(TOLD);
    const path = `/api/me/${other}/contact-files/csv`;
    const csv = await fileAfterStepUp(application, theirs, attendeeRoutes(other), path);
    expect(csv.body.toString('utf8')).toMatch(/Osallistuja.*Veikon muistiinpano/);
    expect(
      await one('SELECT draw_opt_in, checked_in_at IS NOT NULL AS came FROM registrations WHERE id = $1', me),
    ).toEqual({ draw_opt_in: false, came: true });
    expect(await rowsWith(TOLD)).toEqual([]);
  });

  it('leaves the list and proof of a draw, without knowing whose ticket it was', async () => {
    const evening = await fixtures.evening(organisation, { state: 'running' });
    const { browser: organiser } = await fixtures.member(organisation, ['organiser']);
    const people = [];
    for (const columns of [MAIJA, { first_name: 'Veikko' }]) {
      const id = await fixtures.registration(evening, { ...columns, draw_opt_in: true });
      const { browser: door } = await fixtures.device(evening, 'door');
      await door.post(`/api/evenings/${evening}/door/check-ins`, {
        who: { by: 'registration', id },
        admit: null,
      });
      people.push(id);
    }
    await application.db.execute('UPDATE cards SET ticket_since = $2 WHERE evening_id = $1', [
      evening,
      application.clock.now(),
    ]);
    await organiser.put(`/api/evenings/${evening}/prizes`, {
      prizes: [{ kind: 'visit' }, { kind: 'visit' }],
    });
    const { draws } = (await organiser.post(`/api/evenings/${evening}/draws`)).body;
    const base = `/api/evenings/${evening}/draws/${draws[0].id}`;
    await organiser.post(`${base}/freeze`);
    const [me = ''] = people;
    await application.db.execute(
      `INSERT INTO prize_handovers (draw_id, ticket, with_whom, handed_by, handed_at)
       SELECT draw_id, ticket, 'Kuopion kuoro', 'test', $2 FROM draw_tickets WHERE draw_id = $1`,
      [draws[0].id, application.clock.now()],
    );
    await erase(await fixtures.attendee(evening, me), me);
    const kept = 'SELECT with_whom AS kept FROM prize_handovers WHERE draw_id = $1 ORDER BY with_whom';
    expect(await application.db.rows(z.object({ kept: z.string() }), kept, [draws[0].id])).toEqual([
      { kept: '' },
      { kept: 'Kuopion kuoro' },
    ]);
    await organiser.post(`${base}/public-number`, { calls: ['4711', '0832', '9050'] });
    const revealed = await organiser.post(`${base}/reveal`);
    expect(revealed.status).toBe(200);
    const { winners, ticketCount, hasProof } = revealed.body.draws[0];
    expect([ticketCount, hasProof]).toEqual([2, true]);
    expect(winners.map(({ person }: { person: unknown }) => person === null).toSorted()).toEqual([
      false,
      true,
    ]);
    expect(await rowsWith(TOLD)).toEqual([]);
  });

  it('lets nobody fill in the emptied row again', async () => {
    const evening = await fixtures.evening(organisation, { state: 'running' });
    const me = await fixtures.registration(evening, { checked_in_at: application.clock.now(), email: null });
    const phone = await fixtures.attendee(evening, me);
    expect((await phone.post(`/api/me/${me}/erasure`)).status).toBe(204);
    // A request that was under way when the rights ended.
    const late = await fixtures.attendee(evening, me);
    expect((await late.patch(`/api/me/${me}`, { firstName: 'Uusi' })).status).toBe(404);
    expect((await late.post(`/api/me/${me}/email-changes`, { email: 'a@example.org' })).status).toBe(404);
    expect((await late.put(`/api/me/${me}/access-needs`, { text: 'x', consent: true })).status).toBe(404);
    expect((await late.post(`/api/me/${me}/erasure`)).status).toBe(404);
  });
});
