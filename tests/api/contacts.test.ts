import { newId } from '@hillo/server/platform/clock';
import { KeptMails } from '@hillo/server/platform/mail';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NOW, startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { associationRoutes, attendeeRoutes, fileAfterStepUp } from '../support/step-up.js';
import { MeetingsGround } from '../support/meetings-ground.js';
import { statementsOf } from '../support/statements.js';

let application: TestApplication;
let fixtures: Fixtures;
let ground: MeetingsGround;
let organiser: Browser;
let evening: string;
let aino: string;
let veikko: string;
let phone: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterAll(() => application.close());

beforeEach(async () => {
  application.clock.set(NOW);
  const organisation = await fixtures.organisation();
  evening = await fixtures.evening(organisation, { state: 'running' });
  ground = new MeetingsGround(fixtures, evening);
  organiser = (await fixtures.member(organisation, ['organiser'])).browser;
  aino = await fixtures.registration(evening, { first_name: 'Aino', email: 'aino@example.org' });
  veikko = await fixtures.registration(evening, {
    first_name: 'Veikko',
    last_name: 'Esimerkki',
    email: 'veikko@example.org',
    phone: '0401234567',
    affiliation: 'Esimerkin kunta',
  });
  phone = await fixtures.attendee(evening, aino);
});

const sheetOf = async (browser: Browser, id: string) => (await browser.get(`/api/me/${id}/contacts`)).body;
const csvOf = async (browser: Browser, id: string) =>
  (
    await fileAfterStepUp(application, browser, attendeeRoutes(id), `/api/me/${id}/contact-files/csv`)
  ).body.toString('utf8');

const keptMails = () => application.nest.get(KeptMails).list();

async function nightly(task: string): Promise<void> {
  await application.transactions.run((db) => db.enqueue(task, {}));
  await application.runJobs();
}

describe('the contact sheet', () => {
  it('shows both notes, the date and what both agreed to share', async () => {
    await ground.met(aino, veikko, {
      a: { agreed: 'Kahvit ensi viikolla' },
      b: { next_step: 'Soitan', next_date: '2026-12-03', owner: 'writer', shared_fields: ['phone'] },
    });
    const { rows, me, holders } = await sheetOf(phone, aino);
    expect(me).toEqual({ firstName: 'Aino', hasAddress: true });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      firstName: 'Veikko',
      affiliation: 'Esimerkin kunta',
      fields: { phone: '0401234567' },
      kept: true,
      ownNote: { agreed: 'Kahvit ensi viikolla' },
      nextStep: { text: 'Soitan', date: '2026-12-03', owner: 'other', from: 'other' },
    });
    expect(holders).toMatchObject([{ firstName: 'Veikko', fields: ['email'], withAssociation: false }]);
  });

  it('shows first name and affiliation alone until both have said yes', async () => {
    await ground.met(aino, veikko, { a: { shared_fields: null, sharing_audience: null } });
    const mine = JSON.stringify(await sheetOf(phone, aino));
    expect(mine).not.toMatch(/veikko@|0401234567/);
    const theirs = JSON.stringify(await sheetOf(await fixtures.attendee(evening, veikko), veikko));
    expect(theirs).not.toContain('aino@');
  });

  it('is nobody else’s: not the other’s, not an organiser’s', async () => {
    await ground.met(aino, veikko);
    const path = `/api/me/${aino}/contacts`;
    expect((await (await fixtures.attendee(evening, veikko)).get(path)).status).toBe(403);
    expect((await organiser.get(path)).status).toBe(403);
    expect((await new Browser(application).get(path)).status).toBe(401);
  });

  it('asks the database as often for forty contacts as for one', async () => {
    const read = async () =>
      (await statementsOf(() => phone.get(`/api/me/${aino}/contacts`))).statements.length;
    await ground.met(aino, veikko);
    const forOne = await read();
    for (let n = 0; n < 39; n += 1) await ground.met(aino, await fixtures.registration(evening));
    expect(await read()).toBe(forOne);
  });
});

