import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
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

const path = (evening: Room) => `/api/evenings/${evening.eveningId}/pulse/room`;
const seen = async (evening: Room, by: Browser = organiser) => {
  // What was read within the last second may be told again.
  application.clock.advance(2_000);
  const { rev, ...picture } = (await by.get(path(evening))).body;
  expect(rev).toBeGreaterThanOrEqual(0);
  return picture;
};

async function people(evening: Room, sectors: Readonly<Record<string, number>>): Promise<Guest[]> {
  const guests: Guest[] = [];
  for (const [sector, count] of Object.entries(sectors))
    for (let each = 0; each < count; each += 1) guests.push(await evening.guest(sector as 'association'));
  return guests;
}

describe('the picture of the room', () => {
  let evening: Room;
  let guests: Guest[];

  beforeAll(async () => {
    evening = await room.another();
    guests = await people(evening, { municipality: 5, association: 5 });
    await scan(guests[0]!, guests[5]!);
    await scan(guests[1]!, guests[6]!);
    await scan(guests[5]!, guests[6]!);
  });

  it('shows everybody as a dot in the order in which they came, and meetings as counts', async () => {
    expect(await seen(evening)).toEqual({
      groups: [
        { sides: ['public'], count: 5 },
        { sides: ['community'], count: 5 },
      ],
      looks: [
        { group: 0, side: 'public', mark: 'municipality' },
        { group: 1, side: 'community', mark: 'association' },
      ],
      people: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
      meetings: {
        total: 3,
        across: 2,
        between: [
          { a: 0, b: 1, count: 2 },
          { a: 1, b: 1, count: 1 },
        ],
      },
    });
  });

  it('is the same for host, helper and attendee, and tells nobody from anybody', async () => {
    const helper = (await evening.fixtures.member(evening.organisationId, ['helper'])).browser;
    const host = (await evening.fixtures.device(evening.eveningId, 'host')).browser;
    const shown = JSON.stringify(await seen(evening));
    for (const reader of [helper, host, guests[3]!.phone])
      expect(JSON.stringify(await seen(evening, reader))).toBe(shown);
    expect(shown).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    for (const { code, badge } of guests) {
      expect(shown).not.toContain(code);
      expect(shown).not.toContain(badge);
    }
    // Who scanned whom changes nothing: other pairs of the same sides give the same answer.
    const other = await room.another();
    const there = await people(other, { municipality: 5, association: 5 });
    await scan(there[8]!, there[4]!);
    await scan(there[4]!, there[9]!);
    await scan(there[9]!, there[7]!);
    expect(JSON.stringify(await seen(other))).toBe(shown);
  });

  it('is not for people of other evenings, nor for nobody', async () => {
    const stranger = await (await room.another()).guest();
    expect((await stranger.phone.get(path(evening))).status).toBe(403);
    const foreign = await evening.fixtures.member(await evening.fixtures.organisation(), ['organiser']);
    expect((await foreign.browser.get(path(evening))).status).toBe(403);
    expect((await new Browser(application).get(path(evening))).status).toBe(401);
  });

  it('is answered by its tag until something changes', async () => {
    let etag = '';
    // A tick may come in between: then both are asked for again.
    await vi.waitFor(async () => {
      etag = (await organiser.get(path(evening))).headers.get('etag') ?? '';
      expect((await organiser.get(path(evening), { 'if-none-match': etag })).status).toBe(304);
    });
    await scan(guests[2]!, guests[7]!);
    application.clock.advance(2_000);
    const changed = await organiser.get(path(evening), { 'if-none-match': etag });
    expect(changed).toMatchObject({ status: 200, body: { meetings: { total: 4, across: 3 } } });
  });

  it('loses the dot of somebody who was not there after all, and the line of a meeting that was removed', async () => {
    const { body } = await guests[5]!.phone.get(`/api/me/${guests[5]!.id}/encounters`);
    const { meetings: before } = await seen(evening);
    await guests[5]!.phone.delete(`/api/me/${guests[5]!.id}/encounters/${body.encounters[0].id}`);
    await evening.undoCheckIn(guests[9]!.id);
    const { people: dots, meetings } = await seen(evening);
    expect(dots).toHaveLength(9);
    expect(meetings.total).toBe(before.total - 1);
  });
});

it('does not say whom few people met, nor who the few are (product rule 1)', async () => {
  const evening = await room.another();
  const guests = await people(evening, { municipality: 5, association: 6, company: 1 });
  await scan(guests[11]!, guests[0]!);
  const { groups, looks, meetings } = await seen(evening);
  expect(groups).toEqual([
    { sides: ['public', 'business'], count: 6 },
    { sides: ['community'], count: 6 },
  ]);
  expect(looks[0]).toEqual({ group: 0, side: null, mark: null });
  expect(meetings).toEqual({ total: 1, across: 1, between: null });
});

it('begins to count meetings when five people are here, and shows residents and experts alike', async () => {
  const evening = await room.another();
  const guests = await people(evening, { resident: 2, 'expert-by-experience': 2 });
  await scan(guests[0]!, guests[2]!);
  expect(await seen(evening)).toMatchObject({ meetings: null, people: [0, 0, 0, 0] });
  await evening.guest('expert-by-experience', { shows_exact_sector: true });
  await evening.guest('association', { plays: false });
  expect(await seen(evening)).toMatchObject({
    looks: [{ side: 'community', mark: 'resident-or-expert' }],
    people: [0, 0, 0, 0, 0],
    meetings: { total: 1, across: 0 },
  });
});
