import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { PanelRepository } from '../../server/src/modules/panel/data/panel-repository.js';
import { QuestionRepository } from '../../server/src/modules/panel/data/question-repository.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { barrier } from '../support/gates.js';
import { type Guest, Room } from '../support/room.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const ROUNDS = FULL ? 20 : 3;
vi.setConfig({ testTimeout: FULL ? 300_000 : 60_000 });

let application: TestApplication;
let room: Room;
let hosts: readonly [Browser, Browser];
let desk: string;

beforeAll(async () => {
  application = await startTestApplication();
  room = await Room.open(application);
  const device = async () => (await room.fixtures.device(room.eveningId, 'host')).browser;
  hosts = [await device(), await device()];
  desk = `/api/evenings/${room.eveningId}`;
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => application.close());

async function asked(guest: Guest): Promise<string> {
  application.clock.advance(20_000);
  return (await guest.phone.post(`/api/me/${guest.id}/questions`, { text: 'Kuka lähtee mukaan?' })).body.id;
}

async function shown(guest: Guest): Promise<string> {
  const id = await asked(guest);
  await hosts[0].post(`${desk}/questions/${id}/moves`, { move: 'approve', version: 0 });
  return id;
}

async function rowsOf(id: string): Promise<number> {
  const row = await application.db.first(
    z.object({ votes: z.coerce.number() }),
    'SELECT count(*) AS votes FROM question_votes WHERE question_id = $1',
    [id],
  );
  return row?.votes ?? 0;
}

/** Fifty votes and take-backs of one person at once, on three of their connections. */
async function storm(guest: Guest, id: string, times: number): Promise<void> {
  const path = `/api/me/${guest.id}/votes/${id}`;
  const phones = [guest.phone, ...(await Promise.all([1, 2].map(() => samePhone(guest))))];
  const replies = await Promise.all(
    Array.from({ length: times }, (_, index) => {
      const phone = phones[index % 3] ?? guest.phone;
      return index % 2 ? phone.delete(path) : phone.put(path, {});
    }),
  );
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
}

const samePhone = ({ id }: Guest) => room.fixtures.attendee(room.eveningId, id);

async function countSeen(guest: Guest, id: string): Promise<number> {
  const { body } = await guest.phone.get(`${desk}/panel`);
  return body.questions.find((question: { id: string }) => question.id === id).votes;
}

describe('votes of one person at once (T17)', () => {
  it('end as none or one, and the count equals the table', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      // Nobody may ask forty times.
      const asker = await room.guest();
      const [guest, id] = [await room.guest(), await shown(asker)];
      await storm(guest, id, 50);
      const rows = await rowsOf(id);
      expect(rows).toBeLessThanOrEqual(1);
      // The list is remembered by its rev: one more change makes sure that it is read anew.
      await shown(asker);
      expect(await countSeen(guest, id)).toBe(rows);
      const { voted } = (await guest.phone.get(`/api/me/${guest.id}/questions`)).body;
      expect(voted).toEqual(rows === 1 ? [id] : []);
    }
  });

  it('would be several without the primary key (negative control)', async () => {
    const [guest, id] = [await room.guest(), await shown(await room.guest())];
    await application.db.execute('ALTER TABLE question_votes DROP CONSTRAINT pk_question_votes');
    const path = `/api/me/${guest.id}/votes/${id}`;
    await Promise.all([guest.phone.put(path, {}), guest.phone.put(path, {})]);
    expect(await rowsOf(id)).toBe(2);
    await application.db.execute('DELETE FROM question_votes WHERE question_id = $1', [id]);
    await application.db.execute(
      'ALTER TABLE question_votes ADD CONSTRAINT pk_question_votes PRIMARY KEY (question_id, registration_id)',
    );
  });
});

/** Reads the panel without waiting for whoever changes it. */
function withoutPanelLock(): void {
  const panels = application.nest.get(PanelRepository);
  vi.spyOn(panels, 'lock').mockImplementation((db, eveningId) => panels.ofEvening(eveningId, db));
}

function bothEdit(id: string, version: number) {
  return Promise.all(
    hosts.map((host, index) =>
      host.patch(`${desk}/questions/${id}`, { text: `Sanamuoto ${index}`, version }),
    ),
  );
}

describe('two hosts at one question', () => {
  it('take turns: one edit stands, the other is told that the question changed', async () => {
    const asker = await room.guest();
    for (let round = 0; round < ROUNDS; round++) {
      const id = await asked(asker);
      const replies = await bothEdit(id, 0);
      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const won = replies.findIndex(({ status }) => status === 200);
      const lost = replies[1 - won]?.body;
      expect(lost).toMatchObject({ code: 'question-changed', data: { state: 'waiting', version: 1 } });
      const { questions } = (await hosts[0].get(`${desk}/panel/desk`)).body;
      const question = questions.find((each: { id: string }) => each.id === id);
      expect(question).toMatchObject({ text: `Sanamuoto ${won}`, version: 1 });
    }
  });

  it('would overwrite each other without the lock (negative control)', async () => {
    const id = await asked(await room.guest());
    withoutPanelLock();
    const questions = application.nest.get(QuestionRepository);
    const read = questions.byId.bind(questions);
    const bothHaveRead = barrier(2);
    vi.spyOn(questions, 'byId').mockImplementation(async (...given) => {
      const question = await read(...given);
      await bothHaveRead();
      return question;
    });
    const replies = await bothEdit(id, 0);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('put two questions on the stage at once, and one of them stands there', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const ids = [await shown(await room.guest()), await shown(await room.guest())];
      const replies = await Promise.all(
        hosts.map((host, index) =>
          host.post(`${desk}/questions/${ids[index]}/moves`, { move: 'put-on-stage', version: 1 }),
        ),
      );
      const won = replies.filter(({ status }) => status === 200);
      expect(won.length).toBeGreaterThan(0);
      const { questions } = (await hosts[0].get(`${desk}/panel/desk`)).body;
      const onStage = questions.filter(({ state }: { state: string }) => state === 'on-stage');
      expect(onStage).toHaveLength(1);
      await hosts[0].post(`${desk}/questions/${onStage[0].id}/moves`, {
        move: 'answer',
        version: onStage[0].version,
      });
    }
  });
});

/** Three questions of one person at one moment. */
function three(guest: Guest) {
  application.clock.advance(20_000);
  return Promise.all(
    [1, 2, 3].map((number) =>
      guest.phone.post(`/api/me/${guest.id}/questions`, { text: `Kysymys ${number}` }),
    ),
  );
}

describe('one person who asks three times at once', () => {
  it('gets one question in', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const replies = await three(await room.guest());
      expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 429, 429]);
    }
  });

  it('would get all three in without the lock (negative control)', async () => {
    const guest = await room.guest();
    withoutPanelLock();
    const panels = application.nest.get(PanelRepository);
    const read = panels.asking.bind(panels);
    const allHaveRead = barrier(3);
    vi.spyOn(panels, 'asking').mockImplementation(async (...given) => {
      const state = await read(...given);
      await allHaveRead();
      return state;
    });
    const replies = await three(guest);
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
  });
});
