import { MARKER_ICONS } from '../../client/src/ui/marker/icons.js';
import { badgeLabel } from '../../server/src/modules/door/use-cases/badge-label.js';
import { ICON_PATHS } from '../../server/src/modules/door/use-cases/badge-icons.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { openPdf, pageStructure, pageTexts } from '../support/pdf-pages.js';

let application: TestApplication;
let fixtures: Fixtures;
let evening: string;
let organiser: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  const organisation = await fixtures.organisation();
  evening = await fixtures.evening(organisation);
  organiser = (await fixtures.member(organisation, ['helper'])).browser;
});
afterAll(() => application.close());

const WORDS = { mark: 'Järjestö', qr: 'QR-koodi' };
const PERSON = {
  kind: 'person',
  firstName: 'Maija',
  lastName: 'Mäkelä',
  showsLastName: false,
  affiliation: 'Esimerkkiyhdistys ry',
  side: 'community',
  mark: 'association',
  spokenCode: '123456',
} as const;

describe('a badge', () => {
  it('says the first name and the affiliation, and the last name only if the person chose so', () => {
    const label = badgeLabel(PERSON, 'https://hillo.example/b/abc', WORDS);
    expect(label).toMatchObject({ title: 'Maija', text: 'Esimerkkiyhdistys ry', code: '123456' });
    expect(JSON.stringify(label)).not.toContain('Mäkelä');
    expect(badgeLabel({ ...PERSON, showsLastName: true }, null, WORDS).subtitle).toBe('Mäkelä');
  });

  it('has its link in capitals, and for a child neither QR nor code', () => {
    expect(badgeLabel(PERSON, 'https://hillo.example/b/abc', WORDS).qr?.payload).toBe(
      'HTTPS://HILLO.EXAMPLE/B/ABC',
    );
    const child = badgeLabel({ ...PERSON, kind: 'child' }, null, WORDS);
    expect(child.qr).toBeUndefined();
    expect(child.code).toBeUndefined();
  });

  it('shows residents and experts by experience alike (S23)', () => {
    const resident = badgeLabel({ ...PERSON, mark: 'resident-or-expert' }, null, WORDS);
    expect(resident.band.icon.path).toBe(MARKER_ICONS.person);
  });

  it('has the pictures of the pages', () => {
    expect(ICON_PATHS).toEqual(MARKER_ICONS);
  });
});

describe('badges.pdf', () => {
  const textsOf = async (path: string) => {
    const reply = await organiser.get(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    expect(reply.headers.get('content-disposition')).toContain('filename*=UTF-8');
    const pdf = await openPdf(reply.body);
    const page = await pdf.getPage(1);
    return {
      pdf,
      structure: await pageStructure(page),
      texts: (await pageTexts(page)).map(({ text }) => text),
    };
  };

  it('has everybody with a seat by first name, children without QR, and one again', async () => {
    const names = { last_name: 'Salattu', affiliation: '' };
    const head = await fixtures.registration(evening, { ...names, first_name: 'Åsa' });
    await fixtures.registration(evening, { ...names, first_name: 'Aino', sector: 'resident' });
    await fixtures.registration(evening, {
      ...names,
      first_name: 'Zeno',
      kind: 'child',
      accompanies_id: head,
    });
    await fixtures.registration(evening, { ...names, first_name: 'Jonottaja', state: 'waiting' });
    await fixtures.registration(evening, { ...names, first_name: 'Peruja', state: 'cancelled' });
    const { texts, structure } = await textsOf(`/api/evenings/${evening}/badges.pdf`);
    expect(texts.filter((text) => /^[A-ZÅ][a-zå]+$/.test(text) && text !== 'Järjestö')).toEqual([
      'Aino',
      'Zeno',
      'Åsa',
    ]);
    expect(texts.join(' ')).toContain('Asukas tai');
    expect(structure.match(/Figure:QR-koodi/g)).toHaveLength(2);
    const one = await textsOf(`/api/evenings/${evening}/badges.pdf?registration=${head}`);
    expect(one.texts).toContain('Åsa');
    expect(one.texts).not.toContain('Aino');
  });

  it('knows nobody of another evening', async () => {
    const other = await fixtures.registration(await fixtures.evening(await fixtures.organisation()));
    const reply = await organiser.get(`/api/evenings/${evening}/badges.pdf?registration=${other}`);
    expect(reply.body.code).toBe('not-found');
  });

  it('is a sheet also when nobody has registered', async () => {
    const organisation = await fixtures.organisation();
    const { browser } = await fixtures.member(organisation, ['organiser']);
    const reply = await browser.get(`/api/evenings/${await fixtures.evening(organisation)}/badges.pdf`);
    expect((await openPdf(reply.body)).numPages).toBe(1);
  });
});
