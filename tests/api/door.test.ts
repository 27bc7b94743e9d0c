import { spokenCodeOf } from '@hillo/domain/door';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operationId, startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let evening: string;
let door: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
});
afterAll(() => application.close());

beforeEach(async () => {
  application.clock.set('2026-11-26T15:02:00Z');
  evening = await fixtures.evening(organisation, { state: 'running' });
  ({ browser: door } = await fixtures.device(evening, 'door'));
});

const base = () => `/api/evenings/${evening}/door`;
const checkIn = (who: object, admit: object | null = null, by: Browser = door) =>
  by.post(`${base()}/check-ins`, { who, admit });
const byId = (id: string) => ({ by: 'registration', id });
const badgeOf = (id: string) => ({ by: 'badge', token: application.tokens.derive('badge', id, 1) });
const undo = (registrationId: string) => door.post(`${base()}/undone-check-ins`, { registrationId });
const stateOf = async (id: string) => (await door.get(`${base()}/people/${id}`)).body;

describe('checking in', () => {
  it('finds by badge, by code with spaces and by id, and shows nothing that the door must not see', async () => {
    const spokenCode = spokenCodeOf(12_345);
    const id = await fixtures.registration(evening, {
      first_name: 'Maija',
      phone: '+358401234567',
      offers: 'Tilaa',
      spoken_code: spokenCode,
    });
    const first = await checkIn(badgeOf(id));
    expect(first.status).toBe(200);
    expect(first.body).toEqual({
      person: {
        id,
        kind: 'person',
        accompaniesId: null,
        firstName: 'Maija',
        lastName: 'Esimerkki',
        affiliation: 'Esimerkkiyhdistys ry',
        spokenCode,
        registration: 'confirmed',
        attendance: 'in',
        last: { at: '2026-11-26T15:02:00.000Z', by: 'Vapaaehtoinen', byYou: true },
        alsoInBy: [],
        badge: application.tokens.deriveHash('badge', id, 1),
      },
      already: false,
      party: [],
    });
    application.clock.advance(60_000);
    const other = (await fixtures.device(evening, 'door')).browser;
    const again = await checkIn(
      { by: 'code', code: `${spokenCode.slice(0, 3)} ${spokenCode.slice(3)}` },
      null,
      other,
    );
    expect(again.body).toMatchObject({
      already: true,
      person: { id, last: { at: '2026-11-26T15:02:00.000Z', byYou: false } },
    });
    expect((await checkIn(byId(id))).body.already).toBe(true);
  });

  it('takes a badge link in capitals as its QR has it', async () => {
    const id = await fixtures.registration(evening);
    const { token } = badgeOf(id);
    expect((await checkIn({ by: 'badge', token: token.toLowerCase() })).body.person.id).toBe(id);
  });

  it('refuses what names nobody of this evening', async () => {
    const elsewhere = await fixtures.registration(await fixtures.evening(organisation));
    expect((await checkIn(badgeOf(elsewhere))).body.code).toBe('badge-unknown');
    expect((await checkIn(byId(elsewhere))).body.code).toBe('not-found');
    expect((await checkIn({ by: 'code', code: '12' })).body.code).toBe('spoken-code-malformed');
    expect((await checkIn({ by: 'code', code: spokenCodeOf(7) })).body.code).toBe('spoken-code-unknown');
    const slipped = spokenCodeOf(7).slice(0, 5) + ((Number(spokenCodeOf(7)[5]) + 1) % 10);
    expect((await checkIn({ by: 'code', code: slipped })).body.code).toBe('spoken-code-slip');
    expect((await stateOf(elsewhere)).code).toBe('not-found');
  });

  it('starts a published evening with the first check-in, and is closed before and after', async () => {
    evening = await fixtures.evening(organisation, { state: 'published' });
    ({ browser: door } = await fixtures.device(evening, 'door'));
    const ids = [await fixtures.registration(evening), await fixtures.registration(evening)];
    const replies = await Promise.all(ids.map((id) => checkIn(byId(id))));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect((await door.get(base())).body.evening.state).toBe('running');
    for (const state of ['draft', 'closed', 'cancelled']) {
      evening = await fixtures.evening(organisation, { state });
      ({ browser: door } = await fixtures.device(evening, 'door'));
      expect((await checkIn(byId(await fixtures.registration(evening)))).body.code).toBe('evening-not-open');
    }
  });

  it('answers a retry after a lost answer as the first time, also when it comes late (T2)', async () => {
    const id = await fixtures.registration(evening);
    const key = { 'idempotency-key': operationId() };
    const body = { who: byId(id), admit: null };
    const first = await door.post(`${base()}/check-ins`, body, key);
    application.clock.advance(5_000);
    const retried = await door.post(`${base()}/check-ins`, body, key);
    expect(retried.body).toEqual(first.body);
    expect(retried.body).toMatchObject({
      already: false,
      person: { last: { at: '2026-11-26T15:02:00.000Z', byYou: true } },
    });
  });

  it('shows the support person beside the person, each with an own check-in', async () => {
    const head = await fixtures.registration(evening, { first_name: 'Aino' });
    const companion = await fixtures.registration(evening, {
      first_name: 'Eero',
      kind: 'support',
      accompanies_id: head,
      plays: false,
    });
    const reply = await checkIn(byId(companion));
    expect(reply.body.person).toMatchObject({ id: companion, accompaniesId: head, attendance: 'in' });
    expect(reply.body.party).toMatchObject([{ id: head, attendance: 'expected' }]);
  });
});