describe('a yes taken back', () => {
  it('is missing in the other’s next export, whatever the standing choice says', async () => {
    await ground.met(aino, veikko, { b: { shared_fields: null } });
    await application.db.execute(
      `UPDATE registrations SET shares_with_everyone = true, share_fields = '{email,phone}' WHERE id = $1`,
      [veikko],
    );
    expect(await csvOf(phone, aino)).toContain('veikko@example.org');
    const other = await fixtures.attendee(evening, veikko);
    const answer = await other.post(`/api/me/${veikko}/contact-withdrawals`);
    expect(answer.body.holders).toEqual([]);
    const after = await csvOf(phone, aino);
    expect(after).toContain('Veikko');
    expect(after).not.toMatch(/veikko@|0401234567/);
  });
});

describe('mail', () => {
  it('brings the own sheet as files, once for one press', async () => {
    await ground.met(aino, veikko);
    const headers = { 'idempotency-key': newId() };
    for (let press = 0; press < 2; press += 1)
      expect((await phone.post(`/api/me/${aino}/contact-mails`, undefined, headers)).status).toBe(202);
    await application.runJobs();
    const mails = (await keptMails()).filter(
      ({ to, attachments = [] }) => to.address === 'aino@example.org' && attachments.length > 0,
    );
    expect(mails).toHaveLength(1);
    const types = mails[0]?.attachments?.map(({ contentType }) => contentType.split(';')[0]);
    expect(types).toEqual([
      'application/pdf',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/vcard',
    ]);
  });

  it('says that there is no address to send to', async () => {
    const nameless = await fixtures.registration(evening, { email: null });
    const answer = await (
      await fixtures.attendee(evening, nameless)
    ).post(`/api/me/${nameless}/contact-mails`);
    expect(answer.body.code).toBe('no-own-address');
  });

  it('goes once at the close to everyone with encounters and to nobody else', async () => {
    await fixtures.registration(evening, { email: 'yksin@example.org' });
    const third = await fixtures.registration(evening, { email: 'kolmas@example.org' });
    await ground.met(aino, veikko);
    await ground.met(aino, third);
    await organiser.post(`/api/evenings/${evening}/close`);
    await application.runJobs();
    const mails = await keptMails();
    const to = mails
      .filter(({ messageId }) => messageId.startsWith('sheet-ready-'))
      .map((mail) => mail.to.address);
    const here = to.filter((address) => /^(aino|veikko|kolmas|yksin)@/.test(address)).toSorted();
    expect(here).toEqual(['aino@example.org', 'kolmas@example.org', 'veikko@example.org']);
  });
});

