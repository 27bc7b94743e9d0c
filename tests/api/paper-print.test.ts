import { DEFAULT_PROMPTS, promptOrder } from '@hillo/domain/bingo';
import { languageTag, LOCALES } from '@hillo/domain/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { HOSTILE_TEXTS } from '../support/hostile-text.js';
import { isPainted, openPdf, pageStructure, pageTexts } from '../support/pdf-pages.js';
import { readQrCodes } from '../support/qr-reader.js';
import { Room } from '../support/room.js';

let application: TestApplication;
let room: Room;
let organiser: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
  organiser = (await room.fixtures.member(room.organisationId, ['organiser'])).browser;
});
afterAll(() => application.close());

const of = ({ eveningId }: Room, path: string) => `/api/evenings/${eveningId}/${path}`;
const settle = (place: Room, body: object) => organiser.post(of(place, 'paper-cards'), body);

async function pdfOf(place: Room, path: string) {
  const reply = await organiser.get(of(place, path));
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  expect(reply.headers.get('content-type')).toBe('application/pdf');
  return openPdf(reply.body);
}

async function textOf(pdf: Awaited<ReturnType<typeof openPdf>>, number: number): Promise<string> {
  const texts = await pageTexts(await pdf.getPage(number));
  return texts.map(({ text }) => text).join(' ');
}

describe('bingo cards on paper', () => {
  it('are made before their people come in, and are the very cards that check-in brings out', async () => {
    const place = await room.another();
    const maija = await place.absent({ first_name: 'Maija' });
    const ville = await place.absent({ first_name: 'Ville' });
    expect((await settle(place, { of: 'everybody' })).body).toEqual({ cards: 2 });
    expect((await settle(place, { of: 'everybody' })).body).toEqual({ cards: 2 });
    expect((await maija.phone.get(`/api/me/${maija.id}/card`)).body.code).toBe('no-card');
    const pdf = await pdfOf(place, 'paper-cards.pdf');
    expect(pdf.numPages).toBe(4);
    await place.checkIn(maija.id);
    const card = (await maija.phone.get(`/api/me/${maija.id}/card`)).body;
    const order = promptOrder(card.id, DEFAULT_PROMPTS).map(({ id }) => id);
    expect(card.prompts.map(({ id }: { id: string }) => id)).toEqual(order);
    const one = await pdfOf(place, `paper-cards.pdf?registrations=${ville.id}`);
    expect(one.numPages).toBe(2);
    expect(await textOf(one, 1)).toContain('Ville');
    expect(await textOf(one, 1)).not.toContain('Maija');
  });

  it('lock the prompts with the first card on paper, for people and for reserves alike', async () => {
    for (const body of [{ of: 'everybody' }, { of: 'reserves' }]) {
      const place = await room.another();
      await place.absent();
      await organiser.post(of(place, 'reserves'), { count: 1 });
      const locked = async () => (await organiser.get(of(place, 'prompts'))).body.locked;
      expect(await locked()).toBe(false);
      expect((await settle(place, body)).status).toBe(200);
      expect(await locked()).toBe(true);
    }
  });

  it('are for whoever has a seat and plays: not for those who wait, children, or people of another evening', async () => {
    const place = await room.another();
    const waiting = await place.absent({ state: 'waiting' });
    const stranger = await room.absent();
    const chosen = { of: 'chosen', registrations: [waiting.id, stranger.id] };
    expect((await settle(place, chosen)).body.code).toBe('nobody-to-print');
    expect((await organiser.get(of(place, 'paper-cards.pdf'))).body.code).toBe('nobody-to-print');
  });

  it.each(LOCALES)(
    'are tagged, in the person’s language (%s), prompts in fourteen points or more',
    async (locale) => {
      const place = await room.another();
      const person = await place.absent({ first_name: 'Åsa', locale, affiliation: 'Esimerkkilän kaupunki' });
      await settle(place, { of: 'chosen', registrations: [person.id] });
      const pdf = await pdfOf(place, 'paper-cards.pdf');
      const { info } = await pdf.getMetadata();
      expect(info).toMatchObject({ Language: 'fi', Title: expect.stringContaining('Lapset ja perheet') });
      expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
      const [outside, inside] = [await pdf.getPage(1), await pdf.getPage(2)];
      expect([outside.view[2], outside.view[3]].map((side) => Math.round(Number(side)))).toEqual([842, 595]);
      const tree = JSON.stringify(await outside.getStructTree());
      expect(tree).toContain(`"lang":"${languageTag(locale)}"`);
      expect(await pageStructure(outside)).toMatch(
        /^Root\(Document\(Sect\(H1 P (P( Figure:[^)]*?)? ){9}P P H2 P P Figure:.* H2 P P P P P\)\)\)$/,
      );
      expect((await pageStructure(outside)).match(/Figure/g)).toHaveLength(5);
      expect(await pageStructure(inside)).toBe('Root(Document(Sect(H2 P P P P P P P P P H2 P P P)))');
      const left = 148.5 * (72 / 25.4);
      const prompts = (await pageTexts(outside)).filter(({ x, text }) => x > left && /\p{L}{3}/u.test(text));
      const words = prompts.slice(2, -2);
      expect(words.length).toBeGreaterThan(15);
      for (const { size, text } of words) expect(size, text).toBeGreaterThanOrEqual(14);
      for (const { size, text } of [...(await pageTexts(outside)), ...(await pageTexts(inside))])
        expect(size, text).toBeGreaterThanOrEqual(9);
    },
  );

  it('carry the own code and a QR that is the badge’s link; first name and affiliation, never more', async () => {
    const place = await room.another();
    const person = await place.absent({ first_name: 'Åsa', last_name: 'Salainen', phone: '040 1234567' });
    await settle(place, { of: 'everybody' });
    const pdf = await pdfOf(place, 'paper-cards.pdf');
    expect(await readQrCodes(pdf, 1)).toEqual([`HTTP://HILLO.TEST/B/${person.badge}`]);
    const words = `${await textOf(pdf, 1)} ${await textOf(pdf, 2)}`;
    expect(words).toContain(`${person.code.slice(0, 3)} ${person.code.slice(3)}`);
    expect(words).not.toMatch(/Salainen|040|example/);
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) expect(await textOf(pdf, 2)).toContain(`${number}.`);
  });

  it('can all be in easy Finnish', async () => {
    const place = await room.another();
    await place.absent();
    await settle(place, { of: 'everybody' });
    const pdf = await pdfOf(place, 'paper-cards.pdf?language=fi-selko');
    expect((await pdf.getMetadata()).info).toMatchObject({ Language: 'fi-simple' });
    expect(await textOf(pdf, 1)).toContain('Sinun koodisi');
  });

  it('of reserves have a line for the name, the order of the card that the badge gives, and code and QR', async () => {
    const place = await room.another();
    await organiser.post(of(place, 'reserves'), { count: 2 });
    await settle(place, { of: 'reserves' });
    const pdf = await pdfOf(place, 'paper-cards.pdf?of=reserves');
    expect(pdf.numPages).toBe(4);
    const [link = ''] = await readQrCodes(pdf, 1);
    const person = await place.absent();
    const door = (await place.fixtures.device(place.eveningId, 'door')).browser;
    const badge = { by: 'badge', token: link.split('/').at(-1) };
    const given = await door.post(of(place, 'door/badges'), { badge, registrationId: person.id });
    const code = given.body.spokenCode;
    expect(await textOf(pdf, 1)).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
    await place.checkIn(person.id);
    const card = (await person.phone.get(`/api/me/${person.id}/card`)).body;
    const first = DEFAULT_PROMPTS.find(({ id }) => id === card.prompts[0].id);
    expect(promptOrder(card.id, DEFAULT_PROMPTS)[0]).toEqual(first);
    const left = await pdfOf(place, 'paper-cards.pdf?of=reserves');
    expect(left.numPages).toBe(2);
  });

  it('hold whatever is written in names and prompts, and nothing within 8 mm of the edge', async () => {
    const place = await room.another();
    for (const text of HOSTILE_TEXTS.slice(0, 6))
      await place.absent({ first_name: text || 'x', affiliation: 'Pitkä nimi '.repeat(20) });
    const prompts = (await organiser.get(of(place, 'prompts'))).body.prompts.map(
      (prompt: { coloured: boolean }, index: number) => ({
        ...prompt,
        id: `own-${index}`,
        wordings: {
          fi: { title: `${index} ${'Lastensuojelupalveluohjaaja '.repeat(3)}`.slice(0, 80), starter: '' },
        },
      }),
    );
    const saved = await organiser.put(of(place, 'prompts'), { prompts });
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    await settle(place, { of: 'everybody' });
    const pdf = await pdfOf(place, 'paper-cards.pdf');
    for (const number of [1, 2]) {
      const nearEdge = (x: number, y: number) => x < 8 || y < 8 || x > 297 - 8 || y > 210 - 8;
      expect(await isPainted(pdf, await pdf.getPage(number), nearEdge)).toBe(false);
    }
  });
});

