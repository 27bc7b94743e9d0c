import { CONFIG, type Config } from '@hillo/server/config';
import { openDemonstration } from '@hillo/server/demonstration';
import {
  completedRows,
  DEFAULT_PROMPTS,
  isColoured,
  isSquare,
  newCard,
  promptOrder,
} from '@hillo/domain/bingo';
import { parseSpokenCode } from '@hillo/domain/door';
import { areOnDifferentSides, type Sector } from '@hillo/domain/registration';
import { type DrawProof, verifyProof, webCrypto } from '@hillo/draw';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser, type Reply } from '../support/browser-session.js';
import { startBuiltServer } from '../support/built-server.js';
import { cloneTemplate } from '../support/database.js';
import { Fixtures } from '../support/fixtures.js';
import { brokenInvariants } from '../support/invariants.js';

type Links = Awaited<ReturnType<typeof openDemonstration>>;

let application: TestApplication;
let links: Links;

function open(environment: Partial<Config> = {}): Promise<Links> {
  const config = application.nest.get<Config>(CONFIG);
  return openDemonstration(application.nest, { ...config, DEMO: 'auto', ...environment });
}

function tokenOf(label: string, of = links): string {
  const link = of.find((each) => each.label.startsWith(label));
  return link?.url.split('/').at(-1) ?? '';
}

function rows<Row extends z.ZodType>(row: Row, sql: string, parameters: readonly unknown[] = []) {
  return application.db.rows(row, sql, parameters);
}

async function signedIn(path: string, body: object): Promise<{ browser: Browser } & Pick<Reply, 'body'>> {
  const browser = new Browser(application);
  const reply = await browser.post(path, body);
  expect(reply.status).toBe(200);
  return { browser, body: reply.body };
}

async function organiser(of = links) {
  const { browser, body } = await signedIn('/api/session/sign-in', { token: tokenOf('Organiser', of) });
  return { browser, organisationId: body.organisationId as string };
}

const eveningRow = z.object({ id: z.uuid(), state: z.string(), capacity: z.number(), slug: z.string() });
const eveningOf = async (state: string) => {
  const [evening] = await rows(
    eveningRow,
    'SELECT id, state, capacity, slug FROM evenings WHERE state = $1',
    [state],
  );
  if (!evening) throw new Error(`no evening is ${state}`);
  return evening;
};

beforeAll(async () => {
  application = await startTestApplication();
});
afterAll(() => application.close());

