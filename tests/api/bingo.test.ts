import { CORNERS, type Square } from '@hillo/domain/bingo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { brokenInvariants } from '../support/invariants.js';
import { type Guest, Room, scan } from '../support/room.js';
import { statementsOf } from '../support/statements.js';

let application: TestApplication;
let room: Room;

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
});
afterAll(() => application.close());

const card = async (guest: Guest) => (await guest.phone.get(`/api/me/${guest.id}/card`)).body;
const markPath = (guest: Guest, encounter: string) => `/api/me/${guest.id}/encounters/${encounter}/mark`;
async function guests(count: number): Promise<Guest[]> {
  const made: Guest[] = [];
  for (let index = 0; index < count; index++) made.push(await room.guest('company'));
  return made;
}

describe('a scan', () => {
  it('makes the meeting for both, marks the square asked for and says which squares fit', async () => {
    const [a, b] = [await room.guest('association'), await room.guest('association')];
    const { status, body } = await scan(a, b, 4);
    expect(status).toBe(200);
    expect(body).toMatchObject({ known: false, markRefusal: null });
    expect(body.card.marks).toMatchObject([{ square: 4, encounterId: body.encounter.id }]);
    expect(body.card).toEqual(await card(a));
    const verdicts = body.squares.map(({ verdict }: { verdict: string }) => verdict);
    expect(verdicts[4]).toBe('this-person');
    expect((await card(b)).marks).toEqual([]);
    const offered = (await b.phone.get(`/api/me/${b.id}/encounters`)).body.encounters;
    expect(offered).toMatchObject([{ id: body.encounter.id, scannedByMe: false }]);
  });

  it('says of a coloured square that it needs another side', async () => {
    const [a, b, c] = [
      await room.guest('association'),
      await room.guest('parish'),
      await room.guest('state'),
    ];
    const same = await scan(a, b, 0);
    expect(same.body.markRefusal).toBe('other-side-needed');
    expect(same.body.card.marks).toEqual([]);
    expect(CORNERS.map((corner) => same.body.squares[corner].verdict)).toEqual(
      CORNERS.map(() => 'other-side-needed'),
    );
    expect((await scan(a, c, 0)).body.card.marks).toHaveLength(1);
  });

  it('done again opens the meeting, and both may scan', async () => {
    const [a, b] = await guests(2);
    const first = await scan(a!, b!);
    const again = await scan(a!, b!);
    const back = await scan(b!, a!);
    expect([again.body.known, back.body.known]).toEqual([true, true]);
    expect(new Set([first, again, back].map(({ body }) => body.encounter.id)).size).toBe(1);
    expect(back.body.encounter.scannedByMe).toBe(false);
  });

  it('takes a spoken code as people type it, among the checked-in only (rule 13)', async () => {
    const [a, b] = await guests(2);
    const typed = (code: string) =>
      a!.phone.post(`/api/me/${a!.id}/encounters`, { who: { by: 'code', code } });
    expect((await typed(`${b!.code.slice(0, 3)} ${b!.code.slice(3)}`)).status).toBe(200);
    expect((await typed((await room.absent()).code)).body.code).toBe('spoken-code-unknown');
    const slip = b!.code.slice(0, 5) + String((Number(b!.code[5]) + 1) % 10);
    expect((await typed(slip)).body.code).toBe('spoken-code-slip');
    expect((await typed('12')).body.code).toBe('spoken-code-malformed');
  });

  it('refuses kindly whom it cannot be (T29), and leaves nothing behind', async () => {
    const [a] = await guests(1);
    const elsewhere = await (await room.another()).guest();
    const revoked = await room.guest('company', { badge_version: 2, badge_hash: 'ff'.repeat(32) });
    const expected: readonly (readonly [Guest, string])[] = [
      [a!, 'own-badge'],
      [elsewhere, 'other-evening'],
      [revoked, 'badge-unknown'],
      [await room.absent(), 'other-not-checked-in'],
      [await room.guest('company', { plays: false, kind: 'person' }), 'other-not-playing'],
    ];
    for (const [whom, code] of expected) {
      const { status, body } = await scan(a!, whom, 4);
      expect(body.code).toBe(code);
      expect(status).toBe(code === 'badge-unknown' ? 404 : 409);
      expect(body.title).not.toContain('problem.');
    }
    const absent = await room.absent();
    expect((await scan(absent, a!)).body.code).toBe('you-not-checked-in');
    expect((await card(a!)).marks).toEqual([]);
    expect((await a!.phone.get(`/api/me/${a!.id}/encounters`)).body.encounters).toEqual([]);
  });

  it('after the close counts only if it was made before it and comes within 12 hours (rule 5)', async () => {
    const closed = await room.another();
    const [a, b] = [await closed.guest(), await closed.guest('company')];
    const made = new Date(application.clock.now().getTime() + 60_000);
    const end = new Date(application.clock.now().getTime() + 3_600_000);
    await application.db.execute(`UPDATE evenings SET state = 'closed', closed_at = $2 WHERE id = $1`, [
      closed.eveningId,
      end,
    ]);
    application.clock.set(new Date(end.getTime() + 60_000));
    try {
      expect((await scan(a, b, 4)).body.code).toBe('evening-closed');
      const late = {
        who: { by: 'badge', token: b.badge },
        square: 4,
        offline: { phoneTime: made.toISOString(), offsetMs: 0 },
      };
      application.clock.advance(13 * 3_600_000);
      expect((await a.phone.post(`/api/me/${a.id}/encounters`, late)).body.code).toBe('delivered-too-late');
      application.clock.advance(-12 * 3_600_000);
      const { body } = await a.phone.post(`/api/me/${a.id}/encounters`, late);
      expect(body.encounter.metAt).toBe(made.toISOString());
      expect(body.card.marks).toHaveLength(1);
    } finally {
      application.clock.set('2026-11-26T12:00:00Z');
    }
  });

  it('takes at most eight round trips: session, BEGIN, operation, read, write, operation, streams, COMMIT', async () => {
    const [a, b] = await guests(2);
    const { result, statements } = await statementsOf(() => scan(a!, b!, 4));
    expect(result.body.card.marks).toHaveLength(1);
    expect(statements.length).toBeGreaterThan(4);
    expect(statements.length).toBeLessThanOrEqual(8);
  });

  it('answers a repeat of the operation the same (T8)', async () => {
    const [a, b] = await guests(2);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const body = { who: { by: 'badge', token: b!.badge }, square: 4 };
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => a!.phone.post(`/api/me/${a!.id}/encounters`, body, key)),
    );
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
  });
});

