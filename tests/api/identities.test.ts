import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Fixtures } from '../support/fixtures.js';
import { statementsOf } from '../support/statements.js';

let application: TestApplication;
let fixtures: Fixtures;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterAll(() => application.close());

it('names the places of all that one browser may act as in the reader’s language', async () => {
  const organisation = await fixtures.organisation();
  const themed = await fixtures.evening(organisation, { theme_key: 'children-and-families' });
  const named = await fixtures.evening(organisation, { title: 'Syksyn ilta' });
  const own = await fixtures.evening(organisation, { theme: 'Oma aihe' });
  const people = await Promise.all([themed, named, own].map((evening) => fixtures.registration(evening)));
  const { deviceId } = await fixtures.device(themed, 'door');
  const browser = await fixtures.browser(
    ...people.map((subjectId, index) => ({
      kind: 'attendee' as const,
      subjectId,
      eveningId: [themed, named, own][index] ?? null,
      role: null,
    })),
    { kind: 'device', subjectId: deviceId, eveningId: themed, role: 'door' },
  );
  const places = async (locale: string) => {
    const { body } = await browser.send('GET', '/api/session', undefined, { 'hillo-locale': locale });
    return body.grants.map(({ place }: { place: string }) => place).toSorted();
  };
  expect(await places('en')).toEqual([
    'Children and families',
    'Children and families',
    'Oma aihe',
    'Syksyn ilta',
  ]);
  expect(await places('fi')).toEqual(['Lapset ja perheet', 'Lapset ja perheet', 'Oma aihe', 'Syksyn ilta']);
  expect(await places('sv')).toContain('Barn och familjer');
  // Evenings of one kind are read at once, however many there are.
  const { statements } = await statementsOf(() => places('en'));
  expect(statements.filter((sql) => sql.includes('FROM evenings'))).toHaveLength(2);
});
