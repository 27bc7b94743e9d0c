import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import ICAL from 'ical.js';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, describe, expect, it } from 'vitest';

import {
  writeDayCalendar,
  writeEventCalendar,
  type EventCalendar,
} from '../../server/src/platform/documents/calendar.js';
import { writeCsv } from '../../server/src/platform/documents/csv.js';
import { renderShareImage, shareImageSvg } from '../../server/src/platform/documents/share-image.js';
import type { Sheet } from '../../server/src/platform/documents/sheet.js';
import { writeVcards } from '../../server/src/platform/documents/vcard.js';
import { writeXlsx } from '../../server/src/platform/documents/xlsx.js';
import { HOSTILE_TEXTS } from '../support/hostile-text.js';
import { unzipText } from '../support/zip.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const ANY_TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...HOSTILE_TEXTS),
);
/** What may be lost of a text on the way: control characters, halves of pairs, direction marks, the kind of a line break. */
const core = (text: string): string =>
  text.replace(/[\s\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]+/gu, '');

function sheetOf(texts: readonly string[]): Sheet {
  return {
    name: 'Names: [1]',
    columns: [
      { header: 'Nimi', kind: 'text' },
      { header: 'Päivä', kind: 'date' },
      { header: 'Aika', kind: 'date-time' },
      { header: 'Lukumäärä', kind: 'number' },
    ],
    rows: texts.map((text) => [text, '2026-03-29', '2026-03-29 03:30', -5]),
  };
}

function readCsv(file: Buffer): string[][] {
  return parseCsv(file, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
}

const startsFormula = (cell: string): boolean => /^\s*[=+\-@]|^[\t\r\n\0]/u.test(cell.normalize('NFKC'));

describe('CSV', () => {
  it('has a byte order mark, semicolons and CRLF', () => {
    const file = writeCsv(sheetOf(['Åsa']));
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.toString('utf8')).toBe(
      '\ufeff"Nimi";"Päivä";"Aika";"Lukumäärä"\r\n"Åsa";"2026-03-29";"2026-03-29 03:30";"-5"\r\n',
    );
  });

  it('neutralises every text cell and keeps the text (T42)', () => {
    fc.assert(
      fc.property(fc.array(ANY_TEXT, { minLength: 1, maxLength: 20 }), (texts) => {
        const [, ...rows] = readCsv(writeCsv(sheetOf(texts)));
        expect(rows).toHaveLength(texts.length);
        rows.forEach(([name, date, time, count], index) => {
          expect(startsFormula(name ?? '')).toBe(false);
          expect([core(texts[index] ?? ''), `'${core(texts[index] ?? '')}`]).toContain(core(name ?? ''));
          expect([date, time, count]).toEqual(['2026-03-29', '2026-03-29 03:30', '-5']);
        });
      }),
    );
  });

  it.each(HOSTILE_TEXTS.filter(startsFormula))('puts an apostrophe before %j', (text) => {
    expect(readCsv(writeCsv(sheetOf([text])))[1]?.[0]).toMatch(/^'/);
  });
});

describe('XLSX', () => {
  it('is read back with the types it was written with', async () => {
    const [header, row] = (await readXlsxFile(await writeXlsx(sheetOf(['Åsa']))))[0]?.data ?? [];
    // A spreadsheet counts days in a floating number: a time is only ever right to a part of a second.
    const seconds = (cell: unknown): unknown =>
      cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString() : cell;
    expect(header).toEqual(['Nimi', 'Päivä', 'Aika', 'Lukumäärä']);
    expect(row?.map(seconds)).toEqual(['Åsa', '2026-03-29T00:00:00.000Z', '2026-03-29T03:30:00.000Z', -5]);
  });

  it('holds hostile texts as strings and no formula (T42)', async () => {
    const file = await writeXlsx(sheetOf(HOSTILE_TEXTS));
    const parts = [...unzipText(file)].filter(([name]) => name.startsWith('xl/'));
    expect(parts.length).toBeGreaterThan(2);
    for (const [, xml] of parts) expect(xml).not.toMatch(/<f[\s>/]/);
    const rows = (await readXlsxFile(file))[0]?.data.slice(1) ?? [];
    expect(rows.map(([name]) => core(String(name)))).toEqual(HOSTILE_TEXTS.map(core));
    expect(rows.every(([name]) => typeof name === 'string')).toBe(true);
  });

  it.each(['constructor', '__proto__', 'toString'])('holds the word %j', async (word) => {
    const rows = (await readXlsxFile(await writeXlsx(sheetOf([word]))))[0]?.data;
    expect(String(rows?.[1]?.[0]).trim()).toBe(word);
  });

  it('names its sheet also when the name holds code points that are no character', async () => {
    const file = await writeXlsx({ ...sheetOf(['Åsa']), name: '\u{10fffe}!\ufdd0' });
    expect((await readXlsxFile(file))[0]?.sheet).toBe('!');
  });

  it('survives any text in cells and name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ANY_TEXT, { maxLength: 8 }), ANY_TEXT, async (texts, name) => {
        const file = await writeXlsx({ ...sheetOf(texts), name });
        expect((await readXlsxFile(file))[0]?.data).toHaveLength(texts.length + 1);
      }),
      { numRuns: 40 },
    );
  });
});

