import { Evenings } from '@hillo/server/modules/evenings';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser, type Reply } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { registrationForm } from '../support/registration-form.js';
import { statementsOf } from '../support/statements.js';
import { compareTimes } from '../support/timing.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
/** Chance alone leaves the half by less than this: five times the spread of ranks that are drawn from one urn. */
const TRIES = FULL ? 200 : 60;
const BY_CHANCE = 5 * Math.sqrt((2 * TRIES + 1) / (12 * TRIES * TRIES));
vi.setConfig({ testTimeout: 300_000 });

const KNOWN = 'tuttu@example.org';

let application: TestApplication;
let browser: Browser;
let slug: string;

/**
 * An application of its own counts its own requests: an address may register a thousand times in ten minutes. And it knows
 * the address by one registration: one with fifty has fifty links to find, which takes a third of a millisecond.
 */
async function open(): Promise<void> {
  application = await startTestApplication();
  const fixtures = new Fixtures(application);
  const organisation = await fixtures.organisation();
  slug = 'osoitteet';
  const coming = { starts_at: '2026-11-30T15:00:00Z', ends_at: '2026-11-30T18:00:00Z' };
  const evening = await fixtures.evening(organisation, { slug, ...coming });
  await fixtures.registration(evening, { email: KNOWN });
  const { accountId } = await fixtures.member(organisation, ['organiser']);
  await application.db.execute('UPDATE accounts SET email = $2 WHERE id = $1', [accountId, KNOWN]);
  browser = new Browser(application);
}

const routes: [string, (email: string) => Promise<Reply>][] = [
  [
    'registering',
    (email) => browser.post(`/api/public/evenings/${slug}/registrations`, registrationForm({ email })),
  ],
  [
    'asking for the link again',
    (email) => browser.post(`/api/public/evenings/${slug}/link-requests`, { email }),
  ],
  [
    'signing in',
    (email) => {
      // Five links in a quarter of an hour: each try is the first of its own.
      application.clock.advance(16 * 60_000);
      return browser.post('/api/sign-in-links', { email });
    },
  ],
];

/** The answer without what is new in every one: ids, tokens, codes. */
function shapeOf({ status, headers, body }: Reply): unknown {
  const content = JSON.stringify(Buffer.isBuffer(body) ? body.toString() : body)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/[A-Z2-7]{26}/g, 'token')
    .replace(/"\d{6}"/g, '"code"');
  return [status, content, [...headers.keys()].toSorted()];
}

const stranger = (turn: number) => `tuntematon${turn + 1_000}@example.org`;

describe.each(routes)('%s with a known and an unknown address (T40)', (_, ask) => {
  beforeAll(open);
  afterAll(() => application.close());

  it('gets the same answer by the same steps', async () => {
    const known = await statementsOf(() => ask(KNOWN));
    const unknown = await statementsOf(() => ask(stranger(-1)));
    expect(shapeOf(unknown.result)).toEqual(shapeOf(known.result));
    expect(known.result.status).toBeLessThan(300);
    expect(unknown.statements).toEqual(known.statements);
  });

  it(`takes the same time, over ${TRIES} tries`, async () => {
    const { advantage, apart } = await compareTimes(
      () => ask(KNOWN),
      (turn) => ask(stranger(turn)),
      TRIES,
    );
    expect(Math.abs(advantage - 0.5)).toBeLessThan(BY_CHANCE);
    expect(apart).toBeLessThanOrEqual(20);
  });
});

it('would be told apart by ten small questions to the database (control)', async () => {
  await open();
  const evenings = application.nest.get(Evenings);
  const [, ask] = routes[1]!;
  const bySlug = evenings.bySlug.bind(evenings);
  const slower = async () => {
    const spy = vi.spyOn(evenings, 'bySlug').mockImplementation(async (...given) => {
      for (let question = 0; question < 10; question += 1) await bySlug(...given);
      return bySlug(...given);
    });
    const { status } = await ask(KNOWN).finally(() => spy.mockRestore());
    expect(status).toBeLessThan(300);
  };
  const { advantage } = await compareTimes(slower, (turn) => ask(stranger(turn)), TRIES);
  await application.close();
  expect(advantage - 0.5).toBeGreaterThan(BY_CHANCE);
});
