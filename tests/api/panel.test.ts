import { QUESTION_MAX } from '@hillo/domain/panel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser, Reply } from '../support/browser-session.js';
import { type Guest, Room } from '../support/room.js';

let application: TestApplication;
let room: Room;
let host: Browser;
let desk: string;

beforeAll(async () => {
  application = await startTestApplication();
});
afterAll(() => application.close());
beforeEach(async () => {
  room = room ? await room.another() : await Room.open(application);
  host = (await room.fixtures.device(room.eveningId, 'host')).browser;
  desk = `/api/evenings/${room.eveningId}`;
});

async function ask(guest: Guest, text: string, more: object = {}): Promise<Reply> {
  application.clock.advance(20_000);
  return guest.phone.post(`/api/me/${guest.id}/questions`, { text, ...more });
}

async function onDesk(id: string) {
  const { questions } = (await host.get(`${desk}/panel/desk`)).body;
  return questions.find((question: { id: string }) => question.id === id);
}

/** Moves a question by the version that the desk shows. */
async function move(id: string, how: string, more: object = {}): Promise<Reply> {
  const { version } = await onDesk(id);
  return host.post(`${desk}/questions/${id}/moves`, { move: how, version, ...more });
}

async function shown(guest: Guest, text: string): Promise<string> {
  const { id } = (await ask(guest, text)).body;
  expect((await move(id, 'approve')).status).toBe(200);
  return id;
}

const seenBy = async (guest: Guest) => (await guest.phone.get(`${desk}/panel`)).body.questions;
const own = async (guest: Guest) => (await guest.phone.get(`/api/me/${guest.id}/questions`)).body;
const vote = (guest: Guest, id: string) => guest.phone.put(`/api/me/${guest.id}/votes/${id}`, {});
const unvote = (guest: Guest, id: string) => guest.phone.delete(`/api/me/${guest.id}/votes/${id}`);

