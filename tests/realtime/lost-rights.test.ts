import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
  type StreamName,
} from '@hillo/contracts/realtime';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser, Reply } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

type Phone = Socket<ServerToClientEvents, ClientToServerEvents>;

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let evening: string;
let organiser: Browser;
let phones: Phone[];

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterAll(() => application.close());
beforeEach(async () => {
  phones = [];
  organisation = await fixtures.organisation();
  evening = await fixtures.evening(organisation, { state: 'running' });
  ({ browser: organiser } = await fixtures.member(organisation, ['organiser']));
});
afterEach(() => phones.forEach((phone) => phone.disconnect()));

async function connected({ cookieHeader }: Browser): Promise<Phone> {
  const phone: Phone = io(application.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie: cookieHeader },
  });
  phones.push(phone);
  await new Promise<void>((resolve, reject) => {
    phone.once('connect', resolve);
    phone.once('connect_error', reject);
  });
  return phone;
}

const watch = (phone: Phone, stream: StreamName) => phone.timeout(5_000).emitWithAck('watch', { stream });
const change = (stream: StreamName) => application.transactions.run(async (db) => db.change(stream, 'later'));

interface Case {
  /** Whose right it is. */
  readonly browser: Browser;
  readonly stream: StreamName;
  readonly takeAway: () => Promise<Reply>;
}

async function attendee() {
  const id = await fixtures.registration(evening, { email: null });
  return { id, browser: await fixtures.attendee(evening, id), stream: `registration:${id}` as const };
}

async function member(roles: Parameters<Fixtures['member']>[1]) {
  const { accountId, browser } = await fixtures.member(organisation, roles);
  const { members } = (await organiser.get(`/api/organisations/${organisation}/members`)).body;
  const found = members.find(({ email }: { email: string }) => email === `member-${accountId}@example.org`);
  return { accountId, browser, path: `/api/organisations/${organisation}/members/${found?.id ?? ''}` };
}

const CASES: Readonly<Record<string, () => Promise<Case>>> = {
  'signs out': async () => {
    const { browser, stream } = await attendee();
    return { browser, stream, takeAway: () => browser.delete('/api/session') };
  },
  'lets go of the registration on this phone': async () => {
    const { id, browser, stream } = await attendee();
    return { browser, stream, takeAway: () => browser.delete(`/api/me/${id}/session`) };
  },
  'asks for a new link on another phone': async () => {
    const { id, browser, stream } = await attendee();
    const other = await fixtures.attendee(evening, id);
    return { browser, stream, takeAway: () => other.post(`/api/me/${id}/personal-link`) };
  },
  'is a device that the organiser ends': async () => {
    const { deviceId, browser } = await fixtures.device(evening, 'door');
    const takeAway = () => organiser.delete(`/api/evenings/${evening}/crew-devices/${deviceId}`);
    return { browser, stream: `door:${evening}`, takeAway };
  },
  'is a member who is taken out': async () => {
    const { browser, path } = await member(['helper']);
    return { browser, stream: `door:${evening}`, takeAway: () => organiser.delete(path) };
  },
  'is a member whose role changes': async () => {
    const { browser, path } = await member(['helper']);
    const takeAway = () => organiser.patch(path, { roles: ['access-host'] });
    return { browser, stream: `door:${evening}`, takeAway };
  },
};

describe('whoever', () => {
  it.each(Object.keys(CASES))('%s hears no more of it, at once (T15)', async (name) => {
    const asked = await CASES[name]?.();
    if (!asked) throw new Error('There is no such case');
    const { browser, stream, takeAway } = asked;
    const phone = await connected(browser);
    expect(await watch(phone, stream)).toMatchObject({ ok: true });
    const heard: unknown[] = [];
    phone.on('change', (told) => heard.push(told));
    const cut = new Promise((resolve) => phone.once('disconnect', resolve));
    const reply = await takeAway();
    expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
    await cut;
    heard.length = 0;
    await change(stream);
    expect(heard).toEqual([]);
  });

  it.each(Object.keys(CASES))('%s while the phone is away is refused when it is back (T14)', async (name) => {
    const asked = await CASES[name]?.();
    if (!asked) throw new Error('There is no such case');
    const { browser, stream, takeAway } = asked;
    const before = await connected(browser);
    expect(await watch(before, stream)).toMatchObject({ ok: true });
    before.disconnect();
    const { cookieHeader } = browser;
    expect((await takeAway()).status).toBeLessThan(300);
    // The cookie as the phone held it: signing out took it from the browser only.
    const back = await connected({ cookieHeader } as Browser).catch((error: Error) => error.message);
    const answer = typeof back === 'string' ? back : await watch(back, stream);
    expect(['not-signed-in', { ok: false, code: 'not-allowed' }]).toContainEqual(answer);
  });
});
