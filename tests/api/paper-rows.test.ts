import { EncounterRepository } from '../../server/src/modules/encounters/data/encounter-repository.js';
import { MeetingRepository } from '../../server/src/modules/bingo/data/meeting-repository.js';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { operationId, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser, Reply } from '../support/browser-session.js';
import { barrier } from '../support/gates.js';
import { brokenInvariants } from '../support/invariants.js';
import { type Guest, Room, scan } from '../support/room.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const CARDS = FULL ? 40 : 10;
vi.setConfig({ testTimeout: 60_000 });

let application: TestApplication;
let room: Room;
let helper: Browser;
let host: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
  helper = (await room.fixtures.member(room.organisationId, ['organiser', 'helper'])).browser;
  host = (await room.fixtures.device(room.eveningId, 'host')).browser;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => application.close());

const of = ({ eveningId }: Room, path: string) => `/api/evenings/${eveningId}/${path}`;

interface Row {
  readonly square?: number | null;
  readonly agreed?: string;
  readonly nextStep?: string;
}

function enter(browser: Browser, owner: Guest, other: Pick<Guest, 'code'>, row: Row = {}, where = room) {
  return browser.post(of(where, 'paper-rows'), { owner: owner.code, other: other.code, ...row });
}

async function noteOf(owner: Guest) {
  const { body } = await owner.phone.get(`/api/me/${owner.id}/encounters`);
  return body.encounters[0];
}

const countRow = z.object({ n: z.coerce.number() });
async function count(sql: string, target = application): Promise<number> {
  return (await target.db.first(countRow, `SELECT count(*) AS n FROM ${sql}`))?.n ?? -1;
}