describe('asking', () => {
  it('waits for the host, is shown, goes on the stage and is answered', async () => {
    const [aino, veikko] = [await room.guest(), await room.guest()];
    const asked = await ask(aino, '  Milloin kylätalo\non auki? ', { aim: 'speaker', speaker: 'Lyyti' });
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      text: 'Milloin kylätalo on auki?',
      state: 'waiting',
      speaker: 'Lyyti',
    });
    const { id } = asked.body;
    expect(await seenBy(veikko)).toEqual([]);
    await move(id, 'approve');
    expect(await seenBy(veikko)).toMatchObject([{ id, state: 'shown', asker: null, votes: 0 }]);
    await move(id, 'put-on-stage');
    expect((await own(aino)).questions).toMatchObject([{ id, state: 'on-stage' }]);
    await move(id, 'answer', { answer: 'Joka tiistai.' });
    expect(await seenBy(veikko)).toMatchObject([{ id, state: 'answered', answer: 'Joka tiistai.' }]);
    await move(id, 'put-back');
    expect(await seenBy(veikko)).toMatchObject([{ id, state: 'shown' }]);
  });

  it('counts characters as people count them', async () => {
    const aino = await room.guest();
    const family = '👨‍👩‍👧‍👦';
    expect((await ask(aino, family.repeat(QUESTION_MAX))).status).toBe(201);
    const long = await ask(aino, family.repeat(QUESTION_MAX + 1));
    expect(long.body.errors).toMatchObject([{ pointer: '#/text', code: 'too-long' }]);
    expect((await ask(aino, ' \u200b ')).body.errors).toMatchObject([{ code: 'required' }]);
  });

  it('takes one question of a person in twenty seconds, and the same one sent twice is one', async () => {
    const aino = await room.guest();
    const path = `/api/me/${aino.id}/questions`;
    const key = { 'idempotency-key': '018f0000-0000-7000-8000-000000000001' };
    const first = await aino.phone.post(path, { text: 'Yksi' }, key);
    expect((await aino.phone.post(path, { text: 'Yksi' }, key)).body).toEqual(first.body);
    application.clock.advance(5_000);
    const soon = await aino.phone.post(path, { text: 'Kaksi' });
    expect([soon.status, soon.body.code, soon.body.data]).toEqual([429, 'asked-too-soon', { seconds: 15 }]);
    application.clock.advance(15_000);
    expect((await aino.phone.post(path, { text: 'Kaksi' })).status).toBe(201);
  });

  it('is for people in the room while questions are taken', async () => {
    const [aino, absent] = [await room.guest(), await room.absent()];
    expect((await ask(absent, 'Hei?')).body.code).toBe('not-checked-in');
    await host.patch(`${desk}/panel`, { phase: 'closed' });
    expect((await ask(aino, 'Hei?')).body.code).toBe('panel-closed');
    await host.patch(`${desk}/panel`, { phase: 'running' });
    expect((await ask(aino, 'Hei?')).status).toBe(201);
    await application.db.execute(`UPDATE evenings SET state = 'closed' WHERE id = $1`, [room.eveningId]);
    expect((await ask(aino, 'Vielä yksi?')).body.code).toBe('panel-closed');
  });

  it('can be corrected while it waits and withdrawn later; its words are gone', async () => {
    const [aino, veikko] = [await room.guest(), await room.guest()];
    const { id } = (await ask(aino, 'Misä?')).body;
    const path = `/api/me/${aino.id}/questions/${id}`;
    expect((await aino.phone.patch(path, { text: 'Missä?' })).body.text).toBe('Missä?');
    expect((await veikko.phone.patch(path, { text: 'x' })).status).toBe(403);
    const foreign = `/api/me/${veikko.id}/questions/${id}`;
    expect((await veikko.phone.patch(foreign, { text: 'x' })).status).toBe(404);
    expect((await veikko.phone.delete(foreign)).status).toBe(404);
    await move(id, 'approve');
    expect((await aino.phone.patch(path, { text: 'Mistä?' })).body.code).toBe('question-state-forbids');
    expect((await aino.phone.delete(path)).status).toBe(204);
    expect(await seenBy(veikko)).toEqual([]);
    expect((await own(aino)).questions).toEqual([]);
    expect(await onDesk(id)).toBeUndefined();
    expect(await words(id)).toEqual({ text: '', search_key: '' });
  });

  it('is shown at once without moderation, but for what the word list marks', async () => {
    const [aino, veikko] = [await room.guest(), await room.guest()];
    const { id: waiting } = (await ask(aino, 'Odotanko?')).body;
    await host.patch(`${desk}/panel`, { isModerated: false });
    expect(await seenBy(veikko)).toMatchObject([{ id: waiting }]);
    expect((await ask(aino, 'Näkyykö heti?')).body.state).toBe('shown');
    const { id, state } = (await ask(aino, 'Miksi tämä on paskaa?')).body;
    expect(state).toBe('waiting');
    expect(await onDesk(id)).toMatchObject({ markedWords: ['paskaa'] });
    await host.patch(`${desk}/panel`, { isModerated: true });
    expect((await ask(aino, 'Entä nyt?')).body.state).toBe('waiting');
  });

  it('finds shown questions that are alike while somebody types, and no others', async () => {
    const [aino, veikko] = [await room.guest(), await room.guest()];
    const bus = await shown(aino, 'Milloin Järvenpään bussi kulkee iltaisin?');
    await shown(aino, 'Kuka hoitaa kylätalon avaimet?');
    await ask(aino, 'Kulkeeko Järvenpään bussi sunnuntaisin?');
    const similar = async (text: string) =>
      (await veikko.phone.get(`/api/me/${veikko.id}/similar-questions?text=${encodeURIComponent(text)}`)).body
        .ids;
    expect(await similar('jarvenpaan bussin aikataulu')).toEqual([bus]);
    expect(await similar('Saako koiran tuoda?')).toEqual([]);
    expect(await similar('bus')).toEqual([]);
  });
});

