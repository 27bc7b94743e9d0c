import { AccountRepository, Invitations } from '@hillo/server/modules/accounts';
import { KeptMails } from '@hillo/server/platform/mail';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApplication, startTestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { barrier } from '../support/gates.js';

let application: TestApplication;
let fixtures: Fixtures;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
});
afterAll(() => application.close());

/** The newest mail to an address, as its plain text. */
async function mailTo(address: string): Promise<string> {
  await application.runJobs();
  const mails = await application.nest.get(KeptMails).list();
  return mails.find((mail) => mail.to.address === address)?.text ?? '';
}

function tokenIn(mail: string, path: string): string {
  return new RegExp(`http://hillo.test/${path}/([A-Z2-7]{26})`).exec(mail)?.[1] ?? '';
}

async function emailOf(accountId: string): Promise<string> {
  const account = await application.nest.get(AccountRepository).byId(accountId);
  return account?.email ?? '';
}

async function team(roles: readonly ('organiser' | 'helper')[]) {
  const organisation = await fixtures.organisation('Verkosto');
  const members = [];
  for (const role of roles) members.push(await fixtures.member(organisation, [role]));
  const [first] = members;
  if (!first) throw new Error('a team has somebody');
  const list = await first.browser.get(`/api/organisations/${organisation}/members`);
  return { organisation, members, list: list.body };
}

describe('sign-in by e-mail', () => {
  it('mails a link that signs in once, after a click', async () => {
    const { accountId } = await fixtures.member(await fixtures.organisation(), ['organiser']);
    const email = await emailOf(accountId);
    const browser = new Browser(application);
    expect((await browser.post('/api/sign-in-links', { email: email.toUpperCase() })).status).toBe(202);
    const token = tokenIn(await mailTo(email), 's');
    expect((await browser.post('/api/session/sign-in', { token })).status).toBe(200);
    const session = (await browser.get('/api/session')).body;
    expect(session.account).toMatchObject({ email });
    expect(session.grants[0]).toMatchObject({ kind: 'account', place: 'Esimerkkiverkosto' });
    const again = await new Browser(application).post('/api/session/sign-in', { token });
    expect(again.body.code).toBe('link-not-valid');
  });

  it('sends no more than five links in a quarter of an hour, and says nothing of it', async () => {
    const { accountId } = await fixtures.member(await fixtures.organisation(), ['organiser']);
    const email = await emailOf(accountId);
    const links = () =>
      application.db.execute('SELECT 1 FROM sign_in_links WHERE account_id = $1', [accountId]);
    const ask = () => new Browser(application).post('/api/sign-in-links', { email });
    for (let count = 0; count < 7; count++) expect((await ask()).status).toBe(202);
    expect(await links()).toBe(5);
    application.clock.advance(16 * 60_000);
    expect((await ask()).status).toBe(202);
    expect(await links()).toBe(6);
  });

  it('answers the same for an unknown address, and mails nobody (T40)', async () => {
    const { accountId } = await fixtures.member(await fixtures.organisation(), ['organiser']);
    const browser = new Browser(application);
    const known = await browser.post('/api/sign-in-links', { email: await emailOf(accountId) });
    const unknown = await browser.post('/api/sign-in-links', { email: 'nobody@example.org' });
    expect([unknown.status, unknown.body.toString()]).toEqual([known.status, known.body.toString()]);
    expect(await mailTo('nobody@example.org')).toBe('');
  });

  it('is over after half an hour', async () => {
    const { accountId } = await fixtures.member(await fixtures.organisation(), ['organiser']);
    const email = await emailOf(accountId);
    await new Browser(application).post('/api/sign-in-links', { email });
    const token = tokenIn(await mailTo(email), 's');
    application.clock.advance(30 * 60_000);
    expect((await new Browser(application).post('/api/session/sign-in', { token })).status).toBe(410);
  });

  it('as somebody else leaves the first account of this browser', async () => {
    const [first, second] = [
      await fixtures.member(await fixtures.organisation(), ['organiser']),
      await fixtures.member(await fixtures.organisation(), ['organiser']),
    ];
    const email = await emailOf(second.accountId);
    await first.browser.post('/api/sign-in-links', { email });
    await first.browser.post('/api/session/sign-in', { token: tokenIn(await mailTo(email), 's') });
    const { grants } = (await first.browser.get('/api/session')).body;
    expect(grants.map((grant: { subjectId: string }) => grant.subjectId)).toEqual([second.accountId]);
  });
});

