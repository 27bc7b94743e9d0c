import { DEFAULT_PROMPTS } from '@hillo/domain/bingo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { brokenInvariants } from '../support/invariants.js';
import { type Guest, Room, scan } from '../support/room.js';

let application: TestApplication;
let room: Room;
let organiser: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
  organiser = (await room.fixtures.member(room.organisationId, ['organiser'])).browser;
});
afterAll(() => application.close());

const of = (evening: Room, rest: string) => `/api/evenings/${evening.eveningId}/${rest}`;
const defaults = () => DEFAULT_PROMPTS.map((prompt) => ({ ...prompt, wordings: {} }));
const OWN = { title: 'Joku, jolla on koira', starter: 'Mikä koirasi nimi on?' };

describe('the nine prompts', () => {
  it('begin as the defaults, take own words and colours, and show on the card in the reader’s language', async () => {
    const evening = await room.another();
    const before = await organiser.get(of(evening, 'prompts'));
    expect(before.body).toEqual({ locked: false, prompts: defaults() });
    const prompts = defaults().map((prompt, index) =>
      index === 0
        ? { id: 'own', coloured: true, wordings: { fi: OWN, sv: { title: 'Någon med hund', starter: '' } } }
        : prompt,
    );
    const saved = await organiser.put(of(evening, 'prompts'), { prompts });
    expect(saved.status).toBe(200);
    expect(saved.body.prompts[0]).toEqual({ ...prompts[0], id: 'own-0' });
    const guest = await evening.guest();
    const shown = async (locale: string) => {
      const { body } = await guest.phone.get(`/api/me/${guest.id}/card`, { 'hillo-locale': locale });
      return body.prompts.find((prompt: { id: string }) => prompt.id === 'own-0').own;
    };
    expect(await shown('sv')).toEqual({ title: 'Någon med hund', starter: '', locale: 'sv' });
    expect(await shown('en')).toEqual({ ...OWN, locale: 'fi' });
  });

  it('lock with the first card: only spelling after that (rule 2)', async () => {
    const evening = await room.another();
    const prompts = defaults().map((prompt, index) =>
      index === 0 ? { id: 'own', coloured: false, wordings: { fi: OWN } } : prompt,
    );
    await organiser.put(of(evening, 'prompts'), { prompts });
    await evening.guest();
    const change = (wording: object, coloured = false) =>
      organiser.put(of(evening, 'prompts'), {
        prompts: prompts.map((prompt, index) =>
          index === 0 ? { id: 'own-0', coloured, wordings: { fi: wording } } : prompt,
        ),
      });
    expect((await change({ ...OWN, title: 'Joku jolla on koira' })).body.locked).toBe(true);
    const other = await change({ ...OWN, title: 'Joku, joka laulaa kuorossa' });
    expect(other).toMatchObject({ status: 409, body: { code: 'prompts-locked', data: { index: 0 } } });
    expect((await change(OWN, true)).body.code).toBe('prompts-locked');
  });

  it('are refused when one is missing, twice or without words', async () => {
    const evening = await room.another();
    const put = (prompts: object[]) => organiser.put(of(evening, 'prompts'), { prompts });
    expect((await put(defaults().slice(1))).status).toBe(400);
    expect((await put([...defaults().slice(1), defaults()[1]!])).body.code).toBe('prompt-twice');
    expect((await put([{ id: 'x', coloured: false, wordings: {} }, ...defaults().slice(1)])).body.code).toBe(
      'prompt-without-words',
    );
    const blank = [
      { id: 'x', coloured: false, wordings: { fi: { title: ' ', starter: '' } } },
      ...defaults().slice(1),
    ];
    expect((await put(blank)).body.errors[0]).toMatchObject({
      pointer: '#/prompts/0/wordings/fi/title',
      code: 'required',
    });
  });
});

