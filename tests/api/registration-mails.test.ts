import { EveningListeners, Evenings } from '@hillo/server/modules/evenings';
import { Jobs } from '@hillo/server/platform/jobs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NOW, startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { registrationForm } from '../support/registration-form.js';

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let serial = 0;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
});
afterAll(() => application.close());
beforeEach(() => application.clock.set(NOW));

async function evening(columns: Readonly<Record<string, unknown>> = {}) {
  const slug = `viestit-${++serial}`;
  const id = await fixtures.evening(organisation, {
    slug,
    starts_at: '2026-11-30T15:00:00Z',
    ends_at: '2026-11-30T18:00:00Z',
    ...columns,
  });
  const path = `/api/public/evenings/${slug}`;
  const register = (form = {}) =>
    new Browser(application).post(`${path}/registrations`, registrationForm(form));
  return { id, slug, path, register };
}

const mailRow = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  messageId: z.string(),
  language: z.string(),
  calendar: z.object({ method: z.string(), content: z.string() }).optional(),
});

/** Mails to an address, oldest first, after every due job has run. */
async function mailsTo(address: string) {
  await application.runJobs();
  const rows = await application.db.rows(
    z.object({ mail: mailRow }),
    `SELECT mail FROM kept_mails WHERE mail->'to'->>'address' = $1 ORDER BY kept_at, message_id`,
    [address],
  );
  return rows.map(({ mail }) => mail);
}

function calendarOf(mail: { calendar?: { content: string } | undefined }): string {
  return Buffer.from(mail.calendar?.content ?? '', 'base64').toString('utf8');
}

describe('mails about one registration', () => {
  it('confirm with the own page apart from the page to share, and a calendar entry', async () => {
    const { slug, register } = await evening();
    const { body } = await register({ email: 'vahvistus@example.org', locale: 'en' });
    const [mail] = await mailsTo('vahvistus@example.org');
    expect(mail?.language).toBe('en');
    expect(mail?.text).toContain(body.personalLink);
    expect(mail?.text).toContain(`http://hillo.test/e/${slug}`);
    const shared = mail?.text.split('\n\n').find((part) => part.includes(`/e/${slug}`));
    expect(shared).not.toContain('/p/');
    expect(calendarOf(mail ?? {})).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:0/);
    expect(JSON.stringify(mail)).not.toContain('mail.registration');
  });

  it('tell of the queue, of the seat, and of the cancellation with METHOD:CANCEL', async () => {
    const { id, register } = await evening({ capacity: 1 });
    const seated = await register({ email: 'eka@example.org' });
    await register({ email: 'toka@example.org' });
    const phone = await fixtures.attendee(id, seated.body.id);
    await phone.post(`/api/me/${seated.body.id}/cancellation`);
    const cancelled = (await mailsTo('eka@example.org')).find((mail) => mail.calendar?.method === 'CANCEL');
    expect(calendarOf(cancelled ?? {})).toContain('STATUS:CANCELLED');
    const subjects = (await mailsTo('toka@example.org')).map((mail) => mail.subject);
    // The registration had moved on when the jobs ran, so the mail of the queue was no longer true.
    expect(subjects).toEqual([expect.stringContaining('Sait paikan')]);
  });

  it('send all links of an address in one mail, and nothing to an unknown one', async () => {
    const { path, register } = await evening();
    const people = [
      await register({ email: 'info@yhdistys.example', firstName: 'Aino' }),
      await register({ email: 'info@yhdistys.example', firstName: 'Eino' }),
    ];
    const before = (await mailsTo('info@yhdistys.example')).length;
    await new Browser(application).post(`${path}/link-requests`, { email: 'Info@Yhdistys.example' });
    await new Browser(application).post(`${path}/link-requests`, { email: 'muu@yhdistys.example' });
    const mails = await mailsTo('info@yhdistys.example');
    expect(mails).toHaveLength(before + 1);
    const again = mails.find((mail) => mail.messageId.startsWith('links-'));
    for (const { body } of people) expect(again?.text).toContain(body.personalLink);
    expect(await mailsTo('muu@yhdistys.example')).toEqual([]);
  });

  it('tell when access needs cannot be arranged, with the access host’s own words', async () => {
    const { id, register } = await evening();
    const { body } = await register({
      email: 'tarve@example.org',
      accessNeeds: 'Viittomakielen tulkki',
      consents: ['privacy-notice', 'access-needs'],
    });
    const { browser } = await fixtures.member(organisation, ['access-host']);
    const task = `/api/evenings/${id}/access-needs/${body.id}`;
    await browser.put(task, { state: 'not-possible', words: 'Tulkki on varattu, etäyhteys onnistuu.' });
    const mail = (await mailsTo('tarve@example.org')).find(({ messageId }) =>
      messageId.startsWith('not-possible'),
    );
    expect(mail?.text).toContain('etäyhteys onnistuu');
    expect(mail?.text).not.toContain('Viittomakielen');
    const tasks = await browser.get(`/api/evenings/${id}/access-needs`);
    expect(tasks.body.tasks[0].toldAt).not.toBeNull();
  });
});