describe('a line of a paper card', () => {
  it('is a meeting for both, a mark and the owner’s note, and says who typed it in', async () => {
    const [owner, other] = [await room.guest(), await room.guest('company', { first_name: 'Ville' })];
    const reply = await enter(helper, owner, other, {
      square: 0,
      agreed: 'Yhteinen ilta',
      nextStep: 'Soitan',
    });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    expect(reply.body).toMatchObject({ other: { firstName: 'Ville' }, square: 0, already: false });
    expect(reply.body.card.squares[0].filled).toBe(true);
    const seen = await noteOf(owner);
    expect(seen).toMatchObject({
      enteredBy: expect.stringMatching(/^Jäsen/),
      ownNote: { agreed: 'Yhteinen ilta', nextStep: 'Soitan' },
    });
    expect(await noteOf(other)).toMatchObject({
      enteredBy: null,
      otherNote: { agreed: 'Yhteinen ilta' },
      ownNote: { agreed: '' },
    });
    const card = (await owner.phone.get(`/api/me/${owner.id}/card`)).body;
    expect(card.marks).toMatchObject([{ square: 0, person: { firstName: 'Ville' } }]);
    expect(await count(`marks WHERE marked_by LIKE 'account:%'`)).toBe(1);
    await owner.phone.put(`/api/me/${owner.id}/encounters/${seen.id}/note`, { agreed: 'Itse kirjoitin' });
    expect(await noteOf(owner)).toMatchObject({ enteredBy: null, ownNote: { agreed: 'Itse kirjoitin' } });
  });

  it('shows whoever types which squares are filled, never with whom or what was agreed', async () => {
    const [owner, other] = [await room.guest(), await room.guest('parish', { first_name: 'Salainen' })];
    await enter(host, owner, other, { square: 4, agreed: 'Sovittu salaa' });
    const { body } = await host.get(of(room, `paper-card?owner=${owner.code}`));
    expect(body.squares.filter(({ filled }: { filled: boolean }) => filled)).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(/Salainen|salaa|Seurakunta/);
  });

  it('follows the rules of a scan, and refused nothing of it stays', async () => {
    const evening = await room.another();
    const desk = (await evening.fixtures.device(evening.eveningId, 'host')).browser;
    const put = (owner: Guest, other: Pick<Guest, 'code'>, row: Row) =>
      enter(desk, owner, other, row, evening);
    const [owner, same, third] = [await evening.guest(), await evening.guest(), await evening.guest()];
    const absent = await evening.absent();
    const stranger = await room.guest();
    const code = async (reply: Promise<Reply>) => (await reply).body.code;
    expect(await code(put(owner, same, { square: 0 }))).toBe('other-side-needed');
    expect(await code(put(owner, owner, { square: 1 }))).toBe('own-badge');
    expect(await code(put(owner, absent, { square: 1 }))).toBe('spoken-code-unknown');
    expect(await code(put(absent, owner, { square: 1 }))).toBe('spoken-code-unknown');
    expect(await code(put(owner, { code: '12345' }, { square: 1 }))).toBe('spoken-code-malformed');
    expect(await code(put(owner, { code: flipped(same.code) }, { square: 1 }))).toBe('spoken-code-slip');
    expect(await code(put(owner, { code: `9${stranger.code.slice(1)}` }, { square: 1 }))).toMatch(/code/);
    expect(
      await evening.application.db.execute('SELECT 1 FROM encounters WHERE evening_id = $1', [
        evening.eveningId,
      ]),
    ).toBe(0);
    expect((await put(owner, same, { square: 1, agreed: 'Kahvit' })).status).toBe(200);
    expect(await code(put(owner, third, { square: 1 }))).toBe('square-filled');
    expect(await code(put(owner, same, { square: 3 }))).toBe('already-on-card');
    expect((await put(owner, third, { square: null })).body).toMatchObject({ square: null, already: false });
    expect(await brokenInvariants(application.db)).toEqual([]);
  });

  it('typed in twice is there once: the same key, another key, another helper', async () => {
    const [owner, other] = [await room.guest(), await room.guest('company')];
    const row = { square: 2, agreed: 'Retki keväällä' };
    const body = { owner: owner.code, other: other.code, ...row };
    const key = operationId();
    for (let turn = 0; turn < 2; turn += 1) {
      const reply = await helper.post(of(room, 'paper-rows'), body, { 'idempotency-key': key });
      expect(reply.body.already).toBe(false);
    }
    const again = await enter(host, owner, other, { ...row, nextStep: 'Varataan bussi' });
    expect(again.body).toMatchObject({ already: true, square: 2 });
    expect((await noteOf(owner)).ownNote).toMatchObject({
      agreed: 'Retki keväällä',
      nextStep: 'Varataan bussi',
    });
  });

  it('adds to what the owner wrote, and loses nothing of it', async () => {
    const [owner, other] = [await room.guest(), await room.guest('company')];
    await scan(owner, other, 2);
    const { id } = await noteOf(owner);
    await owner.phone.put(`/api/me/${owner.id}/encounters/${id}/note`, {
      agreed: 'Puhelimella',
      owner: 'both',
    });
    await enter(host, owner, other, { square: 2, agreed: 'Paperilla' });
    expect((await noteOf(owner)).ownNote).toMatchObject({ agreed: 'Puhelimella\nPaperilla', owner: 'both' });
  });

  it('whose words find no room in the owner’s note is refused, and changes nothing', async () => {
    const [owner, other] = [await room.guest(), await room.guest('company')];
    await scan(owner, other, 2);
    const { id } = await noteOf(owner);
    const agreed = 'a'.repeat(900);
    await owner.phone.put(`/api/me/${owner.id}/encounters/${id}/note`, { agreed });
    const reply = await enter(host, owner, other, { square: 2, agreed: 'b'.repeat(200) });
    expect(reply.body.code).toBe('note-full');
    expect((await noteOf(owner)).ownNote.agreed).toBe(agreed);
  });

  it('typed in within twelve hours of the close counts, later it does not', async () => {
    const evening = await room.another();
    const desk = (await evening.fixtures.device(evening.eveningId, 'host')).browser;
    const [owner, other] = [await evening.guest(), await evening.guest('company')];
    const close = (hoursAgo: number) =>
      application.db.execute(`UPDATE evenings SET state = 'closed', closed_at = $2 WHERE id = $1`, [
        evening.eveningId,
        new Date(application.clock.now().getTime() - hoursAgo * 3_600_000),
      ]);
    await application.db.execute('UPDATE registrations SET checked_in_at = $2 WHERE evening_id = $1', [
      evening.eveningId,
      new Date(application.clock.now().getTime() - 20 * 3_600_000),
    ]);
    await close(13);
    expect((await enter(desk, owner, other, { square: 1 }, evening)).body.code).toBe('delivered-too-late');
    await close(11);
    expect((await enter(desk, owner, other, { square: 1 }, evening)).status).toBe(200);
  });
});