describe('the demonstration', () => {
  it('never loads in production, nor when it is not wanted', async () => {
    expect(await open({ NODE_ENV: 'production' })).toEqual([]);
    expect(await open({ DEMO: 'none' })).toEqual([]);
    expect(await application.db.execute('SELECT 1 FROM organisations')).toBe(0);
  });

  it('loads within ten seconds, and once', async () => {
    const began = performance.now();
    links = await open();
    expect(performance.now() - began).toBeLessThan(10_000);
    await open();
    expect(await application.db.execute('SELECT 1 FROM evenings WHERE is_demonstration')).toBe(3);
  });

  it('suggests people to most of those in the room who have told what they offer or need', async () => {
    const { id: evening } = await eveningOf('running');
    const people = await rows(
      z.object({ id: z.uuid() }),
      `SELECT id FROM registrations WHERE evening_id = $1 AND checked_in_at IS NOT NULL AND offers <> '' AND needs <> ''
       ORDER BY queue_number LIMIT 8`,
      [evening],
    );
    const fixtures = new Fixtures(application);
    const suggested = await Promise.all(
      people.map(async ({ id }) => {
        const phone = await fixtures.attendee(evening, id);
        return (await phone.get(`/api/me/${id}/suggestions`)).body.people;
      }),
    );
    expect(people).toHaveLength(8);
    expect(suggested.filter((some) => some.length > 0).length).toBeGreaterThanOrEqual(6);
  });

  it('has the head counts of the source', async () => {
    const counted = await rows(
      z.object({ state: z.string(), people: z.number() }),
      `SELECT e.state, count(*)::int AS people FROM evenings e JOIN registrations r ON r.evening_id = e.id
       WHERE r.state = 'confirmed' GROUP BY e.state ORDER BY e.state`,
    );
    expect(counted).toEqual([
      { state: 'closed', people: 40 },
      { state: 'published', people: 80 },
      { state: 'running', people: 85 },
    ]);
  });

  it('keeps every invariant', async () => {
    expect(await brokenInvariants(application.db)).toEqual([]);
  });

  it('gives everybody a spoken code with its check digit, and accompanied people a seat', async () => {
    const people = await rows(
      z.object({ code: z.string(), kind: z.string(), accompanies: z.string().nullable() }),
      'SELECT spoken_code AS code, kind, accompanies_id AS accompanies FROM registrations',
    );
    expect(people.filter(({ code }) => !parseSpokenCode(code).ok)).toEqual([]);
    for (const kind of ['support', 'child']) expect(people.some((person) => person.kind === kind)).toBe(true);
  });

  it('colours squares across sides only, and tickets are the rows of the card', async () => {
    const cards = await rows(
      z.object({
        id: z.string(),
        sector: z.string(),
        ticket: z.boolean(),
        marks: z.array(z.object({ square: z.number(), encounterId: z.string(), sector: z.string() })),
      }),
      `SELECT c.id, r.sector, c.ticket_since IS NOT NULL AS ticket,
         (SELECT coalesce(json_agg(json_build_object('square', m.square, 'encounterId', m.encounter_id, 'sector', o.sector)), '[]')
          FROM marks m JOIN registrations o ON o.id = m.other_id WHERE m.card_id = c.id) AS marks
       FROM cards c JOIN registrations r ON r.id = c.registration_id`,
    );
    expect(cards.length).toBeGreaterThan(90);
    expect(cards.filter(({ ticket }) => ticket).length).toBeGreaterThan(10);
    for (const { id, sector, ticket, marks } of cards) {
      const empty = newCard(id, promptOrder(id, DEFAULT_PROMPTS));
      const filled = marks.map(({ square, encounterId }) => {
        if (!isSquare(square)) throw new Error(`${square} is no square`);
        return { square, encounterId, nameless: false };
      });
      expect(completedRows({ ...empty, marks: filled }).length > 0).toBe(ticket);
      for (const mark of marks.filter(({ square }) => isSquare(square) && isColoured(empty, square)))
        expect(areOnDifferentSides(sector as Sector, mark.sector as Sector)).toBe(true);
    }
  });

  it('has some who wait, some unconfirmed, and a draw that anybody can check', async () => {
    const { id, slug } = await eveningOf('published');
    expect(
      await application.db.execute(
        `SELECT 1 FROM registrations WHERE evening_id = $1 AND state = 'waiting'`,
        [id],
      ),
    ).toBe(5);
    const unconfirmed = `SELECT 1 FROM registrations WHERE evening_id = $1 AND source = 'form' AND kind = 'person' AND opened_at IS NULL`;
    expect(await application.db.execute(unconfirmed, [id])).toBeGreaterThan(3);
    expect((await new Browser(application).get(`/api/public/evenings/${slug}`)).status).toBe(200);

    const [draw] = await rows(z.object({ id: z.uuid() }), `SELECT id FROM draws WHERE state = 'done'`);
    const proof = await new Browser(application).get(`/api/public/draws/${draw?.id}/proof.json`);
    const checked = await verifyProof(webCrypto(crypto.subtle), proof.body as DrawProof);
    expect(checked.ok && checked.value.winners.length).toBe(2);
  });

  it('keeps access needs encrypted, for the access host alone', async () => {
    const { id } = await eveningOf('published');
    const [row] = await rows(
      z.object({ id: z.uuid() }),
      `SELECT id FROM accounts WHERE email = 'esteettomyys@example.org'`,
    );
    const browser = await new Fixtures(application).account(row?.id ?? '');
    const { body } = await browser.get(`/api/evenings/${id}/access-needs`);
    expect(body.tasks).toHaveLength(2);
    const reading = await browser.post(
      `/api/evenings/${id}/access-needs/${body.tasks[0].registrationId}/readings`,
    );
    expect(reading.body.text.length).toBeGreaterThan(20);
    expect(
      (await (await organiser(await open())).browser.get(`/api/evenings/${id}/access-needs`)).status,
    ).toBe(403);
  });

  it('holds no address and no phone that could be somebody’s', async () => {
    const real = `SELECT 1 FROM registrations WHERE email NOT LIKE '%@example.org' OR phone NOT LIKE '+35800%'`;
    expect(await application.db.execute(real)).toBe(0);
  });
});

