import { parseSpokenCode } from '@hillo/domain/door';
import { ReserveRepository } from '../../server/src/modules/door/data/reserve-repository.js';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { hashToken } from '@hillo/server/platform/tokens';
import { operationId, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { barrier } from '../support/gates.js';
import { brokenInvariants } from '../support/invariants.js';
import { openPdf, pageStructure, pageTexts } from '../support/pdf-pages.js';
import { readQrCodes } from '../support/qr-reader.js';
import { Room, scan } from '../support/room.js';

const ROUNDS = process.env['HILLO_TEST_FULL'] === '1' ? 20 : 3;

let application: TestApplication;
let room: Room;
let organiser: Browser;
let door: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
  organiser = (await room.fixtures.member(room.organisationId, ['organiser'])).browser;
  door = (await room.fixtures.device(room.eveningId, 'door')).browser;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => application.close());

const of = ({ eveningId }: Room, path: string) => `/api/evenings/${eveningId}/${path}`;

const reserveRow = z.object({ id: z.uuid(), code: z.string() });
async function freeOf(evening: Room, target = application) {
  const rows = await target.db.rows(
    reserveRow,
    'SELECT id, spoken_code AS code FROM badge_reserves WHERE evening_id = $1 AND bound_at IS NULL ORDER BY spoken_code',
    [evening.eveningId],
  );
  return rows.map(({ id, code }) => ({ id, code, badge: target.tokens.derive('badge', id, 1) }));
}

async function reserved(count = 1, evening: Room = room, desk = organiser) {
  expect((await desk.post(of(evening, 'reserves'), { count })).status).toBe(201);
  return (await freeOf(evening)).slice(0, count);
}

const give = (badge: object, registrationId: string, evening: Room = room, browser = door) =>
  browser.post(of(evening, 'door/badges'), { badge, registrationId });
const byCode = (code: string) => ({ by: 'code', code });

describe('badges printed ahead', () => {
  it('have codes that no registration gets, are counted, and repeated they are made once', async () => {
    const evening = await room.another();
    const key = operationId();
    for (let turn = 0; turn < 2; turn += 1) {
      const reply = await organiser.post(of(evening, 'reserves'), { count: 9 }, { 'idempotency-key': key });
      expect(reply.body).toEqual({ total: 9, free: 9 });
    }
    const free = await freeOf(evening);
    expect(new Set(free.map(({ code }) => code)).size).toBe(9);
    for (const { code } of free) {
      expect(parseSpokenCode(code)).toEqual({ ok: true, value: code });
      expect(code).toMatch(/^9/);
    }
    const walkIn = { firstName: 'Ville', sector: 'resident' };
    const entrance = (await evening.fixtures.device(evening.eveningId, 'door')).browser;
    const { body } = await entrance.post(of(evening, 'door/walk-ins'), walkIn);
    expect(body.person.spokenCode).not.toMatch(/^9/);
  });

  it('are at most a thousand an evening', async () => {
    const evening = await room.another();
    for (let turn = 0; turn < 5; turn += 1) await organiser.post(of(evening, 'reserves'), { count: 200 });
    const reply = await organiser.post(of(evening, 'reserves'), { count: 1 });
    expect(reply.body).toMatchObject({ code: 'reserves-exhausted', data: { left: 0 } });
  });

  it('are printed eight on a sheet with room for a name; the QR is the badge’s link', async () => {
    const evening = await room.another();
    const free = await reserved(9, evening);
    const reply = await organiser.get(of(evening, 'reserves/badges.pdf'));
    expect(reply.status).toBe(200);
    const pdf = await openPdf(reply.body);
    expect(pdf.numPages).toBe(2);
    const page = await pdf.getPage(1);
    expect(await pageStructure(page)).toMatch(
      /Sect\(P P Figure:QR-koodi, joka kertoo kenen nimilappu tämä on P\)/,
    );
    const texts = (await pageTexts(page)).map(({ text }) => text);
    const shown = free.slice(0, 8).map(({ code }) => `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(texts.filter((text) => /^\d{3} \d{3}$/.test(text))).toEqual(shown);
    expect((await readQrCodes(pdf, 1)).toSorted()).toEqual(
      free
        .slice(0, 8)
        .map(({ badge }) => `HTTP://HILLO.TEST/B/${badge}`)
        .toSorted(),
    );
  });
});

