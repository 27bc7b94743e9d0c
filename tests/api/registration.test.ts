import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { HOSTILE_TEXTS } from '../support/hostile-text.js';
import { registrationForm } from '../support/registration-form.js';
import { statementsOf } from '../support/statements.js';

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
});
afterAll(() => application.close());

/** A published evening of its own, two days ahead, so that promotion still happens by itself. */
async function evening(columns: Readonly<Record<string, unknown>> = {}) {
  const slug = `ilmoittautuminen-${Math.random().toString(36).slice(2)}`;
  const id = await fixtures.evening(organisation, {
    slug,
    starts_at: '2026-11-30T15:00:00Z',
    ends_at: '2026-11-30T18:00:00Z',
    ...columns,
  });
  const path = `/api/public/evenings/${slug}/registrations`;
  return { id, slug, register: (form = {}) => new Browser(application).post(path, registrationForm(form)) };
}

function tokenOf(link: string): string {
  return link.split('/p/')[1] ?? '';
}

async function continueAs(link: string): Promise<{ browser: Browser; id: string }> {
  const browser = new Browser(application);
  const reply = await browser.post('/api/session/attendee', { token: tokenOf(link) });
  expect(reply.status).toBe(200);
  return { browser, id: reply.body.registrationId };
}

describe('the form', () => {
  it('makes a registration and shows its link and badge', async () => {
    const { register } = await evening();
    const reply = await register({
      companions: [
        { kind: 'support', firstName: 'Taika', lastName: 'Tuki', wishesToPlay: true },
        { kind: 'child', firstName: 'Nuppu', lastName: '' },
      ],
    });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ state: 'confirmed', seatsBefore: null, mailed: true });
    expect(reply.body.personalLink).toMatch(/^http:\/\/hillo\.test\/p\/[A-Z2-7]{26}$/);
    const [head, support, child] = reply.body.party;
    expect(head.badge).toMatch(/^http:\/\/hillo\.test\/b\/[A-Z2-7]{26}$/);
    expect(head.spokenCode).toMatch(/^\d{6}$/);
    expect(support).toMatchObject({ kind: 'support', plays: true });
    expect(child).toMatchObject({ kind: 'child', plays: false, badge: null });
  });

  it('says the same for a known and an unknown address (T40, rule 12)', async () => {
    const { register } = await evening();
    const first = await register({ email: 'info@example.org' });
    const second = await register({ email: 'INFO@example.org' });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(Object.keys(second.body)).toEqual(Object.keys(first.body));
    expect(second.body.personalLink).not.toBe(first.body.personalLink);
  });

  it('does it once when sent twice, and answers the same', async () => {
    const { slug } = await evening();
    const browser = new Browser(application);
    const key = { 'idempotency-key': '0192aaaa-0000-7000-8000-000000000001' };
    const path = `/api/public/evenings/${slug}/registrations`;
    const form = registrationForm({});
    const replies = await Promise.all([1, 2, 3].map(() => browser.post(path, form, key)));
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
  });

  it.each([
    [{ consents: [] }, 'privacy-notice-not-accepted'],
    [{ accessNeeds: 'Pyörätuoli', consents: ['privacy-notice'] }, 'access-needs-consent-missing'],
    [{ sector: 'association', shownSector: 'company' }, 'shown-sector-on-another-side'],
    [{ textVersion: '2020-01' }, 'consent-texts-changed'],
  ])('refuses %j', async (form, code) => {
    const { register } = await evening();
    const reply = await register(form);
    expect(reply.body.code).toBe(code);
    expect(reply.body.detail).not.toContain('problem.');
  });

  it('names the field that is wrong', async () => {
    const { register } = await evening();
    const reply = await register({ email: 'maija@', firstName: ' ' });
    expect(reply.status).toBe(400);
    expect(reply.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '#/email',
      '#/firstName',
    ]);
  });

  it('keeps hostile text as text, or refuses it beside its field (T41, T47)', async () => {
    const { register } = await evening();
    for (const text of HOSTILE_TEXTS) {
      const reply = await register({ firstName: text, affiliation: text, offers: text, offerTags: [text] });
      if (reply.status !== 201) expect([reply.status, reply.body.code]).toEqual([400, 'invalid-input']);
      else expect(reply.body.party[0].firstName).not.toMatch(/[\0\r\n\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('is closed before publishing, by hand and after the end', async () => {
    const draft = await evening({ state: 'draft' });
    expect((await draft.register()).status).toBe(404);
    const closed = await evening({ registration_open_by_hand: false });
    expect((await closed.register()).body).toMatchObject({
      code: 'registration-not-open',
      data: { answer: 'closed-by-hand' },
    });
  });

  it('tells the form who answers for the data and how long it is kept', async () => {
    const { slug } = await evening({ capacity: 20 });
    const reply = await new Browser(application).get(`/api/public/evenings/${slug}/registration`);
    expect(reply.body).toMatchObject({
      answer: 'open',
      capacity: 20,
      free: 20,
      controller: 'Esimerkkiverkosto',
      kept: { accessNeeds: '2026-12-07T18:00:00.000Z' },
    });
  });
});

describe('the personal link', () => {
  it('shows a first name before the click, signs in after it, and changes nothing by being opened', async () => {
    const { register } = await evening();
    const { body } = await register({ firstName: 'Maija', lastName: 'Meikäläinen' });
    const browser = new Browser(application);
    const preview = await browser.post('/api/personal-links/preview', { token: tokenOf(body.personalLink) });
    expect(preview.body.firstName).toBe('Maija');
    expect(JSON.stringify(preview.body)).not.toContain('Meikäläinen');
    expect(preview.headers.getSetCookie()).toEqual([]);
    expect((await browser.get(`/api/me/${body.id}`)).status).toBe(401);
    const phone = await continueAs(body.personalLink);
    const page = await phone.browser.get(`/api/me/${body.id}`);
    expect(page.body.registration).toMatchObject({ firstName: 'Maija', lastName: 'Meikäläinen' });
    const session = await phone.browser.get('/api/session');
    expect(session.body.grants).toMatchObject([{ kind: 'attendee', name: 'Maija' }]);
  });

  it('refuses a wrong token without saying why', async () => {
    const reply = await new Browser(application).post('/api/session/attendee', { token: 'A'.repeat(26) });
    expect(reply.body.code).toBe('link-not-valid');
  });

  it('opens the own page only', async () => {
    const { register } = await evening();
    const [mine, other] = [await register(), await register()];
    const phone = await continueAs(mine.body.personalLink);
    expect((await phone.browser.get(`/api/me/${other.body.id}`)).status).toBe(403);
  });

  it('ends the other devices when a new one is made', async () => {
    const { register } = await evening();
    const { body } = await register();
    const lost = await continueAs(body.personalLink);
    const kept = await continueAs(body.personalLink);
    const devices = await kept.browser.get(`/api/me/${body.id}/devices`);
    expect(devices.body.devices.filter((device: { isThisOne: boolean }) => device.isThisOne)).toHaveLength(1);
    const made = await kept.browser.post(`/api/me/${body.id}/personal-link`);
    expect((await lost.browser.get(`/api/me/${body.id}`)).status).toBe(403);
    expect((await kept.browser.get(`/api/me/${body.id}`)).status).toBe(200);
    const old = await new Browser(application).post('/api/session/attendee', {
      token: tokenOf(body.personalLink),
    });
    expect(old.body.code).toBe('link-not-valid');
    await continueAs(made.body.personalLink);
  });
});

describe('the own page', () => {
  it('corrects fields, keeps consents with their text, and refuses a new sector after check-in', async () => {
    const { register } = await evening();
    const { body } = await register();
    const { browser, id } = await continueAs(body.personalLink);
    const changed = await browser.patch(`/api/me/${id}`, {
      affiliation: 'Uusi yhdistys ry',
      sharesWithEveryone: true,
      drawOptIn: true,
    });
    expect(changed.body.registration).toMatchObject({
      affiliation: 'Uusi yhdistys ry',
      sharesWithEveryone: true,
      drawOptIn: true,
    });
    const consents = await application.db.execute(
      `SELECT 1 FROM consents WHERE registration_id = $1 AND kind IN ('draw', 'share-with-everyone') AND given`,
      [id],
    );
    expect(consents).toBe(2);
    await application.db.execute('UPDATE registrations SET checked_in_at = now() WHERE id = $1', [id]);
    expect((await browser.patch(`/api/me/${id}`, { sector: 'company' })).body.code).toBe(
      'registration-checked-in',
    );
    expect((await browser.patch(`/api/me/${id}`, { offers: 'Tiloja iltaisin' })).status).toBe(200);
  });

  it('brings companions within the seats and gives them back', async () => {
    const { register } = await evening({ capacity: 2 });
    const { body } = await register();
    const { browser, id } = await continueAs(body.personalLink);
    const support = { kind: 'support', firstName: 'Taika', lastName: '', wishesToPlay: false };
    const brought = await browser.post(`/api/me/${id}/companions`, support);
    expect(brought.body.companions).toMatchObject([{ firstName: 'Taika', plays: false }]);
    const tooMany = await browser.post(`/api/me/${id}/companions`, support);
    expect(tooMany.body).toMatchObject({ code: 'no-free-seats', data: { free: 0 } });
    const companion = brought.body.companions[0].id;
    const left = await browser.delete(`/api/me/${id}/companions/${companion}`);
    expect(left.body.companions).toEqual([]);
  });

  it('never removes somebody else’s companion', async () => {
    const { register } = await evening();
    const other = await register({ companions: [{ kind: 'child', firstName: 'Nuppu', lastName: '' }] });
    const mine = await continueAs((await register()).body.personalLink);
    const reply = await mine.browser.delete(`/api/me/${mine.id}/companions/${other.body.party[1].id}`);
    expect(reply.status).toBe(404);
  });

  it('keeps access needs encrypted, and deletes them when withdrawn or cancelled', async () => {
    const { register } = await evening();
    const reply = await register({
      accessNeeds: 'Induktiosilmukka',
      consents: ['privacy-notice', 'access-needs'],
    });
    const { browser, id } = await continueAs(reply.body.personalLink);
    const stored = () =>
      application.db.execute('SELECT 1 FROM access_needs WHERE registration_id = $1', [id]);
    const plain = await application.db.execute(
      `SELECT 1 FROM access_needs WHERE registration_id = $1 AND ciphertext LIKE '%nduktio%'`,
      [id],
    );
    expect([await stored(), plain]).toEqual([1, 0]);
    const page = await browser.get(`/api/me/${id}`);
    expect(page.body.accessNeeds).toEqual({ state: 'open' });
    expect(JSON.stringify(page.body)).not.toContain('Induktio');
    expect((await browser.delete(`/api/me/${id}/access-needs`)).body.accessNeeds).toBeNull();
    expect(await stored()).toBe(0);
    await browser.put(`/api/me/${id}/access-needs`, { text: 'Tulkki', consent: true });
    expect(await stored()).toBe(1);
    expect((await browser.post(`/api/me/${id}/cancellation`)).body.registration.state).toBe('cancelled');
    expect(await stored()).toBe(0);
  });
});

describe('asking for the link again', () => {
  it('answers the same for known and unknown addresses (T40)', async () => {
    const { slug, register } = await evening();
    await register({ email: 'tuttu@example.org' });
    const browser = new Browser(application);
    const ask = (email: string) => browser.post(`/api/public/evenings/${slug}/link-requests`, { email });
    const [known, unknown] = [await ask('tuttu@example.org'), await ask('tuntematon@example.org')];
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(known.body).toEqual(unknown.body);
  });

  it('takes the same steps in the database for both, so that time tells nothing', async () => {
    const { slug, register } = await evening();
    await register({ email: 'tuttu@example.org' });
    const browser = new Browser(application);
    const ask = (email: string) =>
      statementsOf(() => browser.post(`/api/public/evenings/${slug}/link-requests`, { email }));
    const known = await ask('tuttu@example.org');
    const unknown = await ask('tuntematon@example.org');
    expect(unknown.statements).toEqual(known.statements);
  });
});
