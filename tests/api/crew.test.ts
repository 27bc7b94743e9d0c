import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApplication, operationId, startTestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

let application: TestApplication;
let fixtures: Fixtures;
let organiser: Browser;
let evening: string;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  const organisation = await fixtures.organisation();
  organiser = (await fixtures.member(organisation, ['organiser'])).browser;
  evening = await fixtures.evening(organisation);
});
afterAll(() => application.close());

async function shown(role = 'door', key = operationId()): Promise<string> {
  const { body } = await organiser.post(
    `/api/evenings/${evening}/crew-links`,
    { role },
    { 'idempotency-key': key },
  );
  return body.url.split('/c/')[1];
}

const claim = (token: string, holderName = 'Leena ovelta', phone = new Browser(application)) =>
  phone.post('/api/session/crew', { token, holderName });

describe('a crew QR', () => {
  it('makes one phone the door, named by its holder', async () => {
    const token = await shown();
    const phone = new Browser(application);
    const look = await phone.post('/api/crew-links/look', { token });
    expect(look.body).toMatchObject({ role: 'door', evening: 'Lapset ja perheet', place: 'Kylätalo' });
    expect((await phone.get('/api/session')).body.grants).toEqual([]);
    expect((await claim(token, 'Leena ovelta', phone)).body).toEqual({ eveningId: evening, role: 'door' });
    expect((await phone.get('/api/session')).body.grants).toMatchObject([
      { kind: 'device', role: 'door', name: 'Leena ovelta', place: 'Lapset ja perheet', eveningId: evening },
    ]);
    expect((await phone.get(`/api/evenings/${evening}`)).status).toBe(200);
    expect((await claim(token)).body.code).toBe('crew-link-claimed');
  });

  it('is the same when the same request is sent twice', async () => {
    const key = operationId();
    expect(await shown('host', key)).toBe(await shown('host', key));
  });

  it('is claimed within fifteen minutes', async () => {
    const token = await shown();
    application.clock.advance(15 * 60_000);
    expect((await claim(token)).body.code).toBe('crew-link-expired');
  });

  it('is claimed by one of two phones at once', async () => {
    const rounds = process.env['HILLO_TEST_FULL'] === '1' ? 20 : 3;
    for (let round = 0; round < rounds; round++) {
      const token = await shown();
      const answers = await Promise.all([claim(token), claim(token), claim(token)]);
      expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 410, 410]);
    }
  });

  it('needs a name of its holder, and is no guess', async () => {
    expect((await claim(await shown(), '  ')).body.errors[0].pointer).toBe('#/holderName');
    expect((await claim('A'.repeat(26))).body.code).toBe('link-not-valid');
  });
});

describe('devices of the crew', () => {
  it('are seen by the organiser and lose the evening at once when revoked', async () => {
    const phone = new Browser(application);
    await claim(await shown('host'), 'Juontajan tabletti', phone);
    const { devices } = (await organiser.get(`/api/evenings/${evening}/crew-devices`)).body;
    const device = devices.find((one: { holderName: string }) => one.holderName === 'Juontajan tabletti');
    expect(device).toMatchObject({ role: 'host', expiresAt: '2026-11-27T06:00:00.000Z' });
    const left = await organiser.delete(`/api/evenings/${evening}/crew-devices/${device.id}`);
    expect(left.body.devices).not.toContainEqual(device);
    expect((await phone.get(`/api/evenings/${evening}`)).status).toBe(403);
    expect((await phone.get('/api/session')).body.grants).toEqual([]);
  });

  it('of another evening are not found', async () => {
    const other = await fixtures.evening(await fixtures.organisation());
    const { deviceId } = await fixtures.device(other, 'door');
    expect((await organiser.delete(`/api/evenings/${evening}/crew-devices/${deviceId}`)).status).toBe(404);
  });

  it('stop working twelve hours after the evening', async () => {
    const phone = new Browser(application);
    await claim(await shown(), 'Yöpuhelin', phone);
    application.clock.set('2026-11-27T05:59:00Z');
    expect((await phone.get(`/api/evenings/${evening}`)).status).toBe(200);
    application.clock.set('2026-11-27T06:00:00Z');
    expect((await phone.get(`/api/evenings/${evening}`)).status).toBe(403);
  });
});