describe('undoing', () => {
  it('takes a check-in back once, says so again, and lets in anew', async () => {
    const id = await fixtures.registration(evening);
    expect((await undo(id)).body.code).toBe('not-checked-in');
    await checkIn(byId(id));
    application.clock.advance(60_000);
    const undone = await undo(id);
    expect(undone.body).toMatchObject({
      already: false,
      person: { attendance: 'undone', last: { at: '2026-11-26T15:03:00.000Z', byYou: true } },
    });
    expect((await undo(id)).body).toMatchObject({ already: true, person: { attendance: 'undone' } });
    expect((await checkIn(byId(id))).body).toMatchObject({ already: false, person: { attendance: 'in' } });
  });

  it('touches nobody of another evening', async () => {
    const other = await fixtures.evening(organisation, { state: 'running' });
    const id = await fixtures.registration(other, {
      checked_in_at: application.clock.now(),
      checked_in_by: 'x',
    });
    expect((await undo(id)).body.code).toBe('not-found');
  });
});

describe('seats at the door (product rule 11)', () => {
  it('asks with the figures before letting in somebody who waits, with the whole party', async () => {
    await application.db.execute('UPDATE evenings SET capacity = 3 WHERE id = $1', [evening]);
    await fixtures.registration(evening, { checked_in_at: application.clock.now(), checked_in_by: 'x' });
    const head = await fixtures.registration(evening, { state: 'waiting' });
    const companion = await fixtures.registration(evening, {
      state: 'waiting',
      kind: 'support',
      accompanies_id: head,
    });
    const asked = await checkIn(byId(head));
    expect(asked.status).toBe(409);
    expect(asked.body).toMatchObject({
      code: 'on-waitlist',
      data: { capacity: 3, taken: 1, present: 1, seats: 2, registrationId: head },
    });
    const admitted = await checkIn(byId(head), { taken: 1 });
    expect(admitted.body).toMatchObject({
      already: false,
      person: { registration: 'confirmed', attendance: 'in' },
    });
    expect(await stateOf(companion)).toMatchObject({ registration: 'confirmed', attendance: 'expected' });
  });

  it('asks again when more seats were taken meanwhile, and lets in over capacity on the newer figures', async () => {
    await application.db.execute('UPDATE evenings SET capacity = 1 WHERE id = $1', [evening]);
    await fixtures.registration(evening);
    const id = await fixtures.registration(evening, {
      state: 'cancelled',
      cancelled_at: application.clock.now(),
    });
    expect((await checkIn(byId(id))).body).toMatchObject({
      code: 'registration-cancelled',
      data: { taken: 1 },
    });
    await fixtures.registration(evening);
    const outdated = await checkIn(byId(id), { taken: 1 });
    expect(outdated.body).toMatchObject({ code: 'over-capacity', data: { capacity: 1, taken: 2, seats: 1 } });
    expect((await stateOf(id)).registration).toBe('cancelled');
    expect((await checkIn(byId(id), { taken: 2 })).body.person).toMatchObject({ attendance: 'in' });
  });

  it('registers a walk-in without e-mail: the code at once, over capacity only when confirmed', async () => {
    await application.db.execute('UPDATE evenings SET capacity = 1 WHERE id = $1', [evening]);
    const walkIn = { firstName: ' Ville ', sector: 'resident', drawOptIn: true };
    const first = await door.post(`${base()}/walk-ins`, walkIn);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      already: false,
      person: { firstName: 'Ville', lastName: '', attendance: 'in', last: { byYou: true } },
    });
    expect(first.body.person.spokenCode).toMatch(/^\d{6}$/);
    const full = await door.post(`${base()}/walk-ins`, { ...walkIn, firstName: 'Anni' });
    expect(full.body).toMatchObject({
      code: 'over-capacity',
      data: { capacity: 1, taken: 1, present: 1, seats: 1 },
    });
    const confirmed = await door.post(`${base()}/walk-ins`, {
      ...walkIn,
      firstName: 'Anni',
      admit: { taken: 1 },
    });
    expect(confirmed.body.person).toMatchObject({ firstName: 'Anni', attendance: 'in' });
    expect(confirmed.body.person.spokenCode).not.toBe(first.body.person.spokenCode);
  });

  it('mails the own page’s link to a walk-in who gave an address, and to nobody else', async () => {
    const walkIns = [{ firstName: 'Ville', email: 'Ville.Esimerkki@example.org' }, { firstName: 'Anni' }];
    for (const walkIn of walkIns)
      expect((await door.post(`${base()}/walk-ins`, { ...walkIn, sector: 'resident' })).status).toBe(201);
    await application.runJobs();
    const kept = await application.db.rows(
      z.object({ address: z.string(), text: z.string() }),
      `SELECT mail->'to'->>'address' AS address, mail->>'text' AS text FROM kept_mails`,
    );
    expect(kept.map(({ address }) => address)).toEqual(['Ville.Esimerkki@example.org']);
    expect(kept[0]?.text).toContain('http://hillo.test/p/');
  });

  it('says beside the field what is wrong with a walk-in', async () => {
    const reply = await door.post(`${base()}/walk-ins`, { firstName: '  ', sector: 'x', email: 'ville' });
    expect(reply.status).toBe(400);
    expect(reply.body.errors).toMatchObject([
      { pointer: '#/firstName', code: 'required' },
      { pointer: '#/sector', code: 'required' },
      { pointer: '#/email', code: 'invalid-email' },
    ]);
  });
});