/** Physical lines end in CRLF and nothing else, hold at most 75 octets, and each is UTF-8 by itself. */
function expectFolded(file: Buffer): void {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const lines = file.toString('latin1').split('\r\n');
  expect(lines.pop()).toBe('');
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(line.length).toBeLessThanOrEqual(75);
    strict.decode(Buffer.from(line, 'latin1'));
  }
}

function readCards(file: Buffer): ICAL.Component[] {
  const parsed = ICAL.parse(file.toString('utf8')) as unknown[];
  const cards = typeof parsed[0] === 'string' ? [parsed] : parsed;
  return cards.map((card) => new ICAL.Component(card as string));
}

/** RFC 2426 escapes `;` in every text; the reader undoes it in structured values only. */
const unescaped = (value: unknown): string => (typeof value === 'string' ? value : '').replaceAll('\\;', ';');

describe('vCard', () => {
  it('puts all contacts in one file', () => {
    const file = writeVcards(
      [
        {
          firstName: 'Åsa',
          lastName: 'Märet',
          organisation: 'Säästö; ry, Å',
          email: 'asa@example.org',
          phone: '+358 40 123',
          note: 'a\r\nb; c',
        },
        { firstName: 'Onni', url: 'https://example.org/a,b' },
      ],
      NOW,
    );
    expectFolded(file);
    const [first, second] = readCards(file);
    expect(first?.getFirstPropertyValue('fn')).toBe('Åsa Märet');
    expect(first?.getFirstPropertyValue('org')).toBe('Säästö; ry, Å');
    expect(first?.getFirstPropertyValue('email')).toBe('asa@example.org');
    expect(first?.getFirstPropertyValue('tel')).toBe('+358 40 123');
    expect(unescaped(first?.getFirstPropertyValue('note'))).toBe('a\nb; c');
    expect(second?.getFirstPropertyValue('fn')).toBe('Onni');
    expect(second?.getFirstPropertyValue('url')).toBe('https://example.org/a%2Cb');
    expect(second?.getFirstProperty('note')).toBeNull();
  });

  it('is one card out for one card in, whatever the texts (T43)', () => {
    const contact = fc.record({
      firstName: ANY_TEXT,
      lastName: ANY_TEXT,
      organisation: ANY_TEXT,
      email: ANY_TEXT,
      phone: ANY_TEXT,
      url: ANY_TEXT,
      note: ANY_TEXT,
    });
    const allowed = ['version', 'prodid', 'rev', 'n', 'fn', 'org', 'email', 'tel', 'url', 'note'];
    fc.assert(
      fc.property(fc.array(contact, { minLength: 1, maxLength: 4 }), (contacts) => {
        const file = writeVcards(contacts, NOW);
        expectFolded(file);
        const cards = readCards(file);
        expect(cards).toHaveLength(contacts.length);
        cards.forEach((card, index) => {
          expect(allowed).toEqual(
            expect.arrayContaining(card.getAllProperties().map((property) => property.name)),
          );
          expect(card.getAllProperties('fn')).toHaveLength(1);
          expect(core(unescaped(card.getFirstPropertyValue('note')))).toBe(core(contacts[index]?.note ?? ''));
          expect(String(card.getFirstPropertyValue('url') ?? 'https:')).toMatch(/^https?:/i);
        });
      }),
    );
  });
});

const PRODUCT = { company: 'hillo', product: 'test' };
const EVENT: EventCalendar['event'] = {
  uid: 'evening-1@hillo.example',
  stamp: NOW,
  sequence: 0,
  start: new Date('2026-12-10T15:00:00Z'),
  end: new Date('2026-12-10T18:00:00Z'),
  summary: 'Kumppanuusilta',
};
const ORGANIZER = { name: 'Järjestäjä "Oy"', email: 'info@example.org' };
const ATTENDEE = { name: 'Maija; X', email: 'maija@example.org' };