describe('the door gives one to a person', () => {
  it('scanned before it is somebody’s it says so, by QR and by code', async () => {
    const [ahead] = await reserved();
    const check = (who: object) => door.post(of(room, 'door/check-ins'), { who, admit: null });
    expect((await check({ by: 'badge', token: ahead!.badge })).body.code).toBe('badge-unbound');
    expect((await check(byCode(ahead!.code))).body.code).toBe('badge-unbound');
  });

  it('by QR or code: then it is the person’s badge in every scan, and the one before is valid no more', async () => {
    const [ahead] = await reserved();
    const [person, other] = [await room.guest('association'), await room.guest('company')];
    const reply = await give({ by: 'badge', token: ahead!.badge }, person.id);
    expect(reply.body).toMatchObject({ id: person.id, spokenCode: ahead!.code });
    expect((await scan(other, { badge: person.badge })).body.code).toBe('badge-unknown');
    expect((await scan(other, ahead!)).body.encounter.other.firstName).toMatch(/Osallistuja/);
    const own = await person.phone.get(`/api/me/${person.id}`);
    expect(own.body.registration.spokenCode).toBe(ahead!.code);
    expect(JSON.stringify(own.body)).toContain(`/b/${ahead!.badge}`);
    const again = await give(byCode(` ${ahead!.code.slice(0, 3)}-${ahead!.code.slice(3)}`), person.id);
    expect(again.status).toBe(200);
    const snapshot = (await door.get(of(room, 'door'))).body;
    const listed = snapshot.people.find(({ id }: { id: string }) => id === person.id);
    expect(listed.badge).toBe(hashToken(ahead!.badge));
    expect(snapshot.voidBadges).toContain(hashToken(person.badge));
    expect(await brokenInvariants(application.db)).toEqual([]);
  });

  it('its empty card takes the order of the card beside the badge; one with a mark keeps its own', async () => {
    const [first, second] = await reserved(2);
    const [fresh, playing, other] = [await room.guest(), await room.guest(), await room.guest('company')];
    await scan(playing, other, 4);
    const cardOf = async ({ id, phone }: typeof fresh) => (await phone.get(`/api/me/${id}/card`)).body;
    const before = await cardOf(playing);
    await give(byCode(first!.code), fresh.id);
    await give(byCode(second!.code), playing.id);
    expect((await cardOf(fresh)).id).toBe(first!.id);
    expect(await cardOf(playing)).toMatchObject({ id: before.id, marks: before.marks });
    const absent = await room.absent();
    const [third] = await reserved();
    await give(byCode(third!.code), absent.id);
    await room.checkIn(absent.id);
    expect((await cardOf(absent)).id).toBe(third!.id);
  });

  it('one badge is one person’s for good', async () => {
    const [ahead, another] = await reserved(2);
    const [maija, ville] = [await room.guest(), await room.guest()];
    await give(byCode(ahead!.code), maija.id);
    expect((await give(byCode(ahead!.code), ville.id)).body.code).toBe('badge-taken');
    expect((await give(byCode(another!.code), maija.id)).body.spokenCode).toBe(another!.code);
    expect((await give(byCode(ahead!.code), maija.id)).body.code).toBe('badge-taken');
    expect((await give(byCode(ahead!.code), ville.id)).body.code).toBe('badge-taken');
  });

  it('not to a child, nor to somebody of another evening, nor a badge of another evening', async () => {
    const [ahead] = await reserved();
    const child = await room.fixtures.registration(room.eveningId, {
      kind: 'child',
      plays: false,
      accompanies_id: (await room.guest()).id,
    });
    expect((await give(byCode(ahead!.code), child)).body.code).toBe('no-code-for-children');
    const next = await room.another();
    const stranger = await next.guest();
    expect((await give(byCode(ahead!.code), stranger.id)).body.code).toBe('not-found');
    const theirDoor = (await room.fixtures.device(next.eveningId, 'door')).browser;
    const foreign = await give(byCode(ahead!.code), stranger.id, next, theirDoor);
    expect(foreign.body.code).toBe('spoken-code-unknown');
    expect((await give(byCode('900000'), stranger.id, next, theirDoor)).body.code).toMatch(/spoken-code/);
    const token = ahead!.badge;
    const scanned = await give({ by: 'badge', token }, stranger.id, next, theirDoor);
    expect(scanned.body.code).toBe('badge-unknown');
  });
});

describe('two doors give one badge to two people at once', () => {
  it('one of them gets it, the other is told', async () => {
    const [one, two] = [door, (await room.fixtures.device(room.eveningId, 'door')).browser];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [ahead] = await reserved();
      const [maija, ville] = [await room.guest(), await room.guest()];
      const replies = await Promise.all([
        give(byCode(ahead!.code), maija.id, room, one),
        give(byCode(ahead!.code), ville.id, room, two),
      ]);
      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(replies.find(({ status }) => status === 409)?.body.code).toBe('badge-taken');
    }
    expect(await brokenInvariants(application.db)).toEqual([]);
  });

  it('would both get it without the lock and the constraints (negative control)', async () => {
    const bare = await startTestApplication();
    try {
      for (const name of ['badge_from', 'badge_hash', 'evening_id_spoken_code'])
        await bare.db.execute(`ALTER TABLE registrations DROP CONSTRAINT uq_registrations_${name}`);
      const evening = await Room.open(bare);
      const desk = (await evening.fixtures.member(evening.organisationId, ['organiser'])).browser;
      await desk.post(of(evening, 'reserves'), { count: 1 });
      const [ahead] = await freeOf(evening, bare);
      const [maija, ville] = [await evening.absent(), await evening.absent()];
      const reserves = bare.nest.get(ReserveRepository);
      const bothHaveRead = barrier(2);
      vi.spyOn(reserves, 'lock').mockImplementation(async (db, ...asked) => {
        const found = await reserves.byKey(db, ...asked);
        // Nobody goes on before the other has read the same.
        await bothHaveRead();
        return found;
      });
      const doors = await Promise.all([0, 1].map(() => evening.fixtures.device(evening.eveningId, 'door')));
      const replies = await Promise.all(
        [maija, ville].map(({ id }, index) => give(byCode(ahead!.code), id, evening, doors[index]!.browser)),
      );
      expect(replies.map(({ status }) => status)).toEqual([200, 200]);
      expect(await brokenInvariants(bare.db)).toContainEqual(
        expect.objectContaining({ invariant: 'a badge printed ahead on somebody who did not take it' }),
      );
    } finally {
      await bare.close();
    }
  });
});
