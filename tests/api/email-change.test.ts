import { KeptMails } from '@hillo/server/platform/mail';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { attendeeRoutes, stepUp } from '../support/step-up.js';

const DAY = 24 * 3_600_000;

let application: TestApplication;
let fixtures: Fixtures;
let evening: string;
let me: string;
let phone: Browser;
let old: string;
let serial = 0;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  evening = await fixtures.evening(await fixtures.organisation());
});
afterAll(() => application.close());
beforeEach(async () => {
  old = `vanha${++serial}@example.org`;
  me = await fixtures.registration(evening, { first_name: 'Maija', email: old });
  phone = await fixtures.attendee(evening, me);
});

const fresh = () => `uusi${serial}@example.org`;
const change = (email: string, browser = phone, id = me) =>
  browser.post(`/api/me/${id}/email-changes`, { email });
const withCode = () => stepUp(application, phone, attendeeRoutes(me), 'email-change');
const emailOf = async (id = me) => (await phone.get(`/api/me/${id}`)).body.registration?.email;

async function mailsTo(address: string) {
  await application.runJobs();
  return (await application.nest.get(KeptMails).list()).filter(({ to }) => to.address === address);
}

async function lastToken(): Promise<string> {
  const row = await application.db.first(
    z.object({ id: z.uuid() }),
    'SELECT id FROM email_changes ORDER BY id DESC LIMIT 1',
  );
  return application.tokens.derive('email-change', row?.id ?? '', 1);
}

const confirm = (token: string) =>
  new Browser(application).post('/api/email-changes/confirmation', { token });

describe('another address', () => {
  it('asks for a code that goes to the old one', async () => {
    const refused = await change(fresh());
    expect([refused.status, refused.body.code]).toEqual([403, 'step-up-needed']);
    await phone.post(attendeeRoutes(me).codes, { purpose: 'email-change' });
    expect(await mailsTo(old)).toHaveLength(1);
    expect(await mailsTo(fresh())).toEqual([]);
  });

  it('counts when its link is pressed, not before; both addresses are told', async () => {
    await withCode();
    const asked = await change(fresh());
    expect(asked.status).toBe(202);
    expect(asked.body.registration).toMatchObject({ email: old, newEmail: fresh() });
    const token = await lastToken();
    const [link] = await mailsTo(fresh());
    expect(link?.text).toContain(`/m/${token}`);
    expect(link?.text).not.toMatch(/\/p\//);
    expect(await emailOf()).toBe(old);

    expect((await confirm(token)).status).toBe(204);
    const page = (await phone.get(`/api/me/${me}`)).body;
    expect(page.registration).toMatchObject({ email: fresh(), newEmail: null });
    const told = (await mailsTo(old)).find(({ subject }) => subject.startsWith('Sähköpostiosoitteesi'));
    expect(told?.text).toContain('u…@example.org');
    expect(told?.text).not.toMatch(/\/p\/|uusi\d/);
    expect((await mailsTo(fresh())).some(({ text }) => text.includes('/p/'))).toBe(true);
    const left = await application.db.rows(
      z.object({ previous: z.string().nullable() }),
      'SELECT previous_email AS previous FROM email_changes WHERE registration_id = $1',
      [me],
    );
    expect(left).toEqual([{ previous: null }]);
  });

  it('is found by "send my link again" from then on, and the old one no longer', async () => {
    await withCode();
    await change(fresh());
    await confirm(await lastToken());
    const row = await application.db.first(
      z.object({ key: z.string() }),
      'SELECT email_key AS key FROM registrations WHERE id = $1',
      [me],
    );
    expect(row?.key).toBe(fresh());
  });

  it('cannot come by the form of the details', async () => {
    const reply = await phone.patch(`/api/me/${me}`, { email: 'varas@example.org', phone: '0401234567' });
    expect(reply.status).toBe(200);
    expect(reply.body.registration).toMatchObject({ email: old, phone: '0401234567' });
  });

  it('is refused beside its field when it is none', async () => {
    await withCode();
    const reply = await change('maija@');
    expect([reply.status, reply.body.errors[0]]).toEqual([
      400,
      expect.objectContaining({ pointer: '#/email', code: 'invalid-email' }),
    ]);
    expect((await change(fresh())).status).toBe(202);
  });

  it('is a first one for somebody who gave none: there is nowhere to send a code', async () => {
    const walkIn = await fixtures.registration(evening, { email: null });
    const own = await fixtures.attendee(evening, walkIn);
    expect((await change(fresh(), own, walkIn)).status).toBe(202);
    expect((await confirm(await lastToken())).status).toBe(204);
    expect((await own.get(`/api/me/${walkIn}`)).body.registration.email).toBe(fresh());
  });

  it('does not flood anybody: three links an hour', async () => {
    const walkIn = await fixtures.registration(evening, { email: null });
    const own = await fixtures.attendee(evening, walkIn);
    const statuses: number[] = [];
    for (let asked = 0; asked < 4; asked += 1)
      statuses.push((await change(`uhri${asked}@example.org`, own, walkIn)).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
  });
});

describe('a code for the address', () => {
  it('serves one change: another asks for another code', async () => {
    await withCode();
    expect((await change(fresh())).status).toBe(202);
    const again = await change(`toinen${serial}@example.org`);
    expect([again.status, again.body.code]).toEqual([403, 'step-up-needed']);
  });

  it('serves one of two at the same instant', async () => {
    await withCode();
    const replies = await Promise.all([change(fresh()), change(`toinen${serial}@example.org`)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([202, 403]);
  });

  it('lets the same change be sent twice, as a phone does whose answer was lost', async () => {
    await withCode();
    const headers = { 'idempotency-key': '01900000-0000-7000-8000-00000000aa01' };
    const send = () => phone.post(`/api/me/${me}/email-changes`, { email: fresh() }, headers);
    expect([(await send()).status, (await send()).status]).toEqual([202, 202]);
    const made = await application.db.execute('SELECT 1 FROM email_changes WHERE registration_id = $1', [me]);
    expect(made).toBe(1);
  });

  it('ends with the old address: what it had opened is closed', async () => {
    await stepUp(application, phone, attendeeRoutes(me), 'contact-export');
    await withCode();
    await change(fresh());
    const file = () => phone.get(`/api/me/${me}/contact-files/csv`);
    expect((await file()).status).toBe(200);
    await confirm(await lastToken());
    expect((await file()).body.code).toBe('step-up-needed');
  });
});

describe('the link to the new address', () => {
  it('works once, for a day, and not after another was asked for', async () => {
    await withCode();
    await change(fresh());
    const first = await lastToken();
    application.clock.advance(61_000);
    await withCode();
    await change(`toinen${serial}@example.org`);
    const second = await lastToken();
    expect((await confirm(first)).body.code).toBe('link-not-valid');
    expect((await confirm(second)).status).toBe(204);
    expect((await confirm(second)).body.code).toBe('link-not-valid');

    application.clock.advance(DAY);
    await withCode();
    await change(fresh());
    const third = await lastToken();
    application.clock.advance(DAY);
    expect((await confirm(third)).body.code).toBe('link-not-valid');
    expect(await emailOf()).toBe(`toinen${serial}@example.org`);
  });
});