describe('with and without a name', () => {
  it('shows a name only where the asker gave it; a mute connects no two questions of one person', async () => {
    const aino = await room.guest('association', { first_name: 'Aino', affiliation: 'Kyläyhdistys' });
    const veikko = await room.guest();
    const { id: secret } = (await ask(aino, 'Kuka tämän maksaa?')).body;
    const { id: named } = (await ask(aino, 'Kuka tulee mukaan?', { withName: true })).body;
    for (const id of [secret, named]) await move(id, 'approve');
    const asker = { firstName: 'Aino', affiliation: 'Kyläyhdistys' };
    expect(await onDesk(named)).toMatchObject({ asker, hasAsker: true });
    expect(await onDesk(secret)).toMatchObject({ asker: null, hasAsker: true, isMuted: false });
    const muted = await host.put(`${desk}/questions/${secret}/mute`, {});
    expect(muted.status).toBe(200);
    expect(await onDesk(secret)).toMatchObject({ isMuted: true });
    expect(await onDesk(named)).toMatchObject({ isMuted: false });
    expect((await ask(aino, 'Entä tämä?')).body.code).toBe('asker-muted');
    expect((await ask(veikko, 'Minulta kyllä?')).status).toBe(201);
    // Nowhere in what the host or another phone gets stands who asked without a name.
    for (const body of [muted.body, await seenBy(veikko)]) {
      const text = JSON.stringify(body);
      expect(text).not.toContain(aino.id);
      expect(text.split('Aino')).toHaveLength(2);
    }
    await host.delete(`${desk}/questions/${secret}/mute`);
    expect((await ask(aino, 'Entä nyt?')).status).toBe(201);
  });

  it('is typed in from cards and from what was said by helpers, marked so', async () => {
    const { browser: helper } = await room.fixtures.member(room.organisationId, ['helper']);
    for (const source of ['card', 'spoken']) {
      const { status, body } = await helper.post(`${desk}/questions`, { text: `Kysymys ${source}`, source });
      expect(status).toBe(201);
      expect(await onDesk(body.id)).toMatchObject({ source, hasAsker: false, asker: null });
      expect((await host.put(`${desk}/questions/${body.id}/mute`, {})).status).toBe(404);
    }
    expect((await helper.get(`${desk}/panel/desk`)).status).toBe(403);
  });
});

