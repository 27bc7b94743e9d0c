import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { type Guest, Room, scan } from '../support/room.js';
import { statementsOf } from '../support/statements.js';

let application: TestApplication;
let room: Room;

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
});
afterAll(() => application.close());

const NOTE = {
  agreed: 'Yhteinen tietoilta keväällä',
  nextStep: 'Soitan tiistaina',
  date: '2026-12-01',
  owner: 'writer',
};

async function pair(
  first: object = {},
  second: object = {},
): Promise<{ a: Guest; b: Guest; encounter: string }> {
  const a = await room.guest('association', { ...first });
  const b = await room.guest('municipality', { ...second });
  const { body } = await scan(a, b);
  return { a, b, encounter: body.encounter.id };
}

function path(guest: Guest, encounter: string, rest = ''): string {
  return `/api/me/${guest.id}/encounters/${encounter}${rest}`;
}

describe('own encounters', () => {
  it('lists them for both, with first name and affiliation and nothing else of the other', async () => {
    const { a, b, encounter } = await pair(
      { share_fields: ['email'] },
      { share_fields: ['email', 'phone'], phone: '0401234567' },
    );
    const own = (await a.phone.get(`/api/me/${a.id}/encounters`)).body;
    expect(own.encounters).toHaveLength(1);
    expect(own.encounters[0]).toMatchObject({ id: encounter, scannedByMe: true });
    expect(own.encounters[0].other.marker).toEqual({ mark: 'municipality', side: 'public' });
    expect(own.chosen).toEqual(['email']);
    expect(own.shareable).toEqual(['lastName', 'email']);
    const others = (await b.phone.get(`/api/me/${b.id}/encounters`)).body;
    expect(others.encounters[0]).toMatchObject({ id: encounter, scannedByMe: false });
    expect(JSON.stringify(own)).not.toMatch(/@example|Esimerkki"|0401234567/);
  });

  it('asks the database the same few questions for one and for many', async () => {
    const a = await room.guest();
    const counted = async () =>
      (await statementsOf(() => a.phone.get(`/api/me/${a.id}/encounters`))).statements.length;
    await scan(a, await room.guest());
    const one = await counted();
    for (let index = 0; index < 5; index++) await scan(a, await room.guest());
    expect(one).toBeGreaterThan(0);
    expect(await counted()).toBe(one);
  });
});

describe('notes', () => {
  it('are each party’s own, and both see both', async () => {
    const { a, b, encounter } = await pair();
    const written = await a.phone.put(path(a, encounter, '/note'), NOTE);
    expect(written.status).toBe(200);
    expect(written.body.ownNote).toEqual(NOTE);
    const seen = (await b.phone.get(path(b, encounter))).body;
    expect(seen.otherNote).toEqual(NOTE);
    expect(seen.ownNote.agreed).toBe('');
  });

  it('are copied with one tap, who does what turned round', async () => {
    const { a, b, encounter } = await pair();
    expect((await b.phone.post(path(b, encounter, '/same-note'))).body.code).toBe('nothing-to-copy');
    await a.phone.put(path(a, encounter, '/note'), NOTE);
    const copied = await b.phone.post(path(b, encounter, '/same-note'));
    expect(copied.body.ownNote).toEqual({ ...NOTE, owner: 'other' });
  });

  it('refuse a day that is none and a text that is too long, beside the field', async () => {
    const { a, encounter } = await pair();
    const reply = await a.phone.put(path(a, encounter, '/note'), {
      ...NOTE,
      date: '2026-02-30',
      agreed: 'x'.repeat(1001),
    });
    expect(reply.status).toBe(400);
    expect(reply.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '#/agreed',
      '#/date',
    ]);
  });
});

describe('sharing', () => {
  it('shows contact fields only when both have said yes, and stops with a withdrawal (T28, rule 4)', async () => {
    const { a, b, encounter } = await pair(
      { email: 'a@example.org' },
      { email: 'b@example.org', phone: '0401112222' },
    );
    const fields = async (guest: Guest) => (await guest.phone.get(path(guest, encounter))).body.sharing;
    await a.phone.put(path(a, encounter, '/sharing'), { fields: ['email'], audience: 'person' });
    expect((await fields(b)).fields).toEqual({});
    expect(await fields(b)).toMatchObject({ otherSaidYes: true, own: null });
    await b.phone.put(path(b, encounter, '/sharing'), { fields: ['phone'], audience: 'person' });
    expect((await fields(a)).fields).toEqual({ phone: '0401112222' });
    expect((await fields(b)).fields).toEqual({ email: 'a@example.org' });
    await a.phone.delete(path(a, encounter, '/sharing'));
    expect((await fields(b)).fields).toEqual({});
    expect((await fields(a)).fields).toEqual({});
  });

  it('follows the standing choice of both, until one of them says no for this meeting', async () => {
    const standing = { shares_with_everyone: true, share_fields: ['email'], email: 'c@example.org' };
    const { a, b, encounter } = await pair(standing, standing);
    const { body } = await a.phone.get(path(a, encounter));
    expect(body.sharing).toMatchObject({ fromStanding: true, fields: { email: 'c@example.org' } });
    await b.phone.put(path(b, encounter, '/sharing'), { fields: [], audience: 'person' });
    expect((await a.phone.get(path(a, encounter))).body.sharing.fields).toEqual({});
  });

  it('names the association in the text only of somebody whose association may see', async () => {
    const { a, b, encounter } = await pair({ association_may_see: true });
    expect((await b.phone.get(path(b, encounter))).body.sharing.audience).toBe('person-and-association');
    expect((await a.phone.get(path(a, encounter))).body.sharing.audience).toBe('person');
  });
});

describe('strangers', () => {
  it('find nothing by another’s encounter, in every route (T34, T35)', async () => {
    const { a, encounter } = await pair();
    const stranger = await room.guest();
    const replies = [
      await stranger.phone.get(path(stranger, encounter)),
      await stranger.phone.put(path(stranger, encounter, '/note'), NOTE),
      await stranger.phone.post(path(stranger, encounter, '/same-note')),
      await stranger.phone.put(path(stranger, encounter, '/sharing'), {
        fields: ['email'],
        audience: 'person',
      }),
      await stranger.phone.delete(path(stranger, encounter, '/sharing')),
      await stranger.phone.post(path(stranger, encounter, '/mark'), { square: 1 }),
      await stranger.phone.delete(path(stranger, encounter, '/mark')),
      await stranger.phone.delete(path(stranger, encounter)),
    ];
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
    expect((await stranger.phone.get(`/api/me/${a.id}/encounters`)).status).toBe(403);
    expect((await a.phone.get(path(a, encounter))).status).toBe(200);
  });

  it('change nothing by fields that the contract does not know', async () => {
    const { a, b, encounter } = await pair();
    const extra = {
      ...NOTE,
      registrationId: b.id,
      removedById: b.id,
      __proto__: { agreed: 'x' },
      constructor: 1,
    };
    const reply = await a.phone.put(path(a, encounter, '/note'), extra);
    expect(reply.body.otherNote.agreed).toBe('');
  });
});

describe('a repeat', () => {
  it('of the same operation writes once and answers the same (T8)', async () => {
    const { a, encounter } = await pair();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => a.phone.put(path(a, encounter, '/note'), NOTE, key)),
    );
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const other = await a.phone.put(path(a, encounter, '/note'), { ...NOTE, agreed: 'Muuta' }, key);
    expect(other.status).toBe(422);
  });
});
