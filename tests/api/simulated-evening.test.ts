import { SignIn } from '@hillo/server/modules/accounts';
import { playEvening } from '@hillo/testing/simulate/evening';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Fixtures } from '../support/fixtures.js';

let application: TestApplication;

beforeAll(async () => {
  application = await startTestApplication();
});
afterAll(() => application.close());

const full = process.env['HILLO_TEST_FULL'] === '1';

it('a scripted crowd plays an evening from one address, and every invariant holds (T9)', async () => {
  const fixtures = new Fixtures(application);
  application.clock.set(new Date());
  const organisation = await fixtures.organisation();
  const { accountId } = await fixtures.member(organisation, ['organiser']);
  const { token } = await application.nest.get(SignIn).createLink(accountId);
  const played = await playEvening(
    {
      url: application.url,
      people: full ? 85 : 24,
      seed: 'evening',
      organiserLink: `http://hillo.test/s/${token}`,
      scans: full ? 25 : 10,
      pace: full ? 4 : 0,
      twice: 20,
    },
    () => undefined,
  );
  expect(played.checks.filter(({ broken }) => broken.length > 0)).toEqual([]);
  expect(played.checks.every(({ looked }) => looked > 0)).toBe(true);
  expect(played.traffic.refusals.get('too-many-requests') ?? 0).toBe(0);
  expect(played.changesHeard).toBeGreaterThan(0);
}, 600_000);
