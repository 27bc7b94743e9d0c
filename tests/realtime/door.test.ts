import {
  type ClientToServerEvents,
  PROTOCOL_VERSION,
  type ServerToClientEvents,
  type StreamChange,
} from '@hillo/contracts/realtime';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

type Phone = Socket<ServerToClientEvents, ClientToServerEvents>;

let application: TestApplication;
let fixtures: Fixtures;
let organisation: string;
let evening: string;
const phones: Phone[] = [];

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  organisation = await fixtures.organisation();
});
afterAll(() => application.close());
beforeEach(async () => {
  evening = await fixtures.evening(organisation, { capacity: 1 });
});
afterEach(() => {
  for (const phone of phones.splice(0)) phone.disconnect();
});

async function watching(browser: Browser) {
  const phone: Phone = io(application.url, {
    transports: ['websocket'],
    reconnection: false,
    auth: { protocol: PROTOCOL_VERSION },
    extraHeaders: { cookie: browser.cookieHeader },
  });
  phones.push(phone);
  const heard: StreamChange[] = [];
  phone.on('change', (change) => heard.push(change));
  const answer = await phone.timeout(5_000).emitWithAck('watch', { stream: `door:${evening}` });
  return { heard, answer };
}

it('two door phones hear of every check-in, undoing and walk-in in order, by ids only', async () => {
  const one = (await fixtures.device(evening, 'door')).browser;
  const two = (await fixtures.device(evening, 'door')).browser;
  const first = await watching(one);
  const second = await watching(two);
  expect(second.answer).toEqual({ ok: true, rev: 0 });
  const path = `/api/evenings/${evening}/door`;
  const id = await fixtures.registration(evening, { first_name: 'Maija' });
  await one.post(`${path}/check-ins`, { who: { by: 'registration', id }, admit: null });
  await one.post(`${path}/check-ins`, { who: { by: 'registration', id }, admit: null });
  await two.post(`${path}/undone-check-ins`, { registrationId: id });
  const walkIn = await two.post(`${path}/walk-ins`, {
    firstName: 'Ville',
    sector: 'resident',
    admit: { taken: 1 },
  });
  const change = (rev: number, registrationId: string) => ({
    stream: `door:${evening}`,
    rev,
    kind: 'person',
    payload: { registrationId },
  });
  const expected = [change(1, id), change(2, id), change(3, walkIn.body.person.id)];
  await vi.waitFor(() => expect(first.heard).toEqual(expected));
  await vi.waitFor(() => expect(second.heard).toEqual(expected));
  expect((await two.get(path)).body.rev).toBe(3);
});

it('a check-in that is refused tells nobody', async () => {
  const door = (await fixtures.device(evening, 'door')).browser;
  const { heard } = await watching(door);
  const id = await fixtures.registration(evening, { state: 'waiting' });
  const path = `/api/evenings/${evening}/door`;
  expect(
    (await door.post(`${path}/check-ins`, { who: { by: 'registration', id }, admit: null })).status,
  ).toBe(409);
  const present = await fixtures.registration(evening);
  await door.post(`${path}/check-ins`, { who: { by: 'registration', id: present }, admit: null });
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard[0]).toMatchObject({ rev: 1, payload: { registrationId: present } });
});

it('the person’s own page hears of it too', async () => {
  const door = (await fixtures.device(evening, 'door')).browser;
  const id = await fixtures.registration(evening);
  const attendee = await fixtures.attendee(evening, id);
  const { answer } = await watching(attendee);
  expect(answer).toEqual({ ok: false, code: 'not-allowed' });
  const [phone] = phones as [Phone];
  await phone.timeout(5_000).emitWithAck('watch', { stream: `registration:${id}` });
  const heard = new Promise((resolve) => phone.once('change', resolve));
  await door.post(`/api/evenings/${evening}/door/check-ins`, {
    who: { by: 'registration', id },
    admit: null,
  });
  expect(await heard).toMatchObject({ stream: `registration:${id}` });
});

it('hosts, attendees and other evenings’ doors may not watch', async () => {
  const id = await fixtures.registration(evening);
  const other = await fixtures.evening(organisation);
  for (const browser of [
    (await fixtures.device(evening, 'host')).browser,
    (await fixtures.device(other, 'door')).browser,
    await fixtures.attendee(evening, id),
  ])
    expect((await watching(browser)).answer).toEqual({ ok: false, code: 'not-allowed' });
});
