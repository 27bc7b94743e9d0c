import { ErasureListeners } from '@hillo/server/modules/registration';
import { KeptMails } from '@hillo/server/platform/mail';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UnlinkAskers } from '../../server/src/modules/panel/use-cases/after/unlink-askers.js';
import { NOW, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { openPdf, pageStructure, pageTexts } from '../support/pdf-pages.js';
import { type Guest, Room } from '../support/room.js';

let application: TestApplication;
let room: Room;
let organiser: Browser;
let desk: string;
let aino: Guest;
let veikko: Guest;

const HOUR = 3_600_000;
/** Of the evening of the fixtures. */
const ENDS = new Date('2026-11-26T18:00:00Z').getTime();

beforeAll(async () => {
  application = await startTestApplication();
});
afterAll(() => application.close());
beforeEach(async () => {
  application.clock.set(NOW);
  room = room ? await room.another() : await Room.open(application);
  desk = `/api/evenings/${room.eveningId}`;
  organiser = (await room.fixtures.member(room.organisationId, ['organiser'])).browser;
  aino = await room.guest('association', { first_name: 'Aino', email: 'aino@example.org' });
  veikko = await room.guest();
});

async function asked(guest: Guest, text: string, more: object = {}): Promise<string> {
  application.clock.advance(20_000);
  const { id } = (await guest.phone.post(`/api/me/${guest.id}/questions`, { text, ...more })).body;
  await move(id, 'approve');
  return id;
}

async function onDesk(id: string) {
  const { questions } = (await organiser.get(`${desk}/panel/desk`)).body;
  return questions.find((question: { id: string }) => question.id === id);
}

async function move(id: string, how: string, more: object = {}) {
  const { version } = await onDesk(id);
  return organiser.post(`${desk}/questions/${id}/moves`, { move: how, version, ...more });
}

async function unlinkAt(at: number): Promise<void> {
  application.clock.set(new Date(at));
  await application.nest.get(UnlinkAskers).run();
}

const number = (sql: string) =>
  application.db.first(z.object({ n: z.coerce.number() }), sql, [room.eveningId]).then((row) => row?.n);
const askers = () =>
  number('SELECT count(*) AS n FROM questions WHERE evening_id = $1 AND asker_id IS NOT NULL');
const votes = () =>
  number(
    'SELECT count(*) AS n FROM question_votes v JOIN questions q ON q.id = v.question_id WHERE q.evening_id = $1',
  );

describe('who asked and voted', () => {
  it('is known for 24 hours after the evening; counts stay, also of what was merged', async () => {
    const one = await asked(aino, 'Kuka tulee?', { withName: true });
    const two = await asked(aino, 'Kuka on mukana?');
    for (const id of [one, two]) await veikko.phone.put(`/api/me/${veikko.id}/votes/${id}`, {});
    await move(two, 'merge', { into: one });
    await unlinkAt(ENDS + 24 * HOUR - 1);
    expect([await askers(), await votes()]).toEqual([2, 1 + 1]);
    await unlinkAt(ENDS + 24 * HOUR + 1);
    expect([await askers(), await votes()]).toEqual([0, 0]);
    expect(await onDesk(one)).toMatchObject({ asker: null, hasAsker: false, votes: 1 });
    const { questions, voted } = (await aino.phone.get(`/api/me/${aino.id}/questions`)).body;
    expect([questions, voted]).toEqual([[], []]);
    await unlinkAt(ENDS + 25 * HOUR);
    expect(await onDesk(one)).toMatchObject({ votes: 1 });
  });

  it('is known for 30 days of somebody who was muted', async () => {
    const id = await asked(aino, 'Hei kuka?');
    await organiser.put(`${desk}/questions/${id}/mute`, {});
    await unlinkAt(ENDS + 30 * 24 * HOUR - 1);
    expect(await askers()).toBe(1);
    await unlinkAt(ENDS + 30 * 24 * HOUR + 1);
    expect(await askers()).toBe(0);
    const mutes = 'FROM question_mutes m JOIN questions q ON q.id = m.question_id WHERE q.evening_id = $1';
    expect(await number(`SELECT count(*) AS n ${mutes}`)).toBe(0);
  });

  it('is kept for a question that goes on at a table, if its asker agreed, until they are told', async () => {
    const kept = await asked(aino, 'Saadaanko tänne nuorisotila?');
    const unasked = await asked(aino, 'Saadaanko tänne uimaranta?');
    const path = `/api/me/${aino.id}/questions/${kept}/following`;
    expect((await aino.phone.put(path, { follows: true })).body).toMatchObject({ follows: true });
    for (const id of [kept, unasked]) {
      const { status } = await organiser.put(`${desk}/questions/${id}/table`, { forTable: true });
      expect(status).toBe(200);
    }
    await unlinkAt(ENDS + 48 * HOUR);
    const { questions } = (await aino.phone.get(`/api/me/${aino.id}/questions`)).body;
    expect(questions).toMatchObject([{ id: kept, forTable: true, follows: true }]);
    await move(kept, 'answer', { answer: 'Tila avataan keväällä.' });
    await application.runJobs();
    const mails = (await application.nest.get(KeptMails).list()).filter(({ subject }) =>
      subject.startsWith('Kysymykseesi vastattiin'),
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to.address).toBe('aino@example.org');
    expect(mails[0]?.text).toContain('Tila avataan keväällä.');
    await unlinkAt(ENDS + 72 * HOUR);
    expect(await askers()).toBe(0);
    const late = await organiser.put(`${desk}/questions/${kept}/table`, { forTable: true });
    expect(late.body.code).toBe('question-state-forbids');
  });

  it('is forgotten at once when somebody is erased: votes go, seen questions stay as nobody’s', async () => {
    const seen = await asked(aino, 'Kuka tulee?', { withName: true });
    const other = await asked(veikko, 'Kuka lähtee?');
    await aino.phone.put(`/api/me/${aino.id}/votes/${other}`, {});
    application.clock.advance(20_000);
    const waiting = (await aino.phone.post(`/api/me/${aino.id}/questions`, { text: 'Puhelinnumeroni?' })).body
      .id;
    await application.transactions.run((db) => application.nest.get(ErasureListeners).erased(db, aino.id));
    expect(await onDesk(seen)).toMatchObject({ asker: null, hasAsker: false, state: 'shown' });
    expect(await onDesk(waiting)).toBeUndefined();
    expect(await onDesk(other)).toMatchObject({ votes: 0 });
    expect(
      await number(`SELECT count(*) AS n FROM questions WHERE evening_id = $1 AND text LIKE 'Puhelin%'`),
    ).toBe(0);
  });
});

describe('the list after the evening', () => {
  const file = (format: string) => organiser.get(`${desk}/question-files/${format}`);

  async function anEvening(): Promise<void> {
    const formula = await asked(aino, '=HYPERLINK("http://example.org")', { withName: true });
    const answered = await asked(veikko, 'Kuka "johtaa"; ja miksi?', { aim: 'speaker', speaker: 'Lyyti' });
    const hidden = await asked(aino, 'Tätä ei viedä minnekään');
    await aino.phone.put(`/api/me/${aino.id}/votes/${answered}`, {});
    await move(answered, 'answer', { answer: 'Me yhdessä.' });
    await move(hidden, 'hide', { reason: 'unkind' });
    await organiser.put(`${desk}/questions/${formula}/table`, { forTable: true });
  }

  it('is CSV and XLSX without formulas, names and what was hidden', async () => {
    await anEvening();
    const csv = await file('csv');
    expect(csv.headers.get('content-disposition')).toContain('.csv');
    const rows = parse(csv.body, { bom: true, delimiter: ';' });
    expect(rows.slice(1).map((row: string[]) => row.slice(0, 7))).toEqual([
      [`'=HYPERLINK("http://example.org")`, 'paneelille', '0', 'ei vastattu', '', 'kyllä', 'puhelimella'],
      ['Kuka "johtaa"; ja miksi?', 'puhujalle: Lyyti', '1', 'vastattu', 'Me yhdessä.', '', 'puhelimella'],
    ]);
    expect(csv.body.toString()).not.toContain('Aino');
    const [, ...cells] = (await readXlsxFile((await file('xlsx')).body))[0]?.data ?? [];
    expect(cells.map((row) => [row[0], row[2]])).toEqual([
      ['=HYPERLINK("http://example.org")', 0],
      ['Kuka "johtaa"; ja miksi?', 1],
    ]);
  });

  it('is a tagged PDF to print', async () => {
    await anEvening();
    const page = await (await openPdf((await file('pdf')).body)).getPage(1);
    const text = (await pageTexts(page)).map((part) => part.text).join(' ');
    expect(text).toContain('Kysymykset: Lapset ja perheet');
    expect(text).toContain('Me yhdessä.');
    expect(text).not.toContain('Aino');
    expect(await pageStructure(page)).toContain('H2');
  });
});
