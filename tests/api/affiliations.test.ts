import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { statementsOf } from '../support/statements.js';

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let organiser: Browser;
let list: string;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterAll(() => application.close());

/** An organisation of its own for each part, so that lists do not meet. */
async function newList(): Promise<void> {
  organisation = await fixtures.organisation();
  organiser = (await fixtures.member(organisation, ['organiser'])).browser;
  list = `/api/organisations/${organisation}/affiliations`;
}

const VILLAGE = { name: 'Järvenpään kyläyhdistys ry', sector: 'association', municipality: 'Järvenpää' };
const names = (rows: { name: string }[]) => rows.map(({ name }) => name);

describe('the list', () => {
  beforeAll(newList);

  it('starts empty, and takes one after another in the order of the Finnish alphabet', async () => {
    expect((await organiser.get(list)).body).toEqual({ affiliations: [], next: null, listed: 0, retired: 0 });
    for (const name of ['Öljypuu ry', 'Åkerin seura', 'Zumba kaikille', 'Ääniradio'])
      expect((await organiser.post(list, { ...VILLAGE, name })).status).toBe(201);
    expect(names((await organiser.get(list)).body.affiliations)).toEqual([
      'Zumba kaikille',
      'Åkerin seura',
      'Ääniradio',
      'Öljypuu ry',
    ]);
  });

  it('refuses the same name in the same municipality, in whatever letters, also from two at once', async () => {
    const two = [VILLAGE, { ...VILLAGE, name: 'JÄRVENPÄÄN  KYLÄYHDISTYS RY', municipality: 'JARVENPAA' }];
    const replies = await Promise.all(two.map((body) => organiser.post(list, body)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('already-listed');
    expect((await organiser.post(list, { ...VILLAGE, municipality: 'Tuusula' })).status).toBe(201);
  });

  it('corrects, retires and takes back; a correction must not take the place of another', async () => {
    const { id } = (await organiser.post(list, { ...VILLAGE, name: 'Vrhe ry' })).body;
    const corrected = await organiser.patch(`${list}/${id}`, { name: 'Virhe ry' });
    expect(corrected.body).toMatchObject({ name: 'Virhe ry', sector: 'association', isRetired: false });
    expect((await organiser.patch(`${list}/${id}`, VILLAGE)).body.code).toBe('already-listed');
    expect((await organiser.patch(`${list}/${id}`, { isRetired: true })).body.isRetired).toBe(true);
    expect(names((await organiser.get(`${list}?search=virhe`)).body.affiliations)).toEqual([]);
    expect(names((await organiser.get(`${list}?retired=yes`)).body.affiliations)).toEqual(['Virhe ry']);
    expect((await organiser.patch(`${list}/${id}`, { isRetired: false })).body.isRetired).toBe(false);
    expect(names((await organiser.get(`${list}?search=virhe`)).body.affiliations)).toEqual(['Virhe ry']);
  });

  it('says what is wrong beside the field', async () => {
    const reply = await organiser.post(list, { name: ' ', sector: 'resident', municipality: 'x'.repeat(61) });
    expect(reply.status).toBe(400);
    const pointers = reply.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers.toSorted()).toEqual(['#/municipality', '#/name', '#/sector']);
  });

  it('knows nothing of another organisation’s', async () => {
    const { id } = (await organiser.post(list, { ...VILLAGE, name: 'Oma ry' })).body;
    const other = await fixtures.organisation();
    const stranger = (await fixtures.member(other, ['organiser'])).browser;
    const theirs = `/api/organisations/${other}/affiliations`;
    expect((await stranger.patch(`${theirs}/${id}`, { name: 'Vieras' })).status).toBe(404);
    expect((await stranger.get(`${theirs}?after=${id}`)).body.affiliations).toEqual([]);
  });

  it('comes by pages, each once', async () => {
    await newList();
    const lines = Array.from({ length: 120 }, (_, index) => `Yhdistys ${index};Järjestö`);
    await organiser.post(`${list}/import`, { lines });
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 3; page += 1) {
      const { body } = await organiser.get(`${list}${after === '' ? '' : `?after=${after}`}`);
      seen.push(...names(body.affiliations));
      after = body.next ?? '';
    }
    expect(after).toBe('');
    expect(new Set(seen).size).toBe(120);
  });
});