function readEvents(file: Buffer): { method: unknown; events: ICAL.Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(file.toString('utf8')) as string);
  return {
    method: calendar.getFirstPropertyValue('method'),
    events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
  };
}

describe('iCalendar', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it.each(['UTC', 'Asia/Tokyo', 'Europe/Helsinki'])('writes UTC on a server in %s (T48)', (timeZone) => {
    process.env['TZ'] = timeZone;
    const file = writeEventCalendar({
      method: 'REQUEST',
      product: PRODUCT,
      event: EVENT,
      organizer: ORGANIZER,
      attendee: ATTENDEE,
    });
    expect(file.toString('utf8')).toContain('DTSTART:20261210T150000Z\r\n');
    expect(file.toString('utf8')).toContain('DTEND:20261210T180000Z\r\n');
    const days = writeDayCalendar({
      product: PRODUCT,
      name: 'Lupaukset',
      days: [{ uid: 'a@b', stamp: NOW, day: '2026-10-25', summary: 'Soita' }],
    });
    expect(days.toString('utf8')).toContain('DTSTART;VALUE=DATE:20261025\r\n');
    expect(days.toString('utf8')).toContain('DTEND;VALUE=DATE:20261026\r\n');
  });

  it('cancels the same event with a higher sequence', () => {
    const request = readEvents(
      writeEventCalendar({
        method: 'REQUEST',
        product: PRODUCT,
        event: EVENT,
        organizer: ORGANIZER,
        attendee: ATTENDEE,
      }),
    );
    const cancelled = { ...EVENT, sequence: 1 };
    const cancel = readEvents(
      writeEventCalendar({
        method: 'CANCEL',
        product: PRODUCT,
        event: cancelled,
        organizer: ORGANIZER,
        attendee: ATTENDEE,
      }),
    );
    expect([request.method, cancel.method]).toEqual(['REQUEST', 'CANCEL']);
    expect(cancel.events[0]?.uid).toBe(request.events[0]?.uid);
    expect([request.events[0]?.sequence, cancel.events[0]?.sequence]).toEqual([0, 1]);
    expect(cancel.events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(request.events[0]?.organizer).toBe('mailto:info@example.org');
    expect(request.events[0]?.attendees).toHaveLength(1);
  });

  it('has no attendee when published', () => {
    const file = writeEventCalendar({
      method: 'PUBLISH',
      product: PRODUCT,
      event: EVENT,
      attendee: ATTENDEE,
    });
    expect(file.toString('utf8')).not.toContain('ATTENDEE');
  });

  it('is one event out for one in, whatever the texts (T43)', () => {
    fc.assert(
      fc.property(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT, (summary, description, location, name) => {
        const file = writeEventCalendar({
          method: 'REQUEST',
          product: PRODUCT,
          event: { ...EVENT, summary, description, location },
          organizer: { ...ORGANIZER, name },
          attendee: { ...ATTENDEE, name },
        });
        expectFolded(file);
        const { events } = readEvents(file);
        expect(events).toHaveLength(1);
        expect(core(events[0]?.summary ?? '')).toBe(core(summary));
        expect(core(events[0]?.description ?? '')).toBe(core(description));
        expect(core(events[0]?.location ?? '')).toBe(core(location));
        expect(events[0]?.attendees).toHaveLength(1);
      }),
    );
  });
});

describe('share image', () => {
  const image = {
    title: 'Lapsiperheiden kumppanuusilta',
    dateLine: 'to 10.12.2026',
    placeLine: 'Kuopio',
    organiserLine: 'Verkosto',
  };

  it('is a PNG of 1200 × 630 pixels', async () => {
    const png = await renderShareImage(image);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(300_000);
    expect(png.equals(await renderShareImage({ ...image, title: 'Toinen' }))).toBe(false);
  });

  it('takes texts as text only (T41)', () => {
    const tags = (svg: string): string[] =>
      svg.match(/<\/?[a-z]+/gi)?.filter((tag) => !tag.endsWith('text')) ?? [];
    for (const title of HOSTILE_TEXTS)
      expect(tags(shareImageSvg({ ...image, title, placeLine: title }))).toEqual(tags(shareImageSvg(image)));
  });
});