describe('the boxes of a paper card', () => {
  const tick = (browser: Browser, owner: Guest, ticks: object) =>
    browser.put(of(room, 'paper-boxes'), { owner: owner.code, ...ticks });

  it('are consents given on paper; with a row the person is in the draw', async () => {
    const owner = await room.guest('association', { first_name: 'Paperi' });
    expect((await tick(helper, owner, { draw: true, share: true })).body.boxes).toMatchObject({
      draw: true,
      share: true,
      nothingToShare: true,
    });
    const rows = await application.db.rows(
      z.object({ kind: z.string(), given: z.boolean(), channel: z.string() }),
      'SELECT kind, given, channel FROM consents WHERE registration_id = $1 ORDER BY kind',
      [owner.id],
    );
    expect(rows).toEqual([
      { kind: 'draw', given: true, channel: 'paper' },
      { kind: 'share-with-everyone', given: true, channel: 'paper' },
    ]);
    const own = async () => (await owner.phone.get(`/api/me/${owner.id}/draw`)).body.obstacles;
    expect(await own()).toEqual(['no-row']);
    for (const square of [3, 4, 5]) await enter(host, owner, await room.guest('company'), { square });
    expect(await own()).toEqual([]);
  });

  it('ticked by mistake are taken back; what the person ticked elsewhere is not', async () => {
    const [mistaken, decided] = [await room.guest(), await room.guest('association', { draw_opt_in: true })];
    await tick(host, mistaken, { draw: true });
    expect((await tick(host, mistaken, { draw: false })).body.boxes.draw).toBe(false);
    expect((await tick(host, decided, { draw: false })).body.code).toBe('box-ticked-elsewhere');
    expect((await tick(host, decided, { draw: true })).body.boxes.draw).toBe(true);
    expect(await count(`consents WHERE registration_id = '${decided.id}'`)).toBe(0);
  });
});

describe('a support person', () => {
  async function pair(columns: object = {}) {
    const person = await room.guest('resident', { first_name: 'Tuettu' });
    const support = await room.guest('resident', {
      kind: 'support',
      accompanies_id: person.id,
      plays: false,
      email: null,
      email_key: null,
      ...columns,
    });
    return { person, support };
  }

  it('enters the card of the person they accompany, and nobody else’s', async () => {
    const { person, support } = await pair();
    const other = await room.guest('company');
    const path = (guest: Guest, what: string) => `/api/me/${guest.id}/${what}`;
    const shown = await support.phone.get(path(support, 'paper-card'));
    expect(shown.body.owner.firstName).toBe('Tuettu');
    const row = { other: other.code, square: 4, agreed: 'Käynti leipomossa' };
    const reply = await support.phone.post(path(support, 'paper-rows'), row);
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    expect(await noteOf(person)).toMatchObject({ ownNote: { agreed: 'Käynti leipomossa' } });
    expect((await noteOf(person)).enteredBy).toMatch(/^Osallistuja/);
    const ticked = await support.phone.put(path(support, 'paper-boxes'), { draw: true });
    expect(ticked.body.boxes.draw).toBe(true);
    expect((await other.phone.post(path(other, 'paper-rows'), row)).body.code).toBe('not-a-support-person');
    expect((await other.phone.get(path(other, 'paper-card'))).body.code).toBe('not-a-support-person');
    expect((await other.phone.post(path(support, 'paper-rows'), row)).status).toBe(403);
  });

  it('plays for the person from one phone that holds both (product rule 14); each keeps their own', async () => {
    const { person, support } = await pair({ plays: true });
    const met = await room.guest('company');
    const phone = await room.fixtures.browser(
      ...[support, person].map(({ id }) => ({
        kind: 'attendee' as const,
        subjectId: id,
        eveningId: room.eveningId,
        role: null,
      })),
    );
    const { grants } = (await phone.get('/api/session')).body;
    expect(grants.map(({ subjectId }: { subjectId: string }) => subjectId).toSorted()).toEqual(
      [support.id, person.id].toSorted(),
    );
    expect((await scan({ ...person, phone }, met, 4)).status).toBe(200);
    const cards = await Promise.all([person, support].map(({ id }) => phone.get(`/api/me/${id}/card`)));
    expect(cards.map(({ body }) => body.marks.length)).toEqual([1, 0]);
    expect((await scan({ ...support, phone }, person, 1)).status).toBe(200);
  });
});

