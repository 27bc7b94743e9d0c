import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { statementsOf } from '../support/statements.js';

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let organiser: Browser;
let helper: Browser;
let accessHost: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
  organiser = (await fixtures.member(organisation, ['organiser'])).browser;
  helper = (await fixtures.member(organisation, ['helper'])).browser;
  accessHost = (await fixtures.member(organisation, ['access-host'])).browser;
});
afterAll(() => application.close());

function evening(columns: Readonly<Record<string, unknown>> = {}) {
  return fixtures.evening(organisation, {
    starts_at: '2026-11-30T15:00:00Z',
    ends_at: '2026-11-30T18:00:00Z',
    ...columns,
  });
}

const BY_HAND = {
  firstName: 'Soile',
  lastName: 'Soittaja',
  sector: 'resident',
  locale: 'fi',
  agreedHow: 'puhelimessa',
};

describe('the list', () => {
  it('comes by pages in the order of registering, each person once', async () => {
    const id = await evening();
    for (let index = 0; index < 120; index += 1) await fixtures.registration(id, { queue_number: index });
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 3; page += 1) {
      const reply = await organiser.get(`/api/evenings/${id}/registrations?after=${after}`);
      seen.push(...reply.body.people.map((person: { id: string }) => person.id));
      after = reply.body.next ?? '';
    }
    expect(after).toBe('');
    expect(new Set(seen).size).toBe(120);
  });

  it('searches folded names, filters, and marks unconfirmed and likely duplicates', async () => {
    const id = await evening();
    const twice = { first_name: 'Åsa', last_name: 'Mäki-Lehto', phone: '0401234567' };
    await fixtures.registration(id, {
      ...twice,
      affiliation: 'Toinen yhdistys',
      opened_at: '2026-11-20T10:00:00Z',
    });
    await fixtures.registration(id, twice);
    await fixtures.registration(id, { first_name: 'Toini', state: 'cancelled' });
    const get = (query: string) => organiser.get(`/api/evenings/${id}/registrations?${query}`);
    const found = await get(`search=${encodeURIComponent('maki asa')}`);
    expect(found.body.people).toHaveLength(2);
    expect(found.body.people.map((person: { isUnconfirmed: boolean }) => person.isUnconfirmed)).toEqual([
      false,
      true,
    ]);
    expect(found.body.people[0].duplicate).toBe('same-phone-and-first-name');
    expect((await get('filter=duplicates')).body.people).toHaveLength(2);
    expect((await get('filter=cancelled')).body.people).toHaveLength(1);
    expect((await get('side=business')).body.people).toHaveLength(0);
    const summary = await organiser.get(`/api/evenings/${id}/registrations/summary`);
    expect(summary.body).toMatchObject({ confirmed: 2, cancelled: 1, unconfirmed: 1, duplicates: 2 });
  });

  it('merges small counts by sector upwards (rule 1)', async () => {
    const id = await evening();
    for (let index = 0; index < 6; index += 1) await fixtures.registration(id);
    await fixtures.registration(id, { sector: 'resident' });
    await fixtures.registration(id, { sector: 'company' });
    const { body } = await organiser.get(`/api/evenings/${id}/registrations/summary`);
    const smallest = Math.min(...body.sides.map((side: { count: number }) => side.count));
    expect(smallest).toBeGreaterThanOrEqual(5);
  });

  it('shows helpers neither address nor phone nor wishes (rule 15)', async () => {
    const id = await evening();
    const registration = await fixtures.registration(id, {
      email: 'salainen@example.org',
      phone: '0409999999',
      offers: 'Salainen tarjous',
    });
    const replies = [
      await helper.get(`/api/evenings/${id}/registrations`),
      await helper.get(`/api/evenings/${id}/registrations/${registration}`),
    ];
    for (const reply of replies) {
      expect(reply.status).toBe(200);
      expect(JSON.stringify(reply.body)).not.toMatch(/salainen|0409999999/i);
    }
    expect((await organiser.get(`/api/evenings/${id}/registrations/${registration}`)).body.email).toBe(
      'salainen@example.org',
    );
  });

  it('knows nobody of another evening', async () => {
    const [mine, other] = [await evening(), await evening()];
    const registration = await fixtures.registration(other);
    expect((await organiser.get(`/api/evenings/${mine}/registrations/${registration}`)).status).toBe(404);
    const moved = await organiser.post(`/api/evenings/${mine}/registrations/${registration}/moves`, {
      move: 'cancel',
    });
    expect(moved.status).toBe(404);
  });

  it('asks the database as often for fifty people as for one', async () => {
    const id = await evening();
    await fixtures.registration(id, { state: 'waiting' });
    const path = `/api/evenings/${id}/registrations`;
    const one = await statementsOf(() => organiser.get(path));
    for (let index = 0; index < 49; index += 1) await fixtures.registration(id, { state: 'waiting' });
    const fifty = await statementsOf(() => organiser.get(path));
    expect(fifty.result.body.people).toHaveLength(50);
    expect(fifty.statements).toHaveLength(one.statements.length);
  });
});