describe('invitations', () => {
  it('make a member with the roles named, once', async () => {
    const { organisation, members } = await team(['organiser']);
    const organiser = members[0]!.browser;
    const invited = await organiser.post(`/api/organisations/${organisation}/invitations`, {
      email: 'Uusi.Jasen@example.org',
      roles: ['helper', 'access-host'],
    });
    expect(invited.body.invitations).toMatchObject([{ email: 'uusi.jasen@example.org' }]);
    const mail = await mailTo('uusi.jasen@example.org');
    expect(mail).toContain('apujärjestäjä, esteettömyysvastaava');
    const token = tokenIn(mail, 'i');
    const phone = new Browser(application);
    const look = await phone.post('/api/invitations/look', { token });
    expect(look.body).toEqual({
      organisation: 'Verkosto',
      email: 'uusi.jasen@example.org',
      roles: ['helper', 'access-host'],
      name: null,
    });
    expect((await phone.get('/api/session')).body.account).toBeNull();
    const accepted = await phone.post('/api/session/invitation', { token, name: 'Uusi Jäsen' });
    expect(accepted.body).toEqual({ organisationId: organisation });
    expect((await phone.get('/api/session')).body.account).toMatchObject({
      name: 'Uusi Jäsen',
      organisations: [{ id: organisation, roles: ['helper', 'access-host'] }],
    });
    expect((await phone.post('/api/session/invitation', { token, name: 'Toinen' })).status).toBe(410);
  });

  it('are void once withdrawn or replaced', async () => {
    const { organisation, members } = await team(['organiser']);
    const organiser = members[0]!.browser;
    const invite = () =>
      organiser.post(`/api/organisations/${organisation}/invitations`, {
        email: 'x@example.org',
        roles: ['helper'],
      });
    await invite();
    const first = tokenIn(await mailTo('x@example.org'), 'i');
    const { body } = await invite();
    expect(body.invitations).toHaveLength(1);
    expect((await new Browser(application).post('/api/invitations/look', { token: first })).status).toBe(410);
    const emptied = await organiser.delete(
      `/api/organisations/${organisation}/invitations/${body.invitations[0].id}`,
    );
    expect(emptied.body.invitations).toEqual([]);
  });

  it('are not sent to somebody who is a member, nor for no role', async () => {
    const { organisation, members, list } = await team(['organiser', 'helper']);
    const helper = list.members.find((member: { roles: string[] }) => member.roles.includes('helper'));
    const invite = (email: string, roles: string[]) =>
      members[0]!.browser.post(`/api/organisations/${organisation}/invitations`, { email, roles });
    expect((await invite(helper.email, ['organiser'])).body.code).toBe('already-member');
    expect((await invite('y@example.org', [])).body.errors[0]).toMatchObject({
      pointer: '#/roles',
      code: 'required',
    });
  });

  it('from the command line make the organisation, once for its name', async () => {
    const invitations = application.nest.get(Invitations);
    await invitations.inviteFirst('Järvilinjan verkosto', 'eka@example.org');
    await invitations.inviteFirst('Järvilinjan  verkosto', 'toka@example.org');
    const rows = await application.db.execute(
      `SELECT 1 FROM organisations WHERE slug = 'jarvilinjan-verkosto'`,
    );
    expect(rows).toBe(1);
  });

  it('are written in the language asked for, else in the organisation’s', async () => {
    const { organisation, members } = await team(['organiser']);
    const invite = async (locale?: string) => {
      const email = `kutsuttu-${locale ?? 'oma'}-${organisation}@example.org`;
      const body = { email, roles: ['helper'], ...(locale === undefined ? {} : { locale }) };
      const reply = await members[0]!.browser.post(`/api/organisations/${organisation}/invitations`, body);
      return reply.status === 201 ? mailTo(email) : reply.body.errors[0].pointer;
    };
    expect(await invite()).toContain('apujärjestäjä');
    await application.db.execute(`UPDATE organisations SET locale = 'sv' WHERE id = $1`, [organisation]);
    expect(await invite()).toContain('medhjälpare');
    expect(await invite('en')).toContain('You have been invited as a member');
    expect(await invite('fi-selko')).toContain('Verkosto');
    expect(await invite('de')).toBe('#/locale');

    const invitations = application.nest.get(Invitations);
    const swedish = await invitations.inviteFirst('Svenska nätverket', 'ett@example.org', 'sv');
    expect(swedish.locale).toBe('sv');
    // The organisation keeps its language, and one mail may be in another.
    expect((await invitations.inviteFirst('Svenska nätverket', 'tva@example.org')).locale).toBe('sv');
    expect((await invitations.inviteFirst('Svenska nätverket', 'tre@example.org', 'en')).locale).toBe('en');
  });
});