describe('the pulse', () => {
  it('counts marks, meetings, sides and tickets, and warns of a side that stands alone', async () => {
    const evening = await room.another();
    const people: Guest[] = [];
    for (const sector of ['municipality', 'municipality', 'association'] as const)
      people.push(await evening.guest(sector));
    const [a, b, c] = people;
    await scan(a!, b!, 4);
    await scan(a!, c!, 0);
    const pulse = await organiser.get(of(evening, 'pulse'));
    expect(pulse.body).toMatchObject({
      present: 3,
      players: 3,
      encounters: 2,
      crossSide: 1,
      marks: 2,
      tickets: 0,
    });
    expect(pulse.body.sides).toEqual([
      { side: 'public', present: 2, others: 1, needed: 4, short: true },
      { side: 'community', present: 1, others: 2, needed: 4, short: true },
      { side: 'business', present: 0, others: 3, needed: 4, short: false },
    ]);
    expect(JSON.stringify(pulse.body)).not.toMatch(/Osallistuja|Esimerkki/);
  });

  it('is for organiser, helper and host, and nobody else', async () => {
    const helper = (await room.fixtures.member(room.organisationId, ['helper'])).browser;
    const access = (await room.fixtures.member(room.organisationId, ['access-host'])).browser;
    const host = (await room.fixtures.device(room.eveningId, 'host')).browser;
    const door = (await room.fixtures.device(room.eveningId, 'door')).browser;
    const guest = await room.guest();
    const seen = await Promise.all(
      [organiser, helper, host, access, door, guest.phone].map((browser) => browser.get(of(room, 'pulse'))),
    );
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 403, 403, 403]);
  });
});

describe('a mark entered by the host', () => {
  it('takes both spoken codes, shows which squares fit and never whose the others are', async () => {
    const evening = await room.another();
    const host = (await evening.fixtures.device(evening.eveningId, 'host')).browser;
    const [owner, other, third] = [
      await evening.guest(),
      await evening.guest('parish'),
      await evening.guest('state', { first_name: 'Kolmas' }),
    ];
    await scan(owner, third, 4);
    const asked = await host.get(of(evening, `squares-for?owner=${owner.code}&other=${other.code}`));
    expect(asked.body.squares.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'other-side-needed',
      'fits',
      'other-side-needed',
      'fits',
      'filled',
      'fits',
      'other-side-needed',
      'fits',
      'other-side-needed',
    ]);
    const text = JSON.stringify(asked.body);
    expect(text).not.toMatch(/Kolmas|state/);
    const body = { owner: owner.code, other: other.code, square: 3 };
    const marked = await host.post(of(evening, 'marks-for'), body);
    expect(marked.body).toMatchObject({ square: 3, rows: 0, ticket: false });
    expect((await host.post(of(evening, 'marks-for'), { ...body, square: 5 })).body.code).toBe(
      'already-on-card',
    );
    expect(
      (
        await host.post(of(evening, 'marks-for'), {
          ...body,
          owner: other.code,
          other: owner.code,
          square: 0,
        })
      ).body.code,
    ).toBe('other-side-needed');
    const card = (await owner.phone.get(`/api/me/${owner.id}/card`)).body;
    expect(card.marks.map(({ square }: { square: number }) => square)).toEqual([3, 4]);
    const by = await application.db.execute(`SELECT 1 FROM marks WHERE marked_by LIKE 'device:%'`);
    expect(by).toBe(1);
  });

  it('follows the same rules: not for oneself, not for the absent, not by the organiser', async () => {
    const host = (await room.fixtures.device(room.eveningId, 'host')).browser;
    const [owner, absent] = [await room.guest(), await room.absent()];
    const enter = (browser: Browser, other: string) =>
      browser.post(of(room, 'marks-for'), { owner: owner.code, other, square: 4 });
    expect((await enter(host, owner.code)).body.code).toBe('own-badge');
    expect((await enter(host, absent.code)).body.code).toBe('spoken-code-unknown');
    expect((await enter(organiser, absent.code)).status).toBe(403);
    expect(await brokenInvariants(application.db)).toEqual([]);
  });
});
