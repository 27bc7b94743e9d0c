import { EveningListeners, type ToldChange } from '@hillo/server/modules/evenings';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestApplication, startTestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let organiser: Browser;
let evening: string;
const told: { event: string; payload: Record<string, unknown> }[] = [];

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
  organiser = (await fixtures.member(organisation, ['organiser'])).browser;
  const hear = (event: string) => async (_: unknown, payload: object) => {
    told.push({ event, payload: payload as Record<string, unknown> });
  };
  application.nest.get(EveningListeners).add({
    changed: hear('changed'),
    cancelled: hear('cancelled'),
    closed: hear('closed'),
    dayBefore: hear('dayBefore'),
    copied: hear('copied'),
  });
});
afterAll(() => application.close());

beforeEach(async () => {
  application.clock.set('2026-11-20T12:00:00Z');
  evening = await fixtures.evening(organisation);
  told.length = 0;
});

const TELL = { confirmed: true, mailAdditions: false, words: 'Sali vaihtui.' };
const change = (body: object) => organiser.patch(`/api/evenings/${evening}`, body);
const events = () => told.map((one) => one.event);

describe('changing a published evening', () => {
  it('asks before a new time or place is mailed, then tells once with the words and a higher sequence', async () => {
    const venue = { name: 'Kirjasto', address: 'Toinen tie 2' };
    const asked = await change({ venue });
    expect(asked.body).toMatchObject({ code: 'change-not-confirmed', data: { changes: 'place' } });
    expect((await organiser.get(`/api/evenings/${evening}`)).body.venue.name).toBe('Kylätalo');
    const changed = await change({ venue, tell: TELL });
    expect(changed.body).toMatchObject({ sequence: 1, venue });
    expect(events()).toEqual(['changed']);
    const [{ payload }] = told as unknown as [{ payload: ToldChange }];
    expect(payload.before.plan.venue.name).toBe('Kylätalo');
    expect(payload).toMatchObject({
      words: 'Sali vaihtui.',
      changes: { mustMail: ['place'] },
      evening: { sequence: 1 },
    });
  });

  it('mails additions only if the organiser wants', async () => {
    const texts = { title: '', description: 'Kahvia on.', can: '', cannot: '' };
    expect((await change({ texts })).body).toMatchObject({ sequence: 0, description: 'Kahvia on.' });
    expect(events()).toEqual([]);
    await change({ texts: { ...texts, can: 'Tavata' }, tell: { ...TELL, mailAdditions: true } });
    expect(events()).toEqual(['changed']);
  });

  it('leaves what was not sent', async () => {
    await change({ capacity: 40, sideOverrides: { education: 'community' } });
    const { body } = await change({
      accessibility: { features: { 'step-free': true, 'quiet-room': false }, directions: 'Ovi pihalta' },
    });
    expect(body).toMatchObject({
      capacity: 40,
      sideOverrides: { education: 'community' },
      venue: {
        name: 'Kylätalo',
        features: { 'step-free': true, 'quiet-room': false },
        directions: 'Ovi pihalta',
      },
    });
    expect(body.venue.features).not.toHaveProperty('hearing-loop');
    expect((await change({ capacity: null })).body.capacity).toBeNull();
  });

  it('opens and closes registration by time and by hand', async () => {
    const window = { by: 'by-time', opensAt: { wall: '2026-11-21T08:00' }, closesAt: null };
    expect((await change({ registration: window })).body.registrationAnswer).toBe('not-yet');
    expect((await change({ registration: { ...window, by: 'open' } })).body.registrationAnswer).toBe('open');
    const wrong = { ...window, closesAt: { wall: '2026-11-21T07:00' } };
    expect((await change({ registration: wrong })).body.code).toBe('registration-times-wrong');
  });

  it('is over with the evening', async () => {
    await organiser.post(`/api/evenings/${evening}/cancel`, { words: '' });
    expect((await change({ capacity: 3 })).body.code).toBe('evening-state-forbids');
  });
});