describe('the one-time link to the own page', () => {
  it('opens the own page once, within ten minutes, after a post', async () => {
    const id = await fixtures.registration(evening);
    const made = await door.post(`${base()}/handovers`, { registrationId: id });
    expect(made.status).toBe(201);
    expect(made.body.expiresAt).toBe('2026-11-26T15:12:00.000Z');
    const token = made.body.url.replace('http://hillo.test/h/', '');
    const phone = new Browser(application);
    const opened = await phone.post('/api/session/handover', { token });
    expect(opened.body).toEqual({ registrationId: id, eveningId: evening });
    const { grants } = (await phone.get('/api/session')).body;
    expect(grants).toMatchObject([{ kind: 'attendee', subjectId: id }]);
    const again = await new Browser(application).post('/api/session/handover', { token });
    expect(again.body.code).toBe('link-not-valid');
  });

  it('ends after ten minutes, and with the next one', async () => {
    const id = await fixtures.registration(evening);
    const tokens: string[] = [];
    for (let made = 0; made < 2; made += 1) {
      const reply = await door.post(`${base()}/handovers`, { registrationId: id });
      tokens.push(reply.body.url.split('/').at(-1));
    }
    const use = (token = '') => new Browser(application).post('/api/session/handover', { token });
    expect((await use(tokens[0])).status).toBe(410);
    application.clock.advance(10 * 60_000);
    expect((await use(tokens[1])).status).toBe(410);
  });

  it('is used by one phone when two post at once', async () => {
    const id = await fixtures.registration(evening);
    const made = await door.post(`${base()}/handovers`, { registrationId: id });
    const token = made.body.url.split('/').at(-1);
    const replies = await Promise.all(
      [1, 2, 3, 4].map(() => new Browser(application).post('/api/session/handover', { token })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
  });

  it('is not made for a child, for somebody who cancelled, or for another evening', async () => {
    const head = await fixtures.registration(evening);
    const child = await fixtures.registration(evening, { kind: 'child', accompanies_id: head });
    const cancelled = await fixtures.registration(evening, { state: 'cancelled' });
    const elsewhere = await fixtures.registration(await fixtures.evening(organisation));
    for (const registrationId of [child, cancelled, elsewhere])
      expect((await door.post(`${base()}/handovers`, { registrationId })).body.code).toBe('not-found');
  });
});

describe('what the door sees', () => {
  const ALLOWED = [
    'accompaniesId',
    'affiliation',
    'alsoInBy',
    'attendance',
    'badge',
    'firstName',
    'id',
    'kind',
    'last',
    'lastName',
  ];
  const FIELDS = [...ALLOWED, 'registration', 'spokenCode'];

  it('is the whole evening with its rev, in few queries, and never an address, a phone or a need', async () => {
    for (let count = 0; count < 5; count += 1)
      await fixtures.registration(evening, {
        email: 'salainen@example.org',
        phone: '+358409999999',
        offers: 'x',
      });
    const reply = await door.get(base());
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ you: 'Vapaaehtoinen', rev: 0 });
    expect(reply.body.people).toHaveLength(5);
    for (const person of reply.body.people) expect(Object.keys(person).sort()).toEqual(FIELDS);
    expect(JSON.stringify(reply.body)).not.toMatch(/salainen|\+35840/);
  });

  it('is closed to others: nobody, attendees, hosts, access hosts, other evenings and organisations', async () => {
    const id = await fixtures.registration(evening);
    const otherEvening = await fixtures.evening(organisation);
    const strangers = [
      new Browser(application),
      await fixtures.attendee(evening, id),
      (await fixtures.device(evening, 'host')).browser,
      (await fixtures.device(otherEvening, 'door')).browser,
      (await fixtures.member(organisation, ['access-host'])).browser,
      (await fixtures.member(await fixtures.organisation(), ['organiser'])).browser,
    ];
    for (const stranger of strangers) {
      expect([401, 403]).toContain((await stranger.get(base())).status);
      expect([401, 403]).toContain((await checkIn(byId(id), null, stranger)).status);
      expect([401, 403]).toContain((await stranger.get(`/api/evenings/${evening}/badges.pdf`)).status);
    }
    expect((await stateOf(id)).attendance).toBe('expected');
    for (const role of ['organiser', 'helper'] as const) {
      const { browser } = await fixtures.member(organisation, [role]);
      expect((await browser.get(base())).status).toBe(200);
    }
    expect((await door.get(`/api/evenings/${evening}/badges.pdf`)).status).toBe(403);
  });
});