describe('pasted lines', () => {
  beforeAll(newList);

  it('lists the good ones, gives back the others with their fault, and answers a repeat the same', async () => {
    const lines = [
      'Nimi;Taho;Kunta',
      'Tuusulan seurakunta, diakonia;Seurakunta;Tuusula',
      'Borgå byaförening;förening',
      'Riverside Club\tcharity\tTuusula',
      '',
      'Ilman tahoa',
      'Outo;Kerho',
      ';Järjestö',
      'tuusulan seurakunta diakonia;Seurakunta;TUUSULA',
    ];
    const key = { 'idempotency-key': 'a1b2c3d4-0000-4000-8000-000000000001' };
    const first = await organiser.send('POST', `${list}/import`, { lines }, key);
    expect(first.body).toEqual({
      listed: 3,
      faults: [
        { line: 5, code: 'sector-missing' },
        { line: 6, code: 'sector-unknown' },
        { line: 7, code: 'name-missing' },
      ],
    });
    expect((await organiser.send('POST', `${list}/import`, { lines }, key)).body).toEqual(first.body);
    const { affiliations, listed } = (await organiser.get(list)).body;
    expect(listed).toBe(3);
    expect(affiliations.map(({ sector }: { sector: string }) => sector)).toEqual([
      'association',
      'association',
      'parish',
    ]);
  });

  it('corrects what is listed already, and takes back what was retired', async () => {
    const { id } = (await organiser.post(list, { ...VILLAGE, name: 'Kahvila Kaneli' })).body;
    await organiser.patch(`${list}/${id}`, { isRetired: true });
    await organiser.post(`${list}/import`, { lines: ['KAHVILA KANELI;Yritys;Järvenpää'] });
    const [found] = (await organiser.get(`${list}?search=kaneli`)).body.affiliations;
    expect(found).toMatchObject({ id, name: 'KAHVILA KANELI', sector: 'company', isRetired: false });
  });

  it('never loses a line when two import the same lists at once', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `Seura ${index};Järjestö`);
    const both = [lines, lines.toReversed()].map((each) => organiser.post(`${list}/import`, { lines: each }));
    expect((await Promise.all(both)).map(({ body }) => body.listed)).toEqual([60, 60]);
    expect((await organiser.get(`${list}?search=seura`)).body.affiliations).toHaveLength(50);
  });
});

describe('suggestions', () => {
  let evening: string;
  let slug: string;
  let nobody: Browser;
  const suggest = async (typed: string, from = nobody, where = `/api/public/evenings/${slug}`) =>
    (await from.get(`${where}/affiliations?typed=${encodeURIComponent(typed)}`)).body.suggestions;

  beforeAll(async () => {
    await newList();
    slug = `ehdotukset-${organisation}`;
    evening = await fixtures.evening(organisation, { slug });
    nobody = new Browser(application);
    const lines = [
      'Järvenpään mielen tuki ry;Järjestö;Järvenpää',
      'Mielenvire ry;Järjestö;Hyvinkää',
      'Åkerin omaiset ry;Järjestö;',
      'Kela;Valtio;',
    ];
    await organiser.post(`${list}/import`, { lines });
    await fixtures.registration(evening, { affiliation: 'Mielikki Salaisen oma ryhmä' });
  });

  it('find by the beginning of any word, in any case and without dots on letters', async () => {
    expect(names(await suggest('miel'))).toEqual(['Mielenvire ry', 'Järvenpään mielen tuki ry']);
    expect(names(await suggest('JARVENPAA tu'))).toEqual(['Järvenpään mielen tuki ry']);
    expect(names(await suggest('tuki järvenpään'))).toEqual(['Järvenpään mielen tuki ry']);
    expect(names(await suggest('åker'))).toEqual(['Åkerin omaiset ry']);
    expect(names(await suggest('hyvinkaa'))).toEqual(['Mielenvire ry']);
    expect(await suggest('ielen')).toEqual([]);
    expect(await suggest('miel tampere')).toEqual([]);
  });

  it('tell the sector and the municipality, nothing else, and never what others typed', async () => {
    expect(await suggest('kela')).toEqual([{ name: 'Kela', sector: 'state', municipality: '' }]);
    expect(names(await suggest('salaisen'))).toEqual([]);
  });

  it('need two letters, and take signs of a pattern as they are', async () => {
    for (const typed of ['', 'k', '%', '__', '%%%', '\\', "'; --", '\u0000'])
      expect(await suggest(typed)).toEqual([]);
  });

  it('leave out the retired, and the lists of others', async () => {
    const other = await fixtures.organisation();
    const otherSlug = `muut-${other}`;
    await fixtures.evening(other, { slug: otherSlug });
    expect(await suggest('miel', nobody, `/api/public/evenings/${otherSlug}`)).toEqual([]);
    const [listed] = (await organiser.get(`${list}?search=kela`)).body.affiliations;
    await organiser.patch(`${list}/${listed.id}`, { isRetired: true });
    expect(await suggest('kela')).toEqual([]);
  });

  it('of a draft are for those who arrange only', async () => {
    const draftSlug = `luonnos-${organisation}`;
    const draft = await fixtures.evening(organisation, {
      slug: draftSlug,
      state: 'draft',
      published_at: null,
    });
    expect((await nobody.get(`/api/public/evenings/${draftSlug}/affiliations?typed=miel`)).status).toBe(404);
    expect(names(await suggest('miel', organiser, `/api/evenings/${draft}`))).toHaveLength(2);
  });

  it('serve the door', async () => {
    const { browser } = await fixtures.device(evening, 'door');
    expect(names(await suggest('omais', browser, `/api/evenings/${evening}`))).toEqual(['Åkerin omaiset ry']);
  });

  it('take one statement', async () => {
    const { statements } = await statementsOf(() => suggest('miel'));
    const reads = statements.filter((sql) => sql.includes('affiliation'));
    expect(reads).toHaveLength(1);
  });
});
