import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { statementsOf } from '../support/statements.js';
import {
  associationRoutes,
  attendeeRoutes,
  lastCode,
  stepUp,
  type StepUpRoutes,
  typeCode,
} from '../support/step-up.js';

const MINUTE = 60_000;
const EXPORT = 'contact-export';

let application: TestApplication;
let fixtures: Fixtures;
let evening: string;
let me: string;
let phone: Browser;
let routes: StepUpRoutes;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  evening = await fixtures.evening(await fixtures.organisation(), { state: 'running' });
});
afterAll(() => application.close());
beforeEach(async () => {
  me = await fixtures.registration(evening);
  phone = await fixtures.attendee(evening, me);
  routes = attendeeRoutes(me);
});

const csv = (browser = phone, id = me) => browser.get(`/api/me/${id}/contact-files/csv`);
const ask = (browser = phone) => browser.post(routes.codes, { purpose: EXPORT });
const code = () => lastCode(application);
const wrongFor = (right: string) => (right === '000000' ? '000001' : '000000');

async function mailsTo(registration: string) {
  await application.runJobs();
  const mail = z.object({ subject: z.string(), text: z.string(), html: z.string(), language: z.string() });
  const rows = await application.db.rows(
    z.object({ mail }),
    `SELECT m.mail FROM kept_mails m JOIN registrations r ON r.email = m.mail->'to'->>'address'
     WHERE r.id = $1 ORDER BY m.kept_at, m.message_id`,
    [registration],
  );
  return rows.map((row) => row.mail);
}

describe('contacts as a file ask for a code first', () => {
  it('refuses without one, says what is needed, gives the file after it', async () => {
    const refused = await csv();
    expect([refused.status, refused.body.code]).toEqual([403, 'step-up-needed']);
    const asked = await ask();
    expect(asked.status).toBe(202);
    expect(asked.body).toEqual({
      address: expect.stringMatching(/^o…@example\.org$/),
      validSeconds: 600,
      resendSeconds: 60,
    });
    expect((await csv()).status).toBe(403);
    expect((await typeCode(phone, routes, EXPORT, await code())).status).toBe(204);
    expect((await csv()).status).toBe(200);
  });

  it('asks once for three files in a row, and again after ten minutes', async () => {
    await stepUp(application, phone, routes, EXPORT);
    for (const format of ['pdf', 'xlsx', 'vcf'])
      expect((await phone.get(`/api/me/${me}/contact-files/${format}`)).status).toBe(200);
    application.clock.advance(10 * MINUTE - 1);
    expect((await csv()).status).toBe(200);
    application.clock.advance(1);
    expect((await csv()).status).toBe(403);
  });

  it('sends the sheet to the own address without one, for that is where the code would go', async () => {
    expect((await phone.post(`/api/me/${me}/contact-mails`)).status).toBe(202);
  });

  it('takes the digits however they are typed', async () => {
    await ask();
    const right = await code();
    const reply = await typeCode(phone, routes, EXPORT, ` ${right.slice(0, 3)}-${right.slice(3)} `);
    expect(reply.status).toBe(204);
    const bad = await typeCode(phone, routes, EXPORT, '12345');
    expect([bad.status, bad.body.errors[0].code]).toEqual([400, 'invalid-code']);
  });

  it('asks nobody who gave no address: they have nothing but the link', async () => {
    const walkIn = await fixtures.registration(evening, { email: null });
    const own = await fixtures.attendee(evening, walkIn);
    expect((await csv(own, walkIn)).status).toBe(200);
    const asked = await own.post(attendeeRoutes(walkIn).codes, { purpose: EXPORT });
    expect([asked.status, asked.body.code]).toEqual([409, 'step-up-address-missing']);
  });

  it('asks an association too, at the address its view was opened to', async () => {
    const view = await fixtures.associationView(evening);
    const reader = await fixtures.browser({
      kind: 'association',
      subjectId: view,
      eveningId: evening,
      role: null,
    });
    const file = () => reader.get(`/api/evenings/${evening}/association-contact-files/csv`);
    expect((await file()).body.code).toBe('step-up-needed');
    const theirs = associationRoutes(evening);
    expect((await reader.post(theirs.codes, { purpose: EXPORT })).body.address).toBe('h…@example.org');
    expect((await reader.post(theirs.codes, { purpose: 'erasure' })).status).toBe(400);
    await typeCode(reader, theirs, EXPORT, await code());
    expect((await file()).status).toBe(200);
  });
});