describe('the programme', () => {
  const block = { id: '019ab000-0000-7000-8000-000000000001', kind: 'bingo', title: '', confirmed: false };
  const put = (blocks: object[]) => organiser.put(`/api/evenings/${evening}/programme`, { blocks });

  it('is tentative until confirmed, in the order of time', async () => {
    const { body } = await put([
      { ...block, startsAt: null, endsAt: null, kind: 'panel' },
      {
        ...block,
        startsAt: { wall: '2026-11-26T18:00' },
        endsAt: { wall: '2026-11-26T18:45' },
        confirmed: true,
      },
    ]);
    expect(body.programme).toMatchObject([
      {
        kind: 'bingo',
        startsAt: '2026-11-26T16:00:00.000Z',
        endsAt: '2026-11-26T16:45:00.000Z',
        confirmed: true,
      },
      { kind: 'panel', startsAt: null, confirmed: false },
    ]);
    const again = await put(
      body.programme.map((one: object) => ({ ...one, startsAt: null, endsAt: null, confirmed: false })),
    );
    expect(again.body.programme.map((one: { id: string }) => one.id).toSorted()).toEqual(
      body.programme.map((one: { id: string }) => one.id).toSorted(),
    );
  });

  it('never takes over a block of another evening by its id', async () => {
    const [mine] = (await put([{ ...block, startsAt: null, endsAt: null }])).body.programme;
    const other = await fixtures.evening(organisation);
    const sent = [{ ...mine, startsAt: null, endsAt: null }];
    const { body } = await organiser.put(`/api/evenings/${other}/programme`, { blocks: sent });
    expect(body.programme[0].id).not.toBe(mine.id);
    expect((await organiser.get(`/api/evenings/${evening}`)).body.programme).toHaveLength(1);
  });

  it('says which block has wrong times', async () => {
    const wrong = await put([
      { ...block, startsAt: { wall: '2026-11-26T18:00' }, endsAt: { wall: '2026-11-26T17:00' } },
    ]);
    expect(wrong.body).toMatchObject({ code: 'programme-times-wrong', data: { block: 0 } });
  });
});

describe('the end of an evening', () => {
  it('is a cancellation with own words and a higher sequence; the page stays and says so', async () => {
    const { body } = await organiser.post(`/api/evenings/${evening}/cancel`, { words: 'Sairastapaus' });
    expect(body).toMatchObject({ state: 'cancelled', sequence: 1, registrationAnswer: 'evening-cancelled' });
    expect(told).toMatchObject([{ event: 'cancelled', payload: { words: 'Sairastapaus' } }]);
    const file = await new Browser(application).get(`/api/public/evenings/${body.slug}/calendar`);
    expect(String(file.body)).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:1/);
  });

  it('is a close by hand of a running one only', async () => {
    expect((await organiser.post(`/api/evenings/${evening}/close`)).body.code).toBe('evening-state-forbids');
    await application.db.execute(`UPDATE evenings SET state = 'running' WHERE id = $1`, [evening]);
    expect((await organiser.post(`/api/evenings/${evening}/close`)).body.state).toBe('closed');
    expect(events()).toEqual(['closed']);
  });

  it('comes by itself at 04:00 on the wall, once', async () => {
    const run = async (at: string) => {
      application.clock.set(at);
      await application.transactions.run((db) => db.enqueue('close-evenings', {}));
      await application.runJobs();
      return (await organiser.get(`/api/evenings/${evening}`)).body.state;
    };
    expect(await run('2026-11-27T01:59:00Z')).toBe('published');
    expect(await run('2026-11-27T02:00:00Z')).toBe('closed');
    await run('2026-11-27T02:10:00Z');
    const mine = told.filter((one) => one.payload['id'] === evening);
    expect(mine.map((one) => one.event)).toEqual(['closed']);
  });
});

describe('the day before', () => {
  const remind = async (at: string) => {
    application.clock.set(at);
    await application.transactions.run((db) => db.enqueue('remind-of-evenings', {}));
    await application.runJobs();
    return told.filter((one) => one.event === 'dayBefore' && one.payload['id'] === evening).length;
  };

  it('gives the word once, at the same time on the wall', async () => {
    expect(await remind('2026-11-25T14:59:00Z')).toBe(0);
    expect(await remind('2026-11-25T15:00:00Z')).toBe(1);
    expect(await remind('2026-11-25T15:10:00Z')).toBe(1);
  });

  it('gives it again for a new day', async () => {
    await remind('2026-11-25T15:00:00Z');
    const time = { startsAt: { wall: '2026-12-03T17:00' }, endsAt: { wall: '2026-12-03T20:00' } };
    expect((await change({ time, tell: TELL })).status).toBe(200);
    expect(await remind('2026-12-02T15:00:00Z')).toBe(2);
  });
});

describe('copying an evening', () => {
  it('takes the chosen parts and never people; other nouns copy theirs', async () => {
    await change({ capacity: 60, texts: { title: '', description: 'Tervetuloa', can: '', cannot: '' } });
    const { body, status } = await organiser.post(`/api/evenings/${evening}/copies`, {
      startsAt: { wall: '2027-02-04T17:30' },
      parts: ['frame', 'texts', 'bingo-prompts'],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'draft',
      startsAt: '2027-02-04T15:30:00.000Z',
      endsAt: '2027-02-04T18:30:00.000Z',
      capacity: 60,
      description: 'Tervetuloa',
      venue: { name: '' },
      theme: { text: 'Lapset ja perheet' },
    });
    expect(told.at(-1)).toEqual({
      event: 'copied',
      payload: { sourceId: evening, targetId: body.id, parts: ['bingo-prompts'] },
    });
    expect((await organiser.post(`/api/evenings/${body.id}/publish`)).body.code).toBe('place-missing');
  });
});
