import { StepUpRepository } from '@hillo/server/modules/accounts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Fixtures } from '../support/fixtures.js';
import { barrier } from '../support/gates.js';
import { attendeeRoutes, lastCode, typeCode } from '../support/step-up.js';

const ROUNDS = process.env['HILLO_TEST_FULL'] === '1' ? 20 : 3;
const GUESSES = 8;
const PURPOSE = 'contact-export';

let application: TestApplication;
let fixtures: Fixtures;
let evening: string;

beforeAll(async () => {
  application = await startTestApplication({ DATABASE_POOL: '20' });
  fixtures = new Fixtures(application);
  evening = await fixtures.evening(await fixtures.organisation(), { state: 'running' });
});
afterAll(() => application.close());
afterEach(() => vi.restoreAllMocks());

/** Eight wrong guesses at the same instant; whether the right digits work after them. */
async function guessAtOnce(): Promise<boolean> {
  const me = await fixtures.registration(evening);
  const phone = await fixtures.attendee(evening, me);
  const routes = attendeeRoutes(me);
  await phone.post(routes.codes, { purpose: PURPOSE });
  const right = await lastCode(application);
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
  await Promise.all(Array.from({ length: GUESSES }, () => typeCode(phone, routes, PURPOSE, wrong)));
  vi.restoreAllMocks();
  return (await typeCode(phone, routes, PURPOSE, right)).status === 204;
}

/** Two phones of one person ask at the same instant, with one code left of the five; how many they got. */
async function askAtOnce(): Promise<number> {
  const me = await fixtures.registration(evening);
  const routes = attendeeRoutes(me);
  for (let sent = 0; sent < 4; sent += 1)
    await (await fixtures.attendee(evening, me)).post(routes.codes, { purpose: PURPOSE });
  const phones = [await fixtures.attendee(evening, me), await fixtures.attendee(evening, me)];
  const replies = await Promise.all(phones.map((phone) => phone.post(routes.codes, { purpose: PURPOSE })));
  return replies.filter(({ status }) => status === 202).length;
}

describe('guesses at the same instant', () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round))('count one by one (round %i)', async () => {
    expect(await guessAtOnce()).toBe(false);
  });

  it('would pass uncounted without the lock', async () => {
    const stepUps = application.nest.get(StepUpRepository);
    const together = barrier(GUESSES);
    vi.spyOn(stepUps, 'lockCurrent').mockImplementation(async (db, scope) => {
      const read = await stepUps.current(scope, db);
      await together();
      return read;
    });
    expect(await guessAtOnce()).toBe(true);
  });
});

describe('requests at the same instant', () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'never get more codes than there are (round %i)',
    async () => {
      expect(await askAtOnce()).toBe(1);
    },
  );

  it('would get one too many without the lock', async () => {
    const stepUps = application.nest.get(StepUpRepository);
    const sentSince = stepUps.sentSince.bind(stepUps);
    vi.spyOn(stepUps, 'lockSubject').mockResolvedValue();
    const together = barrier(2);
    let asked = 0;
    vi.spyOn(stepUps, 'sentSince').mockImplementation(async (...asks) => {
      const sent = await sentSince(...asks);
      asked += 1;
      if (asked > 4) await together();
      return sent;
    });
    expect(await askAtOnce()).toBe(2);
  });

  it('of one browser make one code', async () => {
    const me = await fixtures.registration(evening);
    const phone = await fixtures.attendee(evening, me);
    const { codes } = attendeeRoutes(me);
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => phone.post(codes, { purpose: PURPOSE })),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(202));
    const made = await application.db.rows(
      z.object({ id: z.uuid() }),
      'SELECT id FROM step_ups WHERE subject_id = $1',
      [me],
    );
    expect(made).toHaveLength(1);
  });
});