describe('voting', () => {
  it('counts one vote a person, gives it back, and lets nobody vote for the own question', async () => {
    const [aino, veikko, siiri] = [await room.guest(), await room.guest(), await room.guest()];
    const id = await shown(aino, 'Saako tänne tuoda lapset?');
    expect((await vote(veikko, id)).body).toEqual({ question: id, voted: true, votes: 1 });
    expect((await vote(veikko, id)).body.votes).toBe(1);
    expect((await vote(siiri, id)).body.votes).toBe(2);
    expect((await own(veikko)).voted).toEqual([id]);
    expect((await unvote(veikko, id)).body).toEqual({ question: id, voted: false, votes: 1 });
    expect((await vote(aino, id)).body.code).toBe('own-question');
    const { id: waiting } = (await ask(aino, 'Näkyykö tämä?')).body;
    expect((await vote(veikko, waiting)).body.code).toBe('question-not-open');
    await move(id, 'hide', { reason: 'asked-already' });
    expect((await vote(veikko, id)).body.code).toBe('question-not-open');
    const elsewhere = await room.another();
    const stranger = await elsewhere.guest();
    expect((await vote(stranger, id)).status).toBe(404);
  });

  it('counts a person once for what was merged, and gives votes back when it is taken apart', async () => {
    const people = [await room.guest(), await room.guest(), await room.guest(), await room.guest()] as const;
    const [aino, veikko, siiri, lauri] = people;
    const one = await shown(aino, 'Missä kokoonnumme?');
    const two = await shown(veikko, 'Missä on kokous?');
    await vote(siiri, one);
    await vote(siiri, two);
    await vote(lauri, two);
    await move(two, 'merge', { into: one });
    expect(await seenBy(lauri)).toMatchObject([{ id: one, votes: 2 }]);
    expect((await own(veikko)).questions).toMatchObject([{ id: two, state: 'merged', mergedInto: one }]);
    expect((await own(lauri)).voted).toEqual([one]);
    // A phone that shows the old list votes for what it became, and takes its one vote back.
    expect((await vote(lauri, two)).body).toEqual({ question: one, voted: true, votes: 2 });
    expect((await unvote(siiri, one)).body.votes).toBe(1);
    await move(two, 'approve');
    const votes = Object.fromEntries(
      (await seenBy(aino)).map((each: { id: string; votes: number }) => [each.id, each.votes]),
    );
    expect(votes).toEqual({ [one]: 1, [two]: 1 });
    expect((await move(one, 'merge', { into: one })).body.code).toBe('merge-target');
  });

  it('goes along when the question it was merged into is merged, and comes back when that is withdrawn', async () => {
    const [aino, veikko, siiri] = [await room.guest(), await room.guest(), await room.guest()];
    const a = await shown(aino, 'Ensimmäinen kysymys?');
    const b = await shown(veikko, 'Toinen kysymys?');
    const c = await shown(siiri, 'Kolmas kysymys?');
    await move(a, 'merge', { into: b });
    await move(b, 'merge', { into: c });
    expect(await onDesk(a)).toMatchObject({ state: 'merged', mergedInto: c });
    await siiri.phone.delete(`/api/me/${siiri.id}/questions/${c}`);
    expect(await onDesk(a)).toMatchObject({ state: 'waiting', mergedInto: null });
    expect(await onDesk(b)).toMatchObject({ state: 'waiting', mergedInto: null });
  });
});

