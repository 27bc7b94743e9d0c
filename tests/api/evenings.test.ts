import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApplication, operationId, startTestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let organiser: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation('Kumppaniverkosto');
  organiser = (await fixtures.member(organisation, ['organiser'])).browser;
});
afterAll(() => application.close());

const FRAME = {
  theme: { key: 'children-and-families' },
  startsAt: { wall: '2026-12-10T17:00' },
  endsAt: { wall: '2026-12-10T20:30' },
  venue: { name: 'Kylätalo', address: 'Esimerkkitie 1, Järvenpää' },
};

function begin(browser: Browser, changes: Readonly<Record<string, unknown>> = {}, key = operationId()) {
  return browser.post(
    `/api/organisations/${organisation}/evenings`,
    { ...FRAME, ...changes },
    { 'idempotency-key': key },
  );
}

async function published(changes: Readonly<Record<string, unknown>> = {}) {
  const { body } = await begin(organiser, changes);
  const reply = await organiser.post(`/api/evenings/${body.id}/publish`);
  expect(reply.status).toBe(200);
  return reply.body;
}

describe('beginning an evening', () => {
  it('needs theme, time and place only, and is a draft that nobody outside sees', async () => {
    const { status, body } = await begin(organiser);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'draft',
      theme: { key: 'children-and-families', text: 'Lapset ja perheet' },
      startsAt: '2026-12-10T15:00:00.000Z',
      endsAt: '2026-12-10T18:30:00.000Z',
      timeZone: 'Europe/Helsinki',
      capacity: null,
      registrationAnswer: 'not-published',
    });
    expect((await new Browser(application).get(`/api/public/evenings/${body.slug}`)).status).toBe(404);
  });

  it('takes an own theme, and says beside the field when it is empty', async () => {
    expect((await begin(organiser, { theme: { text: '  Ilta  metsästä ' } })).body.theme).toEqual({
      key: null,
      text: 'Ilta metsästä',
    });
    const empty = await begin(organiser, { theme: { text: ' ' }, venue: { name: '', address: '' } });
    expect(empty.status).toBe(400);
    expect(
      empty.body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]),
    ).toEqual([
      ['#/theme/text', 'required'],
      ['#/venue/name', 'required'],
    ]);
  });

  it('asks which of two, and tells where a time that never comes would move (T48)', async () => {
    const twice = { startsAt: { wall: '2026-10-25T03:30' }, endsAt: { wall: '2026-10-25T06:00' } };
    const asked = await begin(organiser, twice);
    expect(asked.body).toMatchObject({ code: 'time-ambiguous', data: { field: 'startsAt' } });
    const later = await begin(organiser, {
      ...twice,
      startsAt: { wall: '2026-10-25T03:30', choice: 'later' },
    });
    expect(later.body.startsAt).toBe('2026-10-25T01:30:00.000Z');
    const never = await begin(organiser, {
      startsAt: { wall: '2027-03-28T03:30' },
      endsAt: { wall: '2027-03-28T06:00' },
    });
    expect(never.body).toMatchObject({ code: 'time-nonexistent', data: { movedTo: '2027-03-28T04:30' } });
  });

  it('refuses an end before the start and a day that does not exist', async () => {
    expect((await begin(organiser, { endsAt: { wall: '2026-12-10T16:00' } })).body.code).toBe(
      'evening-ends-before-start',
    );
    expect((await begin(organiser, { endsAt: { wall: '2026-02-31T16:00' } })).body.errors[0].pointer).toBe(
      '#/endsAt/wall',
    );
  });

  it('makes one evening of the same operation sent twice', async () => {
    const key = operationId();
    const [first, second] = [await begin(organiser, {}, key), await begin(organiser, {}, key)];
    expect(second.body).toEqual(first.body);
  });

  it('belongs to organisers of that organisation alone', async () => {
    const helper = (await fixtures.member(organisation, ['helper'])).browser;
    const other = (await fixtures.member(await fixtures.organisation('Toinen'), ['organiser'])).browser;
    expect((await begin(helper)).status).toBe(403);
    expect((await begin(other)).status).toBe(403);
    const { body } = await begin(organiser);
    expect((await helper.get(`/api/evenings/${body.id}`)).status).toBe(200);
    expect((await other.get(`/api/evenings/${body.id}`)).status).toBe(403);
    expect((await other.patch(`/api/evenings/${body.id}`, { capacity: 5 })).status).toBe(403);
  });
});

describe('publishing', () => {
  it('gives a readable address, and another one to a namesake on the same day', async () => {
    const [first, second] = [await published(), await published()];
    expect(first.slug).toBe('lapset-ja-perheet-2026-12-10');
    expect(second.slug).toMatch(/^lapset-ja-perheet-2026-12-10-[0-9a-f]{6}$/);
    expect(first.publicUrl).toBe(`http://hillo.test/e/${first.slug}`);
    expect(first.registrationAnswer).toBe('open');
    const seen = await new Browser(application).get(`/api/public/evenings/${first.slug}`);
    expect(seen.body).toMatchObject({ organiser: 'Kumppaniverkosto', venue: { name: 'Kylätalo' } });
    expect(seen.body).not.toHaveProperty('capacity');
  });

  it('happens once', async () => {
    const { id } = await published();
    const again = await organiser.post(`/api/evenings/${id}/publish`);
    expect(again.body).toMatchObject({ code: 'evening-state-forbids', data: { state: 'published' } });
  });

  it('draws the picture, 1200 × 630', async () => {
    const { slug } = await published({ theme: { text: 'Kuvallinen ilta' } });
    await application.runJobs();
    const image = await new Browser(application).get(`/api/public/evenings/${slug}/share-image`);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect([image.body.readUInt32BE(16), image.body.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('offers a calendar file that holds the public address only', async () => {
    const { slug } = await published({ theme: { text: 'Kalenteri-ilta' } });
    const file = await new Browser(application).get(`/api/public/evenings/${slug}/calendar`);
    const text = String(file.body).replaceAll('\r\n ', '');
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(text).toContain('DTSTART:20261210T150000Z');
    expect(text).toContain(`URL;VALUE=URI:http://hillo.test/e/${slug}`);
    expect(text).not.toMatch(/ATTENDEE|\/p\//);
  });
});