describe('its links', () => {
  it('are made anew at each start, and open what they say', async () => {
    const again = await open();
    expect(again.map(({ label }) => label.split(' ')[0])).toEqual(['Organiser', 'Attendee', 'Door']);
    expect(tokenOf('Organiser', again)).not.toBe(tokenOf('Organiser'));
    application.clock.advance(3 * 3_600_000); // somebody had dinner first

    const { browser, organisationId } = await organiser(again);
    const evenings = await browser.get(`/api/organisations/${organisationId}/evenings`);
    expect(evenings.status).toBe(200);

    const attendee = await signedIn('/api/session/attendee', { token: tokenOf('Attendee', again) });
    const own = `/api/me/${attendee.body.registrationId}`;
    const card = await attendee.browser.get(`${own}/card`);
    expect(card.body.marks.length).toBeGreaterThan(2);
    expect(card.body.ticket).toBe(false);
    const sheet = await attendee.browser.get(`${own}/contacts`);
    expect(sheet.body.rows.length).toBeGreaterThan(2);
    expect((await attendee.browser.get(own)).status).toBe(200);

    const door = await signedIn('/api/session/crew', { token: tokenOf('Door', again), holderName: 'Ovi' });
    expect(door.body.role).toBe('door');
  });

  it('lead to the evening to come when the running one is over', async () => {
    const { id } = await eveningOf('running');
    await application.db.execute(`UPDATE evenings SET state = 'closed' WHERE id = $1`, [id]);
    const later = await open();
    const door = await signedIn('/api/session/crew', { token: tokenOf('Door', later), holderName: 'Ovi 2' });
    expect(door.body.eveningId).toBe((await eveningOf('published')).id);
    await application.db.execute(`UPDATE evenings SET state = 'running' WHERE id = $1`, [id]);
  });
});

/** Every table with what it holds now, as one fingerprint. */
async function filledTables(): Promise<string[]> {
  const tables = await rows(
    z.object({ name: z.string() }),
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'`,
  );
  const filled: string[] = [];
  for (const { name } of tables)
    if ((await application.db.execute(`SELECT 1 FROM "${name}"`)) > 0) filled.push(name);
  return filled.sort();
}

/** Somebody lets a person in at the door, and an attendee asks for a new link: rows, streams, mails. */
async function useIt(fresh: Links): Promise<void> {
  const door = await signedIn('/api/session/crew', { token: tokenOf('Door', fresh), holderName: 'Ovi 3' });
  const [missing] = await rows(
    z.object({ id: z.uuid() }),
    `SELECT id FROM registrations WHERE evening_id = $1 AND checked_in_at IS NULL AND state = 'confirmed' AND kind = 'person'`,
    [door.body.eveningId],
  );
  const entered = await door.browser.post(`/api/evenings/${door.body.eveningId}/door/check-ins`, {
    who: { by: 'registration', id: missing?.id },
  });
  expect(entered.status).toBe(200);
  const attendee = await signedIn('/api/session/attendee', { token: tokenOf('Attendee', fresh) });
  const renewed = await attendee.browser.post(`/api/me/${attendee.body.registrationId}/personal-link`);
  expect(renewed.status).toBe(200);
}

