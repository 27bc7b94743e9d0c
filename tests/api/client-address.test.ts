import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';

const GUESSES = process.env['HILLO_TEST_FULL'] === '1' ? 1_000 : 200;
/** Wrong tokens that one address may send in a minute before it is slowed to one a second. */
const ALLOWED = 60;

let direct: TestApplication;
let proxied: TestApplication;

beforeAll(async () => {
  direct = await startTestApplication();
  proxied = await startTestApplication({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8' });
});
afterAll(() => Promise.all([direct?.close(), proxied?.close()]));

/** How many guesses were let through, each said to come from where `forwarded` says, and how long all took in seconds. */
async function guess(application: TestApplication, forwarded: (turn: number) => string, guesses = GUESSES) {
  const browser = new Browser(application);
  const began = performance.now();
  const statuses: number[] = [];
  for (let turn = 0; turn < guesses; turn += 1) {
    const headers = { 'x-forwarded-for': forwarded(turn) };
    statuses.push((await browser.post('/api/session/attendee', { token: 'A'.repeat(26) }, headers)).status);
  }
  expect(new Set(statuses)).toEqual(new Set(statuses.includes(429) ? [410, 429] : [410]));
  const seconds = Math.ceil((performance.now() - began) / 1000);
  return { through: statuses.filter((status) => status === 410).length, seconds };
}

const forged = (turn: number) => `203.0.${Math.floor(turn / 250)}.${1 + (turn % 250)}`;

describe('the address that guessing is counted by (T40)', () => {
  it(`is the peer’s own where no proxy is trusted: ${GUESSES} forged addresses are one bucket`, async () => {
    const { through, seconds } = await guess(direct, forged);
    expect(through).toBeGreaterThanOrEqual(ALLOWED);
    expect(through).toBeLessThanOrEqual(ALLOWED * (1 + Math.floor(seconds / 60)) + seconds + 1);
  });

  it('is the one that the trusted proxy saw, not what a client put before it', async () => {
    const { through, seconds } = await guess(proxied, (turn) => `${forged(turn)}, 198.51.100.7, 10.1.2.3`);
    expect(through).toBeGreaterThanOrEqual(ALLOWED);
    expect(through).toBeLessThanOrEqual(ALLOWED * (1 + Math.floor(seconds / 60)) + seconds + 1);
  });

  it('is another for everybody else behind the proxy', async () => {
    expect((await guess(proxied, (turn) => `192.0.2.${1 + (turn % 100)}`)).through).toBe(GUESSES);
  });

  it('is one for a whole IPv6 /64, and another for the next', async () => {
    const { through, seconds } = await guess(proxied, (turn) => `2001:db8:1:2:${(turn + 1).toString(16)}::1`);
    expect(through).toBeLessThanOrEqual(ALLOWED * (1 + Math.floor(seconds / 60)) + seconds + 1);
    const others = await guess(proxied, (turn) => `2001:db8:1:${(turn % 100) + 16}::1`);
    expect(others.through).toBe(GUESSES);
  });
});
