import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { openPdf, pageStructure, pageTexts } from '../support/pdf-pages.js';

let application: TestApplication;
let helper: Browser;
let evening: string;
let view: { tables: { id: string; name: string }[]; plan: { rounds: Record<string, string[]>[] } };
const names = new Map<string, string>();

beforeAll(async () => {
  application = await startTestApplication();
  const fixtures = new Fixtures(application);
  const organisation = await fixtures.organisation();
  const organiser = (await fixtures.member(organisation, ['organiser'])).browser;
  helper = (await fixtures.member(organisation, ['helper'])).browser;
  evening = await fixtures.evening(organisation);
  for (let n = 1; n <= 9; n += 1) {
    const name = `Vieras${n}`;
    const locale = n === 1 ? 'sv' : 'fi-selko';
    names.set(
      await fixtures.registration(evening, { first_name: name, last_name: 'Salainen', locale }),
      name,
    );
  }
  const tables = ['1', '2', 'Ikkunapöytä'].map((name) => ({
    id: randomUUID(),
    name,
    seats: 3,
    accessible: false,
    x: 5,
    y: 5,
  }));
  const at = `/api/evenings/${evening}/seating`;
  await organiser.put(at, {
    version: 0,
    block: null,
    tables,
    rounds: 3,
    aim: 'mix-sectors',
    crowd: 'coming',
    countsEncounters: false,
    together: [],
    apart: [],
    locks: {},
    aside: [],
  });
  await organiser.post(`${at}/runs`);
  await application.runJobs();
  view = (await helper.get(at)).body;
});
afterAll(() => application.close());

async function pagesOf(file: string) {
  const reply = await helper.get(`/api/evenings/${evening}/seating/${file}`);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  expect(reply.headers.get('content-type')).toBe('application/pdf');
  const pdf = await openPdf(reply.body);
  const pages = Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1));
  const texts = await Promise.all(
    pages.map(async (page) => (await pageTexts(await page)).map(({ text }) => text)),
  );
  return { texts, structure: await pageStructure(await pdf.getPage(1)), pdf };
}

it('gives everybody a slip with all tables, eight on a page, in the own language, without last names', async () => {
  const { texts, structure, pdf } = await pagesOf('slips.pdf');
  expect(texts).toHaveLength(2);
  const all = texts.flat();
  for (const name of names.values()) expect(all.filter((text) => text === name)).toHaveLength(1);
  expect(all.filter((text) => /^Omgång \d: (Bord \d|Ikkunapöytä)$/.test(text))).toHaveLength(3);
  expect(all.filter((text) => /^Kierros \d: (Pöytä \d|Ikkunapöytä)$/.test(text))).toHaveLength(24);
  expect(all.join(' ')).not.toContain('Salainen');
  expect(structure.match(/Sect\(H2 P P P P\)/g)).toHaveLength(8);
  expect((await pdf.getMarkInfo())?.Marked).toBe(true);
});

it('gives each seat of a round a card, table by table', async () => {
  const { texts } = await pagesOf('place-cards.pdf?round=2');
  const cards = texts.flat().filter((text) => /^Vieras\d$/.test(text));
  const [, second = {}] = view.plan.rounds;
  const byTable = view.tables.map(({ id }) =>
    (second[id] ?? []).map((person) => names.get(person)).toSorted(),
  );
  expect([cards.slice(0, 3), cards.slice(3, 6), cards.slice(6)]).toEqual(byTable);
  expect(texts.flat().filter((text) => text === 'Ikkunapöytä · 2. kierros')).toHaveLength(3);
});

it('lists who sits at each table in each round', async () => {
  const { texts, structure } = await pagesOf('tables.pdf');
  const all = texts.flat().join(' ');
  for (const heading of ['Pöytä 1', 'Pöytä 2', 'Ikkunapöytä']) expect(all).toContain(heading);
  expect(all.match(/\d\. kierros/g)).toHaveLength(9);
  expect(all.match(/Vieras\d \(Esimerkkiyhdistys ry\)/g)).toHaveLength(27);
  expect(structure).toContain('Sect(H2 P P P)');
});