describe('mails to everybody', () => {
  it('tell of a changed time once, with the difference and a higher SEQUENCE', async () => {
    const { id, register } = await evening({ capacity: 1 });
    await register({ email: 'muutos1@example.org' });
    await register({ email: 'muutos2@example.org' });
    await application.runJobs();
    const { browser } = await fixtures.member(organisation, ['organiser']);
    const changed = await browser.patch(`/api/evenings/${id}`, {
      time: { startsAt: { wall: '2026-11-30T18:00' }, endsAt: { wall: '2026-11-30T21:00' } },
      tell: { confirmed: true, mailAdditions: false, words: 'Sali vaihtui pidempään vuoroon.' },
    });
    expect(changed.status).toBe(200);
    const [seated, waiting] = [await mailsTo('muutos1@example.org'), await mailsTo('muutos2@example.org')];
    const notice = seated.filter((mail) => mail.messageId.startsWith('notice-'));
    expect(notice).toHaveLength(1);
    expect(notice[0]?.text).toContain('Sali vaihtui');
    expect(notice[0]?.text).toMatch(/17[.:]00/);
    expect(notice[0]?.text).toMatch(/18[.:]00/);
    expect(calendarOf(notice[0] ?? {})).toContain('SEQUENCE:1');
    expect(waiting.filter((mail) => mail.messageId.startsWith('notice-'))).toHaveLength(1);
    await application.runJobs();
    expect(await mailsTo('muutos1@example.org')).toHaveLength(seated.length);
  });

  it('tell of the cancellation and remind the day before those who have a seat', async () => {
    const { id, register } = await evening({ capacity: 1 });
    await register({ email: 'loppu1@example.org' });
    await register({ email: 'loppu2@example.org' });
    await application.runJobs();
    const evenings = application.nest.get(Evenings);
    await application.transactions.run(async (db) => {
      const locked = await evenings.lock(db, id);
      if (locked) await application.nest.get(EveningListeners).tell(db, 'dayBefore', locked);
    });
    expect((await mailsTo('loppu1@example.org')).map((mail) => mail.subject)).toContainEqual(
      expect.stringContaining('Huomenna'),
    );
    expect((await mailsTo('loppu2@example.org')).map((mail) => mail.subject)).not.toContainEqual(
      expect.stringContaining('Huomenna'),
    );
    const { browser } = await fixtures.member(organisation, ['organiser']);
    await browser.post(`/api/evenings/${id}/cancel`, { words: 'Järjestäjä sairastui.' });
    for (const address of ['loppu1@example.org', 'loppu2@example.org'])
      expect((await mailsTo(address)).filter((mail) => mail.subject.startsWith('Peruttu'))).toHaveLength(1);
  });
});

describe('the nightly removal (quality.md section 5)', () => {
  const purge = async (at: string) => {
    application.clock.set(at);
    await application.db.execute(`SELECT graphile_worker.add_job('purge-registrations')`);
    await application.nest.get(Jobs).runDue();
  };
  const count = (sql: string, id: string) => application.db.execute(sql, [id]);

  it('takes each group when its time is over, and nothing before', async () => {
    const { id } = await evening();
    const opened = { opened_at: NOW };
    const came = await fixtures.registration(id, {
      ...opened,
      checked_in_at: NOW,
      email: 'poistuu@example.org',
    });
    await fixtures.registration(id, { first_name: 'Avaamatta' });
    await fixtures.registration(id, { ...opened, state: 'waiting' });
    const phone = await fixtures.attendee(id, came);
    await phone.put(`/api/me/${came}/access-needs`, { text: 'Induktiosilmukka', consent: true });
    const needs =
      'SELECT 1 FROM access_needs n JOIN registrations r ON r.id = n.registration_id WHERE evening_id = $1';
    const people = 'SELECT 1 FROM registrations WHERE evening_id = $1';
    const named = `${people} AND first_name <> ''`;

    await purge('2026-12-07T17:59:00Z');
    expect([await count(needs, id), await count(named, id)]).toEqual([1, 3]);
    await purge('2026-12-07T18:00:00Z');
    expect([await count(needs, id), await count(named, id)]).toEqual([0, 1]);
    await purge('2027-02-28T17:59:00Z');
    expect(await count(named, id)).toBe(1);
    await purge('2027-02-28T18:00:00Z');
    await purge('2027-02-28T18:00:00Z');
    expect([await count(named, id), await count(people, id)]).toEqual([0, 1]);
    const traces = await count(
      `${people} AND (email IS NOT NULL OR affiliation <> '' OR search_key <> '' OR last_name <> '')`,
      id,
    );
    expect(traces).toBe(0);
  });

  it('cuts the own link last, when kept contacts are gone too', async () => {
    const { id } = await evening();
    const registration = await fixtures.registration(id, { opened_at: NOW });
    const token = application.tokens.derive('personal', registration, 1);
    const open = () => new Browser(application).post('/api/session/attendee', { token });
    await purge('2027-03-01T00:00:00Z');
    expect((await open()).status).toBe(200);
    await purge('2027-11-30T18:00:00Z');
    expect((await open()).body.code).toBe('link-not-valid');
  });
});