describe('moderating', () => {
  it('edits for clarity, keeps the asker’s words and says that it was edited', async () => {
    const aino = await room.guest();
    const id = await shown(aino, 'Milon bussi?');
    const edit = async (text: string) =>
      host.patch(`${desk}/questions/${id}`, { text, version: (await onDesk(id)).version });
    await edit('Milloin bussi lähtee?');
    expect(await seenBy(aino)).toMatchObject([{ text: 'Milloin bussi lähtee?', edited: true }]);
    expect(await onDesk(id)).toMatchObject({ originalText: 'Milon bussi?' });
    await edit('Milloin bussi lähtee Järvenpäähän?');
    expect(await onDesk(id)).toMatchObject({ originalText: 'Milon bussi?' });
    await edit('Milon bussi?');
    expect(await onDesk(id)).toMatchObject({ originalText: null, edited: false });
  });

  it('refuses what was decided by an older view, and says how it is now', async () => {
    const aino = await room.guest();
    const { id } = (await ask(aino, 'Kuka ehtii?')).body;
    const { version } = await onDesk(id);
    await move(id, 'approve');
    const late = await host.post(`${desk}/questions/${id}/moves`, { move: 'hide', reason: 'other', version });
    expect([late.status, late.body.code]).toEqual([409, 'question-changed']);
    expect(late.body.data).toEqual({ state: 'shown', version: version + 1 });
    const edit = await host.patch(`${desk}/questions/${id}`, { text: 'Toinen teksti', version });
    expect(edit.body.code).toBe('question-changed');
    expect((await move(id, 'approve')).body.code).toBe('question-state-forbids');
  });

  it('has one question on the stage; the one before goes back to the list', async () => {
    const [aino, veikko] = [await room.guest(), await room.guest()];
    const one = await shown(aino, 'Ensin tämä?');
    const two = await shown(veikko, 'Sitten tämä?');
    await move(one, 'put-on-stage');
    await move(two, 'put-on-stage');
    expect(await onDesk(one)).toMatchObject({ state: 'shown' });
    expect(await onDesk(two)).toMatchObject({ state: 'on-stage' });
  });

  it('tells the asker why a question was hidden, and nobody else', async () => {
    const [aino, veikko] = [await room.guest(), await room.guest()];
    const id = await shown(aino, 'Mitä naapurini Pekka sanoi?');
    await move(id, 'hide', { reason: 'private-matter', words: 'Puhutaan kahden kesken.' });
    expect(await seenBy(veikko)).toEqual([]);
    expect((await own(aino)).questions).toMatchObject([
      { state: 'hidden', hidden: { reason: 'private-matter', words: 'Puhutaan kahden kesken.' } },
    ]);
    await move(id, 'approve');
    expect((await own(aino)).questions).toMatchObject([{ state: 'shown', hidden: null }]);
  });

  it('orders by hand for everybody, and refuses an order made from an older one', async () => {
    const [aino, veikko] = [await room.guest(), await room.guest()];
    const [one, two] = [await shown(aino, 'Yksi?'), await shown(veikko, 'Kaksi?')];
    const order = (placed: readonly string[], version: number) =>
      host.put(`${desk}/panel/order`, { placed, version });
    expect((await order([two, one], 0)).body.orderVersion).toBe(1);
    const places = Object.fromEntries(
      (await seenBy(aino)).map((each: { id: string; place: number }) => [each.id, each.place]),
    );
    expect(places).toEqual({ [two]: 0, [one]: 1 });
    expect((await order([one], 0)).body).toMatchObject({ code: 'order-changed', data: { version: 1 } });
    expect((await order([one], 1)).status).toBe(200);
    expect(await onDesk(two)).toMatchObject({ place: null });
  });

  it('carries a note from the organiser to the host, which a host cannot write', async () => {
    const { browser: organiser } = await room.fixtures.member(room.organisationId, ['organiser']);
    await organiser.put(`${desk}/panel/note`, { note: 'Aloita lasten palveluista.' });
    expect((await host.get(`${desk}/panel/desk`)).body.note).toBe('Aloita lasten palveluista.');
    expect((await host.put(`${desk}/panel/note`, { note: 'x' })).status).toBe(403);
  });

  it('leaves questions of another evening alone', async () => {
    const aino = await room.guest();
    const { id } = (await ask(aino, 'Kenen tämä on?')).body;
    const elsewhere = await room.another();
    const { browser: other } = await elsewhere.fixtures.device(elsewhere.eveningId, 'host');
    const path = `/api/evenings/${elsewhere.eveningId}/questions/${id}`;
    expect((await other.post(`${path}/moves`, { move: 'approve', version: 0 })).status).toBe(404);
    expect((await other.patch(path, { text: 'x', version: 0 })).status).toBe(404);
    expect((await other.put(`${path}/mute`, {})).status).toBe(404);
  });
});

describe('the list by ETag', () => {
  it('is sent again only when it changed', async () => {
    const [aino, veikko] = [await room.guest(), await room.guest()];
    await shown(aino, 'Onko tämä uusi?');
    const first = await veikko.phone.get(`${desk}/panel`);
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await veikko.phone.get(`${desk}/panel`, { 'if-none-match': tag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const id = await shown(aino, 'Entä tämä?');
    const anew = await veikko.phone.get(`${desk}/panel`, { 'if-none-match': tag });
    expect(anew.status).toBe(200);
    expect(anew.body.questions).toHaveLength(2);
    await move(id, 'hide', { reason: 'other' });
    expect(await seenBy(veikko)).toHaveLength(1);
  });
});

async function words(id: string) {
  return application.db.first(
    z.object({ text: z.string(), search_key: z.string() }),
    'SELECT text, search_key FROM questions WHERE id = $1',
    [id],
  );
}
