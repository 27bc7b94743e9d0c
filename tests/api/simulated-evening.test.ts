import { randomBytes } from 'node:crypto';
import { SignIn } from '@hillo/server/modules/accounts';
import { playEvening } from '@hillo/testing/simulate/evening';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
/** Phones on one address, one evening after the other. */
const CROWDS = FULL ? [80, 300] : [24];
const GUESSES = FULL ? 10_000 : 200;
const AT_ONCE = 4;
/** Wrong tokens that one address may send in a minute before it is slowed to one a second. */
const ALLOWED = 60;

let application: TestApplication;

beforeAll(async () => {
  application = await startTestApplication();
});
afterAll(() => application.close());

/** Tries random personal links from the address of the whole evening; how many were looked up, and in what time. */
async function guess() {
  const browser = new Browser(application);
  const statuses = new Map<number, number>();
  const began = performance.now();
  let left = GUESSES;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const token = [...randomBytes(26)]
        .map((byte) => 'ABCDEFGHJKMNPQRSTVWXYZ0123456789'[byte % 32])
        .join('');
      const { status } = await browser.post('/api/session/attendee', { token });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { statuses, seconds: Math.ceil((performance.now() - began) / 1000) };
}

it.each(CROWDS)(
  'a scripted crowd of %i plays an evening from one address: nobody is held up, while the one who guesses is (T9, T10)',
  async (people) => {
    const fixtures = new Fixtures(application);
    application.clock.set(new Date());
    const organisation = await fixtures.organisation();
    const { accountId } = await fixtures.member(organisation, ['organiser']);
    const { token } = await application.nest.get(SignIn).createLink(accountId);
    const [played, guessed] = await Promise.all([
      playEvening(
        {
          url: application.url,
          people,
          seed: 'evening',
          organiserLink: `http://hillo.test/s/${token}`,
          scans: FULL ? 25 : 10,
          pace: FULL ? 4 : 0,
          twice: 20,
          // As a phone does that hears the server is too busy (503); of a limit it would hear all the same.
          patience: FULL ? 30 : 0,
        },
        () => undefined,
      ),
      guess(),
    ]);
    expect(played.checks.filter(({ broken }) => broken.length > 0)).toEqual([]);
    expect(played.checks.every(({ looked }) => looked > 0)).toBe(true);
    expect(played.traffic.refusals.get('too-many-requests') ?? 0).toBe(0);
    expect(played.changesHeard).toBeGreaterThan(0);
    // No hit, and from the 61st wrong one in a minute on one a second gets as far as the database.
    const { statuses, seconds } = guessed;
    expect([...statuses.keys()].toSorted()).toEqual([410, 429]);
    const most = ALLOWED * Math.ceil(seconds / 60 + 1) + seconds + 1;
    expect(statuses.get(410)).toBeLessThanOrEqual(most);
  },
  900_000,
);
