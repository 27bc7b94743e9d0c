import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { NOW, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { DrawGround } from '../support/draw-ground.js';
import { Fixtures } from '../support/fixtures.js';

let application: TestApplication;
let fixtures: Fixtures;
let ground: DrawGround;
let organiser: Browser;
let host: Browser;
let evening: string;
let draw: string;
let players: string[];

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterAll(() => application.close());

beforeEach(async () => {
  application.clock.set(NOW);
  const organisation = await fixtures.organisation();
  evening = await fixtures.evening(organisation, { state: 'running' });
  ground = new DrawGround(fixtures, evening);
  organiser = (await fixtures.member(organisation, ['organiser'])).browser;
  host = (await fixtures.device(evening, 'host')).browser;
  await ground.prizes(organiser);
  players = [];
  for (let n = 0; n < 4; n += 1) players.push(await ground.player());
  draw = (await organiser.post(`/api/evenings/${evening}/draws`)).body.draws[0].id;
});

const path = (rest: string) => `/api/evenings/${evening}/draws/${draw}/${rest}`;

async function reveal(): Promise<string[]> {
  await organiser.post(path('freeze'));
  await organiser.post(path('public-number'), { calls: ['4711', '0832', '9050'] });
  const desk = (await organiser.post(path('reveal'))).body;
  return desk.draws[0].winners.map(({ ticket }: { ticket: string }) => ticket);
}

async function winners() {
  return (await organiser.get(`/api/evenings/${evening}/draws`)).body.draws[0].winners;
}

/** Each player's own page by the ticket that it shows. */
async function ownPages(): Promise<Map<string, { ownPrizeHandedOverAt: string | null }>> {
  const pages = new Map();
  for (const id of players) {
    const { body } = await (await fixtures.attendee(evening, id)).get(`/api/me/${id}/draw`);
    pages.set(body.draw.ownTicket, body.draw);
  }
  return pages;
}

it('is recorded with who, when and with whom; the winner’s page shows it, and nobody else’s', async () => {
  const [first = '', second = ''] = await reveal();
  application.clock.advance(60_000);
  const reply = await host.put(path(`handed-over/${first}`), { withWhom: '  Leipomo   Esimerkki Oy ' });
  expect(reply.status).toBe(200);
  expect(reply.body.draws[0].winners[0].handedOver).toEqual({
    at: '2026-11-26T12:01:00.000Z',
    by: 'Vapaaehtoinen',
    withWhom: 'Leipomo Esimerkki Oy',
  });
  expect(reply.body.draws[0].winners[1].handedOver).toBeNull();
  const pages = await ownPages();
  expect(pages.get(first)?.ownPrizeHandedOverAt).toBe('2026-11-26T12:01:00.000Z');
  for (const [ticket, page] of pages) if (ticket !== first) expect(page.ownPrizeHandedOverAt).toBeNull();
  expect(JSON.stringify(pages.get(second))).not.toContain('Leipomo');
});

it('keeps who recorded it first, whoever presses again', async () => {
  const [first = ''] = await reveal();
  await host.put(path(`handed-over/${first}`), {});
  await organiser.put(path(`handed-over/${first}`), { withWhom: 'Kylätalo' });
  expect((await winners())[0].handedOver).toMatchObject({ by: 'Vapaaehtoinen', withWhom: 'Kylätalo' });
});

it('is taken back, which is harmless twice', async () => {
  const [first = ''] = await reveal();
  await host.put(path(`handed-over/${first}`), {});
  for (let turn = 0; turn < 2; turn += 1)
    expect((await organiser.delete(path(`handed-over/${first}`))).status).toBe(200);
  expect((await winners())[0].handedOver).toBeNull();
  expect((await ownPages()).get(first)?.ownPrizeHandedOverAt).toBeNull();
});

it('stands in the way of the next of the sequence until it is taken back', async () => {
  const [first = ''] = await reveal();
  const pass = { ticket: first, reason: 'not-present' };
  await host.put(path(`handed-over/${first}`), {});
  expect((await organiser.post(path('passed-tickets'), pass)).body.code).toBe('prize-handed-over');
  await host.delete(path(`handed-over/${first}`));
  expect((await organiser.post(path('passed-tickets'), pass)).status).toBe(200);
  expect((await host.put(path(`handed-over/${first}`), {})).body.code).toBe('ticket-not-drawn');
  const [{ ticket: next }] = await winners();
  expect((await host.put(path(`handed-over/${next}`), {})).status).toBe(200);
});

it('goes to one of two hosts who hand over and pass on at once', async () => {
  const [first = ''] = await reveal();
  const replies = await Promise.all([
    host.put(path(`handed-over/${first}`), {}),
    organiser.post(path('passed-tickets'), { ticket: first, reason: 'not-present' }),
  ]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const [winner] = await winners();
  expect(winner.handedOver === null).toBe(winner.ticket !== first);
});

it('is refused before the reveal, for a ticket without a prize, and for another evening’s host', async () => {
  expect((await host.put(path('handed-over/AAAA-AAAA'), {})).body.code).toBe('draw-state-forbids');
  const drawn = await reveal();
  expect((await host.put(path('handed-over/ZZZZ-ZZZZ'), {})).body.code).toBe('ticket-not-drawn');
  const elsewhere = await fixtures.evening(await fixtures.organisation(), { state: 'running' });
  const stranger = (await fixtures.device(elsewhere, 'host')).browser;
  const foreign = `/api/evenings/${elsewhere}/draws/${draw}/handed-over/${drawn[0]}`;
  expect((await stranger.put(foreign, {})).status).toBe(404);
  expect((await stranger.put(path(`handed-over/${drawn[0]}`), {})).status).toBe(403);
  const long = await host.put(path(`handed-over/${drawn[0]}`), { withWhom: 'x'.repeat(121) });
  expect(long.body.errors[0]).toMatchObject({ pointer: '#/withWhom', code: 'too-long' });
});

it('is in the organiser’s file of winners, which another reader opens; no host takes it along', async () => {
  const [first = '', second = ''] = await reveal();
  application.clock.advance(60_000);
  await host.put(path(`handed-over/${first}`), { withWhom: '=SUM(1;2)' });
  const file = `/api/evenings/${evening}/draws/winners.csv`;
  expect((await host.get(file)).status).toBe(403);
  const { status, headers, body } = await organiser.get(file, { 'accept-language': 'fi' });
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('poista-viimeistaan-2026-12-26');
  const rows = parse(body.toString('utf8'), { bom: true, delimiter: ';', columns: true });
  expect(rows).toMatchObject([
    {
      Arvonta: '1',
      Palkinto: 'Kylätalon sali neljäksi tunniksi',
      Arpa: first,
      Annettu: '2026-11-26 14:01',
      Kirjasi: 'Vapaaehtoinen',
      'Käytetään yhdessä': "'=SUM(1;2)",
    },
    { Palkinto: 'Tutustumiskäynti', Arpa: second, Annettu: '', Kirjasi: '' },
  ]);
});

it('forgets with whom after 30 days, and keeps that it was handed over', async () => {
  const [first = ''] = await reveal();
  await host.put(path(`handed-over/${first}`), { withWhom: 'Kylätalo' });
  application.clock.set('2026-12-27T00:00:00Z');
  await application.transactions.run((db) => db.enqueue('forget-ticket-holders', {}));
  await application.runJobs();
  application.clock.set(NOW);
  expect((await winners())[0].handedOver).toMatchObject({ withWhom: '', by: 'Vapaaehtoinen' });
});
