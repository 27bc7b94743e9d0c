import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser, Reply } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { HOSTILE_TEXTS } from '../support/hostile-text.js';
import { MeetingsGround } from '../support/meetings-ground.js';
import { openPdf, pageStructure, pageTexts } from '../support/pdf-pages.js';
import { attendeeRoutes, stepUp } from '../support/step-up.js';
import { unzipText } from '../support/zip.js';

/** PostgreSQL keeps no U+0000; the contract refuses it at the form (T47). */
const TEXTS = HOSTILE_TEXTS.filter((text) => !text.includes('\0'));
/** What may be lost of a text on the way: white space of other kinds, control characters, direction marks. */
const core = (text: string) => text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069\u200f]+/gu, '');
const startsFormula = (cell: string) => /^\s*[=+\-@]|^[\t\r\n]/u.test(cell.normalize('NFKC'));

let application: TestApplication;
let phone: Browser;
let owner: string;

beforeAll(async () => {
  application = await startTestApplication();
  const fixtures = new Fixtures(application);
  const evening = await fixtures.evening(await fixtures.organisation(), { state: 'running' });
  const ground = new MeetingsGround(fixtures, evening);
  owner = await fixtures.registration(evening, { first_name: 'Aino' });
  phone = await fixtures.attendee(evening, owner);
  await stepUp(application, phone, attendeeRoutes(owner), 'contact-export');
  for (const text of TEXTS) {
    const other = await fixtures.registration(evening, {
      first_name: text,
      last_name: text,
      affiliation: text,
      phone: text,
      email: 'toinen@example.org',
    });
    await ground.met(owner, other, {
      a: { agreed: text, next_step: text, next_date: '2026-12-03', owner: 'both' },
      b: { agreed: text, shared_fields: ['lastName', 'email', 'phone'] },
    });
  }
});
afterAll(() => application.close());

async function file(format: string): Promise<Reply & { body: Buffer }> {
  const reply = await phone.get(`/api/me/${owner}/contact-files/${format}`);
  expect(reply.status).toBe(200);
  return reply;
}

/** CRLF at every end, no line over 75 octets, and each line valid UTF-8 by itself: no fold inside a character (T43). */
function expectSoundLines(content: Buffer): void {
  const text = content.toString('latin1');
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) {
    expect(line.length).toBeLessThanOrEqual(75);
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'));
  }
}

describe('files of a contact sheet, read back by other code than wrote them', () => {
  it('CSV: a row an encounter, no cell a formula, every name kept (T42)', async () => {
    const { body, headers } = await file('csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/poista-2027-11-26\.csv/);
    const [header, ...rows] = parseCsv(body, {
      bom: true,
      delimiter: ';',
      record_delimiter: '\r\n',
    });
    expect(rows).toHaveLength(TEXTS.length);
    expect(header).toHaveLength(13);
    for (const cell of rows.flat()) expect(startsFormula(cell), JSON.stringify(cell)).toBe(false);
    const names = new Set(rows.map(([name = '']) => core(name).replace(/^'/, '')));
    for (const text of TEXTS) expect(names).toContain(core(text).replace(/^'/, ''));
  });

  it('XLSX: cells of text and dates, no formula anywhere', async () => {
    const { body } = await file('xlsx');
    const [, ...rows] = (await readXlsxFile(body))[0]?.data ?? [];
    expect(rows).toHaveLength(TEXTS.length);
    expect(rows.every((row) => row[10] instanceof Date && row[12] instanceof Date)).toBe(true);
    for (const content of unzipText(body).values()) expect(content).not.toMatch(/<f[ >/]/);
  });

  it('vCard: one card in, one card out (T43)', async () => {
    const { body } = await file('vcf');
    expectSoundLines(body);
    const cards = ICAL.parse(body.toString('utf8')) as unknown[];
    const all = typeof cards[0] === 'string' ? [cards] : cards;
    expect(all).toHaveLength(TEXTS.length);
    for (const card of all) {
      const component = new ICAL.Component(card as [string, unknown[], unknown[]]);
      expect(component.name).toBe('vcard');
      expect(component.getAllProperties('fn')).toHaveLength(1);
      expect(component.getFirstPropertyValue('email')).toBe('toinen@example.org');
      expect(component.getAllSubcomponents()).toHaveLength(0);
    }
  });

  it('iCalendar: one whole day for each next step with a date (T43)', async () => {
    const { body } = await file('ics');
    expectSoundLines(body);
    const calendar = new ICAL.Component(ICAL.parse(body.toString('utf8')) as [string, unknown[], unknown[]]);
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events).toHaveLength(TEXTS.length);
    expect(calendar.getAllSubcomponents()).toHaveLength(TEXTS.length);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(TEXTS.length);
    for (const event of events) {
      expect(event.startDate.toString()).toBe('2026-12-03');
      expect(event.startDate.isDate).toBe(true);
      expect(event.endDate.toString()).toBe('2026-12-04');
    }
  });

  it('PDF: tagged, in the reader’s language, a heading for each', async () => {
    const reply = await phone.get(`/api/me/${owner}/contact-files/pdf`, { 'hillo-locale': 'sv' });
    const document = await openPdf(reply.body);
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Language: 'sv' });
    let headings = 0;
    let text = '';
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      headings += (await pageStructure(page)).match(/\bH2\b/g)?.length ?? 0;
      text += (await pageTexts(page)).map((piece) => piece.text).join(' ');
    }
    expect(headings).toBeGreaterThanOrEqual(TEXTS.length);
    expect(text).toContain('Kontakter: Aino');
    expect(text).toContain('<script>alert(1)</script>');
  });

  it('refuses a format it does not know', async () => {
    expect((await phone.get(`/api/me/${owner}/contact-files/exe`)).status).toBe(404);
  });
});