describe('marks', () => {
  it('are taken from an offer with one tap, moved, and taken back with the ticket they gave', async () => {
    const a = await room.guest();
    const met = await guests(3);
    const encounters: string[] = [];
    for (const other of met) encounters.push((await scan(other, a)).body.encounter.id);
    const put = (index: number, square: Square) => a.phone.post(markPath(a, encounters[index]!), { square });
    expect((await put(0, 3)).body).toMatchObject({ completed: [], ticket: 'unchanged' });
    expect((await put(1, 4)).status).toBe(200);
    const row = await put(2, 5);
    expect(row.body).toMatchObject({ completed: [1], ticket: 'gained' });
    expect(row.body.card).toMatchObject({ rows: [1], ticket: true });
    expect((await put(2, 7)).body.code).toBe('already-on-card');
    const moved = await a.phone.put(markPath(a, encounters[2]!), { square: 7 });
    expect(moved.body).toMatchObject({ ticket: 'lost', card: { rows: [], ticket: false } });
    expect(moved.body.card).toEqual(await card(a));
    const back = await a.phone.delete(markPath(a, encounters[2]!));
    expect(back.body.card.marks.map(({ square }: { square: number }) => square)).toEqual([3, 4]);
    expect((await a.phone.delete(markPath(a, encounters[2]!))).body.code).toBe('no-mark');
    expect((await a.phone.get(`/api/me/${a.id}/encounters`)).body.encounters).toHaveLength(3);
  });

  it('of a full card are refused, and the meeting stands (rule 2)', async () => {
    const a = await room.guest('association');
    const met = await guests(10);
    for (const [index, other] of met.slice(0, 9).entries())
      expect((await scan(a, other, index)).status).toBe(200);
    const tenth = await scan(a, met[9]!, 4);
    expect(tenth.body.markRefusal).toBe('square-filled');
    expect(tenth.body.card.rows).toHaveLength(8);
    expect(new Set(tenth.body.squares.map(({ verdict }: { verdict: string }) => verdict))).toEqual(
      new Set(['filled']),
    );
  });

  it('refuse a square that is none', async () => {
    const [a, b] = await guests(2);
    for (const square of [9, -1, 1.5, '4', null])
      expect((await scan(a!, b!, square as number)).status).toBe(400);
  });
});