describe('the attendance list on paper', () => {
  it('has everybody with a seat by last name, boxes, codes, and empty lines; a table for screen readers', async () => {
    const place = await room.another();
    const aalto = await place.absent({ first_name: 'Ville', last_name: 'Aalto' });
    await place.absent({ first_name: 'Åsa', last_name: 'Öhman' });
    await place.absent({
      first_name: 'Tuki',
      last_name: 'Aalto',
      kind: 'support',
      accompanies_id: aalto.id,
      plays: false,
    });
    await place.absent({ first_name: 'Jono', last_name: 'Jonottaja', state: 'waiting' });
    const pdf = await pdfOf(place, 'attendance-list.pdf');
    const page = await pdf.getPage(1);
    const texts = (await pageTexts(page)).map(({ text }) => text);
    expect(texts.filter((text) => /Aalto|Öhman|Jonottaja/.test(text))).toEqual([
      'Aalto Tuki (tukihenkilö)',
      'Aalto Ville',
      'Öhman Åsa',
    ]);
    expect(texts.join(' ')).toContain(`${aalto.code.slice(0, 3)} ${aalto.code.slice(3)}`);
    expect(await pageStructure(page)).toMatch(
      /^Root\(Document\(H1 P Table\(TR\(TH TH TH\)( TR\(TD:Paikalla TD TD TD\)){3}\) P\)\)$/,
    );
    expect(await isPainted(pdf, page, (x, y) => x > 15 && x < 20 && y > 230 && y < 270)).toBe(true);
  });

  it('goes over pages, and has empty lines also when nobody has registered', async () => {
    const place = await room.another();
    const empty = await pdfOf(place, 'attendance-list.pdf');
    expect(empty.numPages).toBe(1);
    for (let index = 0; index < 40; index += 1) await place.fixtures.registration(place.eveningId);
    const pdf = await pdfOf(place, 'attendance-list.pdf');
    expect(pdf.numPages).toBeGreaterThan(1);
    const last = (await pageTexts(await pdf.getPage(pdf.numPages))).map(({ text }) => text);
    expect(last).toContain(`Sivu ${pdf.numPages} / ${pdf.numPages}`);
    expect(last).toContain('Muut tulijat');
  });
});