describe(`${CARDS} cards typed in by two helpers at once`, () => {
  async function evening() {
    const place = await room.another();
    const owners: Guest[] = [];
    for (let index = 0; index < CARDS; index += 1) owners.push(await place.guest('association'));
    const others: Guest[] = [];
    for (let index = 0; index < 9; index += 1) others.push(await place.guest('company'));
    const typists = await Promise.all([
      place.fixtures.member(place.organisationId, ['helper']),
      place.fixtures.device(place.eveningId, 'host'),
    ]);
    return { place, owners, others, typists: typists.map(({ browser }) => browser) };
  }

  it('lose no mark and double none, also of the same card at the same time', async () => {
    const { place, owners, others, typists } = await evening();
    // Both type every card, one from its first line and one from its last: they meet in the middle of each.
    const typed = typists.map(async (browser, typist) => {
      for (const owner of owners) {
        const lines = others.map((other, square) => ({ other, square }));
        for (const { other, square } of typist === 0 ? lines : lines.toReversed()) {
          const reply = await enter(browser, owner, other, { square, agreed: `Rivi ${square}` }, place);
          expect(reply.status, JSON.stringify(reply.body)).toBe(200);
        }
      }
    });
    await Promise.all(typed);
    const cards = `cards c JOIN marks m ON m.card_id = c.id WHERE c.evening_id = '${place.eveningId}'`;
    expect(await count(cards)).toBe(9 * CARDS);
    expect(await count(`encounters WHERE evening_id = '${place.eveningId}'`)).toBe(9 * CARDS);
    const parties = `encounter_parties p JOIN encounters x ON x.id = p.encounter_id
      WHERE x.evening_id = '${place.eveningId}' AND p.agreed <> ''`;
    expect(await count(parties)).toBe(9 * CARDS);
    expect(await count(`${parties} AND p.agreed LIKE '%Rivi%Rivi%'`)).toBe(0);
    expect(await count(`cards WHERE evening_id = '${place.eveningId}' AND ticket_since IS NOT NULL`)).toBe(
      CARDS,
    );
    expect(await brokenInvariants(application.db)).toEqual([]);
  }, 120_000);

  it('would lose a ticket without the lock on the card (negative control)', async () => {
    const place = await room.another();
    const [owner, ...others] = [
      await place.guest('association'),
      await place.guest('company'),
      await place.guest('company'),
      await place.guest('company'),
    ];
    const desk = (await place.fixtures.device(place.eveningId, 'host')).browser;
    await enter(desk, owner, others[0], { square: 3 }, place);
    const meetings = application.nest.get(MeetingRepository);
    const bothHaveRead = barrier(2);
    vi.spyOn(application.nest.get(MeetingRepository), 'lock').mockImplementation(async (db, me, whom) => {
      const meeting = await meetings.read(me, whom, db);
      // Nobody goes on before the other has read the same.
      await bothHaveRead();
      return meeting;
    });
    await Promise.all([
      enter(desk, owner, others[1], { square: 4 }, place),
      enter(desk, owner, others[2], { square: 5 }, place),
    ]);
    expect(await brokenInvariants(application.db)).toContainEqual(
      expect.objectContaining({
        invariant: 'a ticket without a row, or a row without a ticket, before the freeze',
      }),
    );
    await application.db.execute('DELETE FROM cards WHERE registration_id = $1', [owner.id]);
    await place.checkIn(owner.id);
  });

  it('would lose words without the lock on the meeting (negative control)', async () => {
    const [owner, other] = [await room.guest(), await room.guest('company')];
    await enter(host, owner, other, { square: 4 });
    const { id } = await noteOf(owner);
    const repository = application.nest.get(EncounterRepository);
    const bothHaveRead = barrier(2);
    vi.spyOn(repository, 'lockById').mockImplementation(async (db, asked) => {
      const pair = await repository.byId(asked, db);
      await bothHaveRead();
      return pair;
    });
    await Promise.all([
      enter(host, owner, other, { square: 4, agreed: 'Paperilta' }),
      owner.phone.put(`/api/me/${owner.id}/encounters/${id}/note`, { agreed: 'Puhelimelta' }),
    ]);
    const { agreed } = (await noteOf(owner)).ownNote;
    expect(agreed.includes('Paperilta') && agreed.includes('Puhelimelta')).toBe(false);
  });
});

/** The code with its last digit one higher: a slip. */
function flipped(code: string): string {
  return code.slice(0, 5) + String((Number(code.charAt(5)) + 1) % 10);
}
