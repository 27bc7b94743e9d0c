import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptMails } from '@hillo/server/platform/mail';
import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser, type Reply } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { keptLine, keptLines, writeEvening, writeRegistration } from '../support/hostile-evening.js';
import { HOSTILE_TEXTS } from '../support/hostile-text.js';
import { openPdf, pageStructure } from '../support/pdf-pages.js';
import { unzipText } from '../support/zip.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
vi.setConfig({ testTimeout: FULL ? 600_000 : 120_000 });

/** Kept as text; U+0000 is refused at the field (T47). */
const TEXTS = HOSTILE_TEXTS.filter((text) => !text.includes('\0'));
/** Publishing draws a picture, which takes its time: a few evenings of each sort, in full all. */
const EVENING_TEXTS = TEXTS.filter((_, index) => FULL || index % 6 === 0);

const TEMPLATE = `<!doctype html><html lang="fi"><head><title>Hillo</title><!--head--></head>
<body><div id="root"><!--body--></div><script type="module" src="/assets/x.js"></script></body></html>`;

let application: TestApplication;
let client: string;
let organisation: string;
let organiser: Browser;
let accessHost: Browser;

beforeAll(async () => {
  client = mkdtempSync(join(tmpdir(), 'hillo-client-'));
  writeFileSync(join(client, 'index.html'), TEMPLATE);
  application = await startTestApplication({ CLIENT_DIR: client });
  const fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
  organiser = (await fixtures.member(organisation, ['organiser'])).browser;
  accessHost = (await fixtures.member(organisation, ['access-host'])).browser;
});
afterAll(async () => {
  await application?.close();
  rmSync(client, { recursive: true, force: true });
});