describe('by hand', () => {
  it('adds without e-mail, and to the queue when the evening is full', async () => {
    const id = await evening({ capacity: 1 });
    const add = () => helper.post(`/api/evenings/${id}/registrations`, BY_HAND);
    expect((await add()).body).toMatchObject({
      state: 'confirmed',
      agreedHow: 'puhelimessa',
      source: 'organiser',
    });
    expect((await add()).body).toMatchObject({ state: 'waiting', seatsBefore: 0, isUnconfirmed: false });
    const { agreedHow: _, ...unsaid } = BY_HAND;
    const refused = await helper.post(`/api/evenings/${id}/registrations`, unsaid);
    expect(refused.body.errors[0].pointer).toBe('#/agreedHow');
  });

  it('corrects, cancels and restores a party together', async () => {
    const id = await evening({ capacity: 3 });
    const companions = [{ kind: 'child', firstName: 'Nuppu', lastName: '' }];
    const { body } = await organiser.post(`/api/evenings/${id}/registrations`, { ...BY_HAND, companions });
    const path = `/api/evenings/${id}/registrations/${body.id}`;
    const corrected = await organiser.patch(path, { lastName: 'Soittelija', agreedHow: 'sähköpostilla' });
    expect(corrected.body).toMatchObject({ lastName: 'Soittelija', agreedHow: 'sähköpostilla' });
    const found = await organiser.get(`/api/evenings/${id}/registrations?search=soittelija`);
    expect(found.body.people).toHaveLength(1);
    const move = (what: string) => organiser.post(`${path}/moves`, { move: what, reason: 'sovittu' });
    const states = (reply: { body: { state: string; party: { state: string }[] } }) => [
      reply.body.state,
      ...reply.body.party.map((member) => member.state),
    ];
    expect(states(await move('cancel'))).toEqual(['cancelled', 'cancelled']);
    expect((await move('cancel')).body.code).toBe('registration-state-forbids');
    expect(states(await move('restore'))).toEqual(['confirmed', 'confirmed']);
    expect(states(await move('move-to-waitlist'))).toEqual(['waiting', 'waiting']);
    expect(states(await move('promote'))).toEqual(['confirmed', 'confirmed']);
  });
});

describe('files', () => {
  it('hold everybody, and never access needs', async () => {
    const id = await evening();
    const registration = await fixtures.registration(id, { first_name: '=1+1', affiliation: 'Yhdistys' });
    const phone = await fixtures.attendee(id, registration);
    await phone.put(`/api/me/${registration}/access-needs`, { text: 'Viittomakieli', consent: true });
    const csv = await organiser.get(`/api/evenings/${id}/registrations/export?format=csv`);
    const text = String(csv.body);
    expect(text).toContain(`"'=1+1"`);
    expect(text).not.toContain('Viittomakieli');
    expect(csv.headers.get('content-disposition')).toContain('poista-viimeistaan-2027-02-28');
    const xlsx = await organiser.get(`/api/evenings/${id}/registrations/export?format=xlsx`);
    expect(xlsx.body.subarray(0, 2).toString()).toBe('PK');
    expect((await helper.get(`/api/evenings/${id}/registrations/export?format=csv`)).status).toBe(403);
  });
});

describe('access needs', () => {
  it('are tasks; a text is read one at a time and every reading is kept', async () => {
    const id = await evening();
    const registration = await fixtures.registration(id);
    const phone = await fixtures.attendee(id, registration);
    await phone.put(`/api/me/${registration}/access-needs`, { text: 'Viittomakieli', consent: true });
    const tasks = await accessHost.get(`/api/evenings/${id}/access-needs`);
    expect(tasks.body.tasks).toMatchObject([{ registrationId: registration, state: 'open', toldAt: null }]);
    expect(JSON.stringify(tasks.body)).not.toContain('Viittomakieli');
    const reading = `/api/evenings/${id}/access-needs/${registration}/readings`;
    expect((await organiser.post(reading)).status).toBe(403);
    expect((await accessHost.post(reading)).body.text).toBe('Viittomakieli');
    const kept = await application.db.execute('SELECT 1 FROM access_needs_reads WHERE registration_id = $1', [
      registration,
    ]);
    expect(kept).toBe(1);
    const task = `/api/evenings/${id}/access-needs/${registration}`;
    expect((await accessHost.put(task, { state: 'arranged' })).body.state).toBe('arranged');
    expect((await phone.get(`/api/me/${registration}`)).body.accessNeeds).toEqual({ state: 'arranged' });
    const told = await accessHost.put(task, { state: 'not-possible', toldInPerson: true });
    expect(told.body.toldAt).toBe(application.clock.now().toISOString());
  });
});