describe('an association’s view (product rule 15)', () => {
  const VIEWS = () => `/api/evenings/${evening}/association-views`;

  /** Opens a view and enters it with the mailed link; a browser of the association. */
  async function enter(affiliation: string, email: string): Promise<Browser> {
    expect((await organiser.post(VIEWS(), { affiliation, email })).status).toBe(201);
    await application.runJobs();
    const mail = (await keptMails()).find(({ to }) => to.address === email);
    const token = /\/v\/([A-Z2-7]{26})/.exec(mail?.text ?? '')?.[1];
    const browser = new Browser(application);
    expect((await browser.post('/api/session/association', { token })).body).toEqual({ eveningId: evening });
    return browser;
  }

  it('shows only who ticked it, and fields only where the sharing text said so', async () => {
    const silent = await fixtures.registration(evening, { first_name: 'Hilja' });
    await application.db.execute('UPDATE registrations SET association_may_see = true WHERE id = $1', [aino]);
    const saidSo = await fixtures.registration(evening, {
      email: 'lupa@example.org',
      affiliation: 'Seurakunta',
    });
    await ground.met(aino, veikko, { b: { agreed: 'Veikon muistiinpano' } });
    await ground.met(aino, saidSo, { b: { sharing_audience: 'person-and-association', agreed: 'Tila' } });
    await ground.met(silent, veikko, { b: { sharing_audience: 'person-and-association' } });
    const browser = await enter('  esimerkkiyhdistys RY ', 'hallitus@example.org');
    const view = (await browser.get(`/api/evenings/${evening}/association-contacts`)).body;
    expect(view.collectors.map(({ firstName }: { firstName: string }) => firstName)).toEqual(['Aino']);
    expect(view.collectors[0].rows).toHaveLength(2);
    const text = JSON.stringify(view);
    expect(text).toContain('lupa@example.org');
    expect(text).not.toMatch(/veikko@|0401234567|Veikon muistiinpano|Hilja/);
    const path = `/api/evenings/${evening}/association-contact-files/csv`;
    const csv = await fileAfterStepUp(application, browser, associationRoutes(evening), path);
    expect(csv.body.toString('utf8')).toContain('lupa@example.org');
    const { exports } = (await organiser.get(VIEWS())).body;
    expect(exports).toMatchObject([{ by: 'association', format: 'csv', rows: 2 }]);
  });

  it('is not opened for an association of which nobody ticked it', async () => {
    const answer = await organiser.post(VIEWS(), {
      affiliation: 'Esimerkkiyhdistys ry',
      email: 'x@example.org',
    });
    expect(answer.body.code).toBe('association-unknown');
    const { affiliations } = (await organiser.get(VIEWS())).body;
    expect(affiliations).toContainEqual({ name: 'Esimerkkiyhdistys ry', attendees: 1, allowing: 0 });
  });

  it('ends when the organiser closes it: the link and the session', async () => {
    await application.db.execute('UPDATE registrations SET association_may_see = true WHERE id = $1', [aino]);
    const browser = await enter('Esimerkkiyhdistys ry', 'toimisto@example.org');
    const { views } = (await organiser.get(VIEWS())).body;
    const closed = await organiser.delete(`${VIEWS()}/${views[0].id}`);
    expect(closed.body.views[0].revokedAt).not.toBeNull();
    expect((await browser.get(`/api/evenings/${evening}/association-contacts`)).status).toBe(403);
    const mail = (await keptMails()).find(({ to }) => to.address === 'toimisto@example.org');
    const token = /\/v\/([A-Z2-7]{26})/.exec(mail?.text ?? '')?.[1];
    const late = await new Browser(application).post('/api/session/association', { token });
    expect(late.body.code).toBe('link-not-valid');
    expect((await organiser.delete(`${VIEWS()}/${newId()}`)).status).toBe(404);
  });

  it('ends by itself after its time', async () => {
    await application.db.execute('UPDATE registrations SET association_may_see = true WHERE id = $1', [aino]);
    const browser = await enter('Esimerkkiyhdistys ry', 'sihteeri@example.org');
    await application.db.execute(`UPDATE association_views SET expires_at = '2026-11-26T11:00:00Z'`);
    expect((await browser.get(`/api/evenings/${evening}/association-contacts`)).status).toBe(404);
  });
});

describe('the night', () => {
  it('removes encounters after 30 days except those both wanted kept, and those after 12 months', async () => {
    const third = await fixtures.registration(evening);
    const kept = await ground.met(aino, veikko);
    await ground.met(aino, third, { b: { shared_fields: null } });
    const idsAt = async (instant: string) => {
      application.clock.set(instant);
      await nightly('purge-contacts');
      application.clock.set(NOW);
      const { rows } = await sheetOf(phone, aino);
      return rows.map(({ encounterId }: { encounterId: string }) => encounterId);
    };
    expect(await idsAt('2026-12-26T17:00:00Z')).toHaveLength(2);
    expect(await idsAt('2026-12-26T19:00:00Z')).toEqual([kept]);
    expect(await idsAt('2026-12-27T19:00:00Z')).toEqual([kept]);
    expect(await idsAt('2027-11-26T19:00:00Z')).toEqual([]);
  });

  it('keeps what was shared when the registration is emptied, and lets go the night after a withdrawal', async () => {
    await ground.met(aino, veikko, { b: { shared_fields: ['phone'] } });
    application.clock.set('2027-01-05T00:00:00Z');
    await nightly('purge-contacts');
    await application.db.execute(
      `UPDATE registrations SET first_name = '', last_name = '', email = NULL, phone = NULL, affiliation = '' WHERE id = $1`,
      [veikko],
    );
    application.clock.set(NOW);
    const [row] = (await sheetOf(phone, aino)).rows;
    expect(row).toMatchObject({
      firstName: 'Veikko',
      affiliation: 'Esimerkin kunta',
      fields: { phone: '0401234567' },
    });
    expect(JSON.stringify(row)).not.toContain('veikko@');
    await phone.post(`/api/me/${aino}/contact-withdrawals`);
    application.clock.set('2027-01-06T00:00:00Z');
    await nightly('purge-contacts');
    application.clock.set(NOW);
    expect((await sheetOf(phone, aino)).rows).toEqual([]);
  });
});