describe('members', () => {
  it('are changed and removed by organisers only', async () => {
    const { organisation, members, list } = await team(['organiser', 'helper']);
    const helper = list.members.find((member: { roles: string[] }) => member.roles.includes('helper'));
    const path = `/api/organisations/${organisation}/members/${helper.id}`;
    expect((await members[1]!.browser.patch(path, { roles: ['organiser'] })).status).toBe(403);
    const changed = await members[0]!.browser.patch(path, { roles: ['access-host', 'helper'] });
    expect(changed.body.members.find((member: { id: string }) => member.id === helper.id).roles).toEqual([
      'helper',
      'access-host',
    ]);
    expect((await members[0]!.browser.delete(path)).body.members).toHaveLength(1);
    expect((await members[1]!.browser.get(`/api/organisations/${organisation}/evenings`)).status).toBe(403);
  });

  it('of another organisation are not found', async () => {
    const [one, other] = [await team(['organiser']), await team(['organiser', 'organiser'])];
    const path = `/api/organisations/${one.organisation}/members/${other.list.members[0].id}`;
    expect((await one.members[0]!.browser.delete(path)).status).toBe(404);
  });

  it('keep one organiser, also when two remove each other at once', async () => {
    const rounds = process.env['HILLO_TEST_FULL'] === '1' ? 20 : 3;
    for (let round = 0; round < rounds; round++) {
      const { organisation, members, list } = await team(['organiser', 'organiser']);
      const own = list.members.find((member: { isYou: boolean }) => member.isYou).id;
      const other = list.members.find((member: { isYou: boolean }) => !member.isYou).id;
      const answers = await Promise.all([
        members[0]!.browser.delete(`/api/organisations/${organisation}/members/${other}`),
        members[1]!.browser.delete(`/api/organisations/${organisation}/members/${own}`),
      ]);
      const left = await application.db.execute('SELECT 1 FROM members WHERE organisation_id = $1', [
        organisation,
      ]);
      expect(left).toBe(1);
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    }
  });

  it('would all be gone without the lock: the control of the race', async () => {
    const { organisation, list } = await team(['organiser', 'organiser']);
    const bothLooked = barrier(2);
    const removeUnlocked = ({ id }: { id: string }) =>
      application.transactions.run(async (db) => {
        const others = await db.execute('SELECT 1 FROM members WHERE organisation_id = $1 AND id <> $2', [
          organisation,
          id,
        ]);
        await bothLooked();
        if (others > 0) await db.execute('DELETE FROM members WHERE id = $1', [id]);
      });
    await Promise.all(list.members.map(removeUnlocked));
    expect(
      await application.db.execute('SELECT 1 FROM members WHERE organisation_id = $1', [organisation]),
    ).toBe(0);
  });

  it('cannot step down as the last organiser', async () => {
    const { organisation, members, list } = await team(['organiser']);
    const path = `/api/organisations/${organisation}/members/${list.members[0].id}`;
    expect((await members[0]!.browser.patch(path, { roles: ['helper'] })).body.code).toBe('last-organiser');
    expect((await members[0]!.browser.delete(path)).body.code).toBe('last-organiser');
  });
});