it('is loaded by the program that npm start starts, which tells the links', async () => {
  const server = await startBuiltServer(await cloneTemplate(inject('postgresUrl')), { DEMO: 'auto' });
  try {
    expect(server.links.map(({ label }) => label.split(' ')[0])).toEqual(['Organiser', 'Attendee', 'Door']);
    for (const { url } of server.links) expect(url).toMatch(new RegExp(`^${server.url}/[spc]/[A-Z2-7]{26}$`));
  } finally {
    await server.stop();
  }
});

describe('one button', () => {
  const path = (organisationId: string) => `/api/organisations/${organisationId}/demonstration`;

  it('is nobody else’s, and leaves what is not the demonstration’s', async () => {
    const fixtures = new Fixtures(application);
    const other = await fixtures.organisation('Toinen verkosto');
    const { browser } = await fixtures.member(other, ['organiser']);
    const { organisationId } = await organiser(await open());
    expect((await browser.delete(path(organisationId))).status).toBe(403);
    expect((await browser.delete(path(other))).status).toBe(404);
    await application.db.execute('DELETE FROM organisations WHERE id = $1', [other]);
    await application.db.execute(`DELETE FROM accounts WHERE email LIKE 'member%'`);
    await application.db.execute(
      'DELETE FROM session_grants g WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.id = g.subject_id) AND kind = $1',
      ['account'],
    );
    await application.db.execute(
      'DELETE FROM sessions s WHERE NOT EXISTS (SELECT 1 FROM session_grants g WHERE g.session_id = s.id)',
    );
  });

  it('removes it all, and it does not come back', async () => {
    const fresh = await open();
    await useIt(fresh);
    await application.runJobs();
    const { browser, organisationId } = await organiser(fresh);
    const filled = await filledTables();
    const grown = ['access_needs_reads', 'kept_mails', 'operations', 'sessions', 'share_images', 'streams'];
    expect(filled).toEqual(expect.arrayContaining(grown));
    const key = { 'idempotency-key': 'b6c1a1de-6d1f-4f0e-8f0a-0d6a3f2c9e11' };
    const removed = await browser.delete(path(organisationId), key);
    expect([removed.status, removed.body]).toEqual([200, { organisationStays: false }]);
    // A phone that was signed out by the new link keeps a session that opens nothing, until it expires.
    await application.db.execute(
      'DELETE FROM sessions WHERE id NOT IN (SELECT session_id FROM session_grants)',
    );
    // What stays: that it was here, and that the button was pressed once.
    expect(await filledTables()).toEqual(['demonstrations', 'operations']);
    expect(await application.db.execute('SELECT 1 FROM operations')).toBe(1);
    expect(await open()).toEqual([]);
    expect(await filledTables()).toEqual(['demonstrations', 'operations']);
  });

  it('keeps organisation and members for an evening that somebody made there', async () => {
    await application.db.execute('DELETE FROM demonstrations');
    const { browser, organisationId } = await organiser(await open());
    const evening = await new Fixtures(application).evening(organisationId, { slug: 'oma-ilta' });
    const list = `/api/organisations/${organisationId}/affiliations`;
    expect((await browser.get(`${list}?search=eläk`)).body.affiliations.length).toBeGreaterThan(3);
    application.clock.advance(60_000);
    await browser.post(list, { name: 'Oma ry', sector: 'association', municipality: '' });
    const removed = await browser.delete(path(organisationId));
    expect(removed.body).toEqual({ organisationStays: true });
    const { body } = await browser.get(`/api/organisations/${organisationId}/evenings`);
    expect(JSON.stringify(body)).toContain(evening);
    expect(await application.db.execute('SELECT 1 FROM evenings')).toBe(1);
    expect(await application.db.execute('SELECT 1 FROM registrations')).toBe(0);
    expect((await browser.get(list)).body).toMatchObject({ listed: 1, affiliations: [{ name: 'Oma ry' }] });
  });
});