describe('a code', () => {
  /** Every refusal in one shape: status, code, title, detail. */
  const refusal = { status: 422, code: 'step-up-code-not-valid' };

  it('is refused alike when it is wrong, was never sent, is too old, is used, or is another’s', async () => {
    const replies = [await typeCode(phone, routes, EXPORT, '123456')];
    await ask();
    const right = await code();
    replies.push(await typeCode(phone, routes, EXPORT, wrongFor(right)));
    replies.push(await typeCode(phone, routes, 'erasure', right));
    const second = await fixtures.attendee(evening, me);
    replies.push(await typeCode(second, routes, EXPORT, right));
    const other = await fixtures.registration(evening);
    const neighbour = await fixtures.attendee(evening, other);
    replies.push(await typeCode(neighbour, attendeeRoutes(other), EXPORT, right));
    application.clock.advance(10 * MINUTE);
    replies.push(await typeCode(phone, routes, EXPORT, right));
    await stepUp(application, phone, routes, EXPORT);
    replies.push(await typeCode(phone, routes, EXPORT, await code()));
    for (const { body } of replies) expect(body).toEqual({ ...replies[0]?.body, ...refusal });
    expect(replies).toHaveLength(7);
  });

  it('costs a guess the same steps whether there is a code, an old one or none', async () => {
    const guess = () => statementsOf(() => typeCode(phone, routes, EXPORT, '123456'));
    const shape = ({ statements }: { statements: readonly string[] }) =>
      statements.filter((statement) => /step_ups/.test(statement)).map((statement) => statement.slice(0, 30));
    const none = shape(await guess());
    await ask();
    const fresh = shape(await guess());
    application.clock.advance(10 * MINUTE);
    const old = shape(await guess());
    expect(none.length).toBeGreaterThan(1);
    expect(fresh).toEqual(none);
    expect(old).toEqual(none);
  });

  it('opens nothing for another browser, person or act', async () => {
    await stepUp(application, phone, routes, 'erasure');
    expect((await csv()).status).toBe(403);
    await stepUp(application, phone, routes, EXPORT);
    expect((await csv(await fixtures.attendee(evening, me))).status).toBe(403);
    const other = await fixtures.registration(evening);
    const both = await fixtures.browser(
      { kind: 'attendee', subjectId: me, eveningId: evening, role: null },
      { kind: 'attendee', subjectId: other, eveningId: evening, role: null },
    );
    await stepUp(application, both, routes, EXPORT);
    expect((await csv(both)).status).toBe(200);
    expect((await csv(both, other)).status).toBe(403);
  });

  it('is closed after five wrong tries, also to the right digits', async () => {
    await ask();
    const right = await code();
    for (let guess = 0; guess < 5; guess += 1) await typeCode(phone, routes, EXPORT, wrongFor(right));
    expect((await typeCode(phone, routes, EXPORT, right)).status).toBe(422);
    expect((await csv()).status).toBe(403);
    const again = await ask();
    expect([again.status, again.body.data.seconds]).toEqual([429, 60]);
    expect(again.headers.get('retry-after')).toBe('60');
    application.clock.advance(MINUTE);
    expect((await ask()).status).toBe(202);
    expect((await typeCode(phone, routes, EXPORT, await code())).status).toBe(204);
  });

  it('is replaced by the next: the old digits are worth nothing', async () => {
    await ask();
    const old = await code();
    application.clock.advance(MINUTE);
    await ask();
    const fresh = await code();
    expect(fresh).not.toBe(old);
    expect((await typeCode(phone, routes, EXPORT, old)).status).toBe(422);
    expect((await typeCode(phone, routes, EXPORT, fresh)).status).toBe(204);
  });

  it('goes out five times a quarter of an hour and twenty times a day, whichever phone asks', async () => {
    let granted = 0;
    for (let minute = 0; minute < 24 * 60; minute += 2) {
      // Signing out and coming back by the link does not begin the count anew.
      const browser = await fixtures.attendee(evening, me);
      if ((await browser.post(routes.codes, { purpose: EXPORT })).status === 202) granted += 1;
      await browser.delete('/api/session');
      if (minute === 14) expect(granted).toBe(5);
      if (granted === 20) break;
      application.clock.advance(2 * MINUTE);
    }
    expect(granted).toBe(20);
    application.clock.advance(60 * MINUTE);
    expect((await ask()).status).toBe(429);
  }, 30_000);
});

describe('the mail', () => {
  it.each(['fi', 'sv', 'en', 'fi-selko'])('has the digits, as text and HTML, in %s', async (locale) => {
    await phone.post(routes.codes, { purpose: EXPORT }, { 'hillo-locale': locale });
    const [mail] = await mailsTo(me);
    const right = await code();
    const shown = `${right.slice(0, 3)} ${right.slice(3)}`;
    expect(mail?.text).toContain(shown);
    expect(mail?.html).toContain(shown);
    expect(mail?.subject).not.toMatch(/\d/);
    expect(mail?.language).toBe(locale === 'fi-selko' ? 'fi-simple' : locale);
  });

  it('goes out once for two taps', async () => {
    expect((await ask()).status).toBe(202);
    expect((await ask()).status).toBe(202);
    expect(await mailsTo(me)).toHaveLength(1);
  });

  it('does not go out when it would come too late', async () => {
    await ask();
    application.clock.advance(10 * MINUTE);
    expect(await mailsTo(me)).toEqual([]);
  });
});

describe('what is kept', () => {
  it('holds no digits and no bare hash of them, in tables or jobs', async () => {
    await ask();
    const right = await code();
    const rows = await application.db.rows(
      z.object({ row: z.string() }),
      `SELECT t::text AS row FROM step_ups t UNION ALL SELECT j::text FROM graphile_worker._private_jobs j`,
    );
    const bare = createHash('sha256').update(right).digest('hex');
    for (const { row } of rows) {
      expect(row).not.toMatch(new RegExp(`(?<![0-9a-f])${right}(?![0-9a-f])`));
      expect(row).not.toContain(bare);
    }
  });

  it('is forgotten after a day', async () => {
    await ask();
    application.clock.advance(25 * 60 * MINUTE);
    await application.db.execute(`SELECT graphile_worker.add_job('forget-step-ups')`);
    await application.runJobs();
    const left = await application.db.rows(z.object({ id: z.uuid() }), 'SELECT id FROM step_ups');
    expect(left).toEqual([]);
  });
});