describe('a removed meeting', () => {
  it('leaves both sheets; the remover’s square empties, the other’s stays without a name (rule 3)', async () => {
    const [a, b] = await guests(2);
    const encounter = (await scan(a!, b!, 4)).body.encounter.id;
    await b!.phone.post(markPath(b!, encounter), { square: 1 });
    await b!.phone.put(`/api/me/${b!.id}/encounters/${encounter}/note`, { agreed: 'Salainen sopimus' });
    expect((await a!.phone.delete(`/api/me/${a!.id}/encounters/${encounter}`)).status).toBe(204);
    for (const guest of [a!, b!])
      expect((await guest.phone.get(`/api/me/${guest.id}/encounters`)).body.encounters).toEqual([]);
    expect((await card(a!)).marks).toEqual([]);
    expect((await card(b!)).marks).toEqual([{ square: 1, encounterId: encounter, person: null }]);
    const count = await application.db.execute(
      `SELECT 1 FROM encounter_parties WHERE agreed = 'Salainen sopimus'`,
    );
    expect(count).toBe(0);
    expect((await scan(b!, a!)).body.code).toBe('removed-by-other');
    expect((await b!.phone.put(`/api/me/${b!.id}/encounters/${encounter}/note`, {})).body.code).toBe(
      'encounter-removed',
    );
  });

  it('comes back when its remover scans anew, and the remover shares nothing until a new yes', async () => {
    const standing = { shares_with_everyone: true, share_fields: ['email'] };
    const [a, b] = [await room.guest('company', standing), await room.guest('company', standing)];
    const encounter = (await scan(a, b)).body.encounter.id;
    await b.phone.post(markPath(b, encounter), { square: 1 });
    await a.phone.delete(`/api/me/${a.id}/encounters/${encounter}`);
    const again = await scan(a, b, 4);
    expect(again.body.encounter).toMatchObject({ id: encounter, sharing: { own: null, fields: {} } });
    expect((await card(b)).marks[0].person).not.toBeNull();
    expect((await b.phone.get(`/api/me/${b.id}/encounters/${encounter}`)).body.sharing.fields).toEqual({});
  });
});

describe('the card', () => {
  it('is issued by check-in to those who play, hidden by its undoing and comes back unchanged', async () => {
    const absent = await room.absent();
    expect((await absent.phone.get(`/api/me/${absent.id}/card`)).body.code).toBe('no-card');
    const [a, b] = await guests(2);
    await scan(a!, b!, 4);
    const before = await card(a!);
    await room.undoCheckIn(a!.id);
    expect((await card(a!)).code).toBe('no-card');
    await room.checkIn(a!.id);
    expect(await card(a!)).toEqual(before);
    const resting = await room.guest('company', { plays: false });
    expect((await card(resting)).code).toBe('no-card');
  });

  it('keeps its order, the coloured prompts in the corners', async () => {
    const [a] = await guests(1);
    const { prompts } = await card(a!);
    const coloured = prompts.flatMap((prompt: { coloured: boolean }, index: number) =>
      prompt.coloured ? [index] : [],
    );
    expect(coloured).toEqual([...CORNERS]);
    expect((await card(a!)).prompts).toEqual(prompts);
  });
});

describe('the page of a badge link', () => {
  it('sends own links again, and answers a stranger the same (rule 14)', async () => {
    const [a] = await guests(1);
    await application.db.execute(
      `UPDATE registrations SET email_key = 'kadonnut@example.org' WHERE id = $1`,
      [a!.id],
    );
    const ask = (badge: string, email: string) =>
      new Browser(application).post('/api/badges/link-requests', { badge, email });
    const replies = [
      await ask(a!.badge, 'kadonnut@example.org'),
      await ask(a!.badge, 'vieras@example.org'),
      await ask('A'.repeat(26), 'kadonnut@example.org'),
    ];
    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202]);
    const jobs = await application.db.rows(
      z.object({ payload: z.object({ registrationIds: z.array(z.string()) }) }),
      'SELECT payload FROM graphile_worker._private_jobs ORDER BY id',
    );
    expect(jobs.slice(-3).map(({ payload }) => payload.registrationIds)).toEqual([[a!.id], [], []]);
  });
});

describe('all of it', () => {
  it('breaks no invariant', async () => {
    expect(await brokenInvariants(application.db)).toEqual([]);
  });
});