/** The markup without its texts: names of elements and attributes, and what links lead to a script. */
function skeleton(html: string): string[] {
  const tags = html.match(/<[^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag !== '<br>')
    .map((tag) => tag.replace(/(href|src|action)="(?:javascript|data):/gi, '$1!').replace(/="[^"]*"/g, ''));
}

/** A name for saving, with nothing in it that ends a header or a folder. */
function expectSoundFileName({ status, headers }: Reply): void {
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toMatch(
    /^(attachment|inline); filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!-]+$/,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
}

async function mailsTo(address: string) {
  await application.runJobs();
  return (await application.nest.get(KeptMails).list()).filter((mail) => mail.to.address === address);
}

interface Seen {
  readonly page: string[];
  readonly mails: Map<string, string[]>;
}

let serial = 0;

/** Plays an evening with this text everywhere, reads it back in every output, and tells the markup of page and mails. */
async function readBack(text: string): Promise<Seen> {
  const [line, lines] = [keptLine(text), keptLines(text)];
  const { id, slug } = await writeEvening(organiser, organisation, text);

  const plan = (await organiser.get(`/api/evenings/${id}`)).body;
  expect(plan).toMatchObject({
    theme: { key: null, text: line },
    title: line,
    description: lines,
    can: lines,
    cannot: lines,
    venue: { name: line, address: line, directions: lines },
    programme: [{ title: line }],
  });
  const visitor = new Browser(application);
  const told = await visitor.get(`/api/public/evenings/${slug}`);
  expect(told.headers.get('content-type')).toContain('application/json');
  expect(told.body).toMatchObject({ title: line, description: lines });

  const page = await visitor.get(`/e/${slug}`);
  expect(page.status).toBe(200);

  const calendar = await visitor.get(`/api/public/evenings/${slug}/calendar`);
  expectSoundFileName(calendar);
  const read = new ICAL.Component(ICAL.parse(String(calendar.body)) as [string, unknown[], unknown[]]);
  expect(read.getAllSubcomponents().map(({ name }) => name)).toEqual(['vevent']);
  expect(read.getFirstSubcomponent('vevent')?.getAllProperties('attendee')).toEqual([]);
  await application.runJobs();
  const image = (await visitor.get(`/api/public/evenings/${slug}/share-image`)).body as Buffer;
  expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1200, 630]);

  const email = `vieras${++serial}@example.org`;
  const registered = await writeRegistration(visitor, slug, text, { email });
  expect(registered.status).toBe(201);
  await organiser.patch(`/api/evenings/${id}`, {
    venue: { name: `${text} 2`, address: text },
    tell: { confirmed: true, mailAdditions: true, words: text },
  });
  await organiser.post(`/api/evenings/${id}/cancel`, { words: text });
  const mails = await mailsTo(email);
  for (const mail of mails) {
    expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(mail.to.name ?? '').not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    const sent = [...(mail.attachments ?? []), ...(mail.calendar ? [mail.calendar] : [])];
    for (const { filename } of sent) expect(filename).toMatch(/^[^/\\\p{Cc}"]+$/u);
  }
  return {
    page: skeleton(String(page.body)),
    mails: new Map(mails.map(({ messageId, html }) => [messageId.split('-')[0] ?? '', skeleton(html)])),
  };
}

describe('hostile texts in every field of an evening (T41)', () => {
  it('are text in JSON, page, og tags, calendar, picture and mails', async () => {
    const harmless = await readBack('Aino');
    expect(harmless.mails.size).toBeGreaterThanOrEqual(2);
    expect(harmless.page.filter((tag) => tag.startsWith('<script'))).toHaveLength(2);
    for (const text of EVENING_TEXTS) {
      const seen = await readBack(text);
      expect(seen.page, text).toEqual(harmless.page);
      expect(Object.fromEntries(seen.mails), text).toEqual(Object.fromEntries(harmless.mails));
    }
  });

  it('would be seen if one were markup (control)', () => {
    const page = (text: string) => skeleton(`<a title="${text}" href="${text}">${text}</a>`);
    expect(page('&lt;b&gt;')).toEqual(page('Aino'));
    for (const text of ['<b>x</b>', '" onclick="x', 'javascript:alert(1)'])
      expect(page(text), text).not.toEqual(page('Aino'));
  });
});

describe('hostile texts in every field of the form (T41, T42)', () => {
  let evening: string;
  const names = TEXTS.map(keptLine);
  const read: { text: string; registered: Reply; own: Reply; needs: Reply }[] = [];

  beforeAll(async () => {
    const written = await writeEvening(organiser, organisation, '=Ilta "1"\r\nBcc: x@example.org');
    evening = written.id;
    const attendees = new Fixtures(application);
    for (const text of TEXTS) {
      const registered = await writeRegistration(new Browser(application), written.slug, text);
      const { id } = registered.body;
      const phone = await attendees.attendee(evening, id);
      const own = await phone.get(`/api/me/${id}`);
      const needs = await accessHost.post(`/api/evenings/${evening}/access-needs/${id}/readings`);
      read.push({ text, registered, own, needs });
    }
  }, 300_000);

  it('are kept as they were written, but for what nobody sees', () => {
    for (const { text, registered, own, needs } of read) {
      const [line, lines] = [keptLine(text), keptLines(text)];
      expect(registered.status, text).toBe(201);
      expect(registered.body.party).toMatchObject([{ firstName: line }, { firstName: line, lastName: line }]);
      expect(own.body.registration).toMatchObject({ affiliation: line, offers: lines, needs: lines });
      expect(needs.body.text).toBe(lines);
    }
  });

  it('are cells of text in CSV and XLSX, and no name is lost', async () => {
    const path = `/api/evenings/${evening}/registrations/export?format=`;
    const csv = await organiser.get(`${path}csv`);
    expectSoundFileName(csv);
    const rows = parseCsv(csv.body as Buffer, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
    expect(rows).toHaveLength(1 + 2 * TEXTS.length);
    for (const cell of rows.flat())
      expect(cell.normalize('NFKC'), JSON.stringify(cell)).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/u);
    const cells = new Set(rows.flat().map((cell) => cell.replace(/^'/, '')));
    for (const name of names) expect(cells).toContain(name.replace(/^'/, ''));

    const xlsx = await organiser.get(`${path}xlsx`);
    expectSoundFileName(xlsx);
    const [sheet] = await readXlsxFile(xlsx.body as Buffer);
    expect(sheet?.data).toHaveLength(1 + 2 * TEXTS.length);
    for (const content of unzipText(xlsx.body as Buffer).values()) expect(content).not.toMatch(/<f[ >/]/);
  });

  it('are drawn on badges, in a file that does nothing', async () => {
    const badges = await organiser.get(`/api/evenings/${evening}/badges.pdf`);
    expectSoundFileName(badges);
    const pdf = await openPdf(badges.body as Buffer);
    expect(await pdf.getJSActions()).toBeNull();
    expect(await pdf.getOpenAction()).toBeNull();
    expect(await pdf.getAttachments()).toBeNull();
    let labels = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      expect(await page.getAnnotations()).toEqual([]);
      labels += (await pageStructure(page)).match(/\bH1\b/g)?.length ?? 0;
    }
    expect(labels).toBe(2 * TEXTS.length);
  });
});
