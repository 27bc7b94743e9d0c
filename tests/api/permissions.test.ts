import { api } from '@hillo/contracts/api';
import { type Endpoint, isWrite, type RouteKey } from '@hillo/contracts/endpoint';
import type { Role } from '@hillo/domain/accounts';
import { StreamAccess } from '@hillo/server/platform/realtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser, type Reply } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

/** Somebody of the matrix: the role, and whether the path's organisation, evening and registration are their own. */
interface Person {
  readonly name: string;
  readonly role: Role;
  readonly isOwn: boolean;
  readonly browser: Browser;
  /** A browser of its own with the same right, for routes that end a session. */
  open(): Promise<Browser>;
}

/** They would empty the cast. */
const ENDS_A_SESSION: readonly string[] = ['DELETE /api/session', 'DELETE /api/me/:registration/session'];

const routes = Object.entries(api) as [RouteKey, Endpoint][];
const NO_ID = '01900000-0000-7000-8000-000000000000';

let application: TestApplication;
let people: Person[];
let ids: Readonly<Record<string, string>>;

/** Everybody of product rule 15 twice: at home and next door. */
async function cast(fixtures: Fixtures): Promise<Person[]> {
  const home = await fixtures.organisation('Kotiverkosto');
  const other = await fixtures.organisation('Naapuriverkosto');
  const evening = await fixtures.evening(home, { slug: 'koti' });
  const otherEvening = await fixtures.evening(other, { slug: 'naapuri' });
  const registration = await fixtures.registration(evening);
  const second = await fixtures.registration(evening);
  const stranger = await fixtures.registration(otherEvening);
  ids = { organisation: home, evening, registration, slug: 'koti' };
  const everybody: Omit<Person, 'browser'>[] = [
    { name: 'nobody', role: 'nobody', isOwn: true, open: async () => new Browser(application) },
  ];
  const add = (name: string, role: Role, isOwn: boolean, open: () => Promise<Browser>) =>
    everybody.push({ name, role, isOwn, open });
  const { accountId: admin } = await fixtures.admin();
  add('admin', 'admin', true, () => fixtures.account(admin));
  for (const place of [
    { where: 'at home', isOwn: true, organisation: home, evening },
    { where: 'next door', isOwn: false, organisation: other, evening: otherEvening },
  ]) {
    for (const role of ['organiser', 'helper', 'access-host'] as const) {
      const { accountId } = await fixtures.member(place.organisation, [role]);
      add(`${role} ${place.where}`, role, place.isOwn, () => fixtures.account(accountId));
    }
    for (const role of ['door', 'host'] as const) {
      const { deviceId } = await fixtures.device(place.evening, role);
      add(`${role} ${place.where}`, role, place.isOwn, () =>
        fixtures.browser({ kind: 'device', subjectId: deviceId, eveningId: place.evening, role }),
      );
    }
    const subjectId = await fixtures.associationView(place.evening);
    add(`association ${place.where}`, 'association', place.isOwn, () =>
      fixtures.browser({ kind: 'association', subjectId, eveningId: place.evening, role: null }),
    );
  }
  add('attendee', 'attendee', true, () => fixtures.attendee(evening, registration));
  add('attendee next to them', 'attendee', false, () => fixtures.attendee(evening, second));
  add('attendee next door', 'attendee', false, () => fixtures.attendee(otherEvening, stranger));
  return Promise.all(everybody.map(async (person) => ({ ...person, browser: await person.open() })));
}

beforeAll(async () => {
  application = await startTestApplication();
  people = await cast(new Fixtures(application));
});
afterAll(() => application.close());

function pathOf(key: RouteKey): string {
  return (key.split(' ')[1] ?? '').replace(/:(\w+)/g, (_, name: string) => ids[name] ?? NO_ID);
}

/** A route whose path names no organisation, evening or registration is open to the role wherever it is held. */
function isBound(key: RouteKey): boolean {
  return /:(organisation|evening|registration)\b/.test(key);
}

function mayEnter(person: Person, key: RouteKey, { access }: Endpoint): boolean {
  if (access === 'everyone' || access.includes('nobody')) return true;
  if (!access.includes(person.role)) return false;
  if (!isBound(key)) return true;
  // An evening-wide route of attendees is open to every attendee of the evening, not only to the one in the path.
  if (person.role === 'attendee' && !key.includes(':registration'))
    return person.name !== 'attendee next door';
  return person.isOwn;
}

type Verdict = 'admitted' | 'asked for a code' | 'refused';

function verdictOf({ status, body }: Reply): Verdict {
  if (status !== 401 && status !== 403) return 'admitted';
  return body.code === 'step-up-needed' ? 'asked for a code' : 'refused';
}

/** The link alone does not open what declares a step-up; everybody of the cast who has a link has an address. */
function entryOf({ stepUp }: Endpoint): Verdict {
  return stepUp === undefined ? 'admitted' : 'asked for a code';
}

describe('what asks for a code first', () => {
  it('is open to people of links only: devices and accounts never step up', () => {
    const asking = routes.filter(([, { stepUp }]) => stepUp !== undefined);
    expect(asking.length).toBeGreaterThan(0);
    for (const [key, { access }] of asking) {
      if (access === 'everyone') throw new Error(`${key} is open to everyone`);
      for (const role of access) expect(['attendee', 'association'], key).toContain(role);
    }
  });
});

describe('every route by every role', () => {
  it.each(routes)('%s', async (key, endpoint) => {
    const [method = ''] = key.split(' ');
    const verdicts: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const person of people) {
      const browser = ENDS_A_SESSION.includes(key) ? await person.open() : person.browser;
      // Without an operation id an authorised write goes no further than the check of its headers.
      const headers = isWrite(key, endpoint) ? { 'idempotency-key': '' } : undefined;
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const reply = await browser.send(method, pathOf(key), body, headers);
      expect(reply.status, `${person.name}: ${JSON.stringify(reply.body)}`).toBeLessThan(500);
      verdicts[person.name] = verdictOf(reply);
      wanted[person.name] = mayEnter(person, key, endpoint) ? entryOf(endpoint) : 'refused';
      if (reply.status === 401) expect(person.role).toBe('nobody');
    }
    expect(verdicts).toEqual(wanted);
  });
});

describe('every stream by every role', () => {
  it('is open to the declared roles only', async () => {
    const declared = application.nest.get(StreamAccess).all();
    expect(declared.size).toBeGreaterThan(0);
    for (const [kind, access] of declared) {
      const stream = `${kind}:${kind === 'registration' ? ids['registration'] : ids['evening']}`;
      for (const person of people) {
        const reply = await person.browser.get(`/api/streams/${stream}?since=0`);
        const own =
          person.role === 'attendee' && kind !== 'registration'
            ? person.name !== 'attendee next door'
            : person.isOwn;
        const admitted = access.includes(person.role) && own;
        expect(reply.status === 200, `${person.name} at ${kind}`).toBe(admitted);
      }
    }
  });
});

describe('path tricks (T36)', () => {
  const tricks = (path: string) => [
    path.replace('/api/', '/%61pi/'),
    path.replace('/api/', '//api/'),
    path.replace('/api/', '/API/'),
    `${path}/`,
    `${path};x=1`,
    `${path}%2f`,
    `/api/../api/${path.slice(5)}`,
    path.replace('/api/', '/api/%2e/'),
  ];

  it('never open a protected route', async () => {
    const nobody = new Browser(application);
    const guarded = routes.filter(([key, { access }]) => key.startsWith('GET ') && access !== 'everyone');
    for (const [key] of guarded)
      for (const path of tricks(pathOf(key))) {
        const reply = await nobody.get(path);
        expect([200, 401, 403, 404, 400], path).toContain(reply.status);
        // The application's page may answer, the route must not.
        if (reply.status === 200) expect(reply.headers.get('content-type'), path).toContain('text/html');
      }
  });
});

describe('bodies (T35, T36)', () => {
  const odd = [
    '{"__proto__":{"role":"admin"}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '[]',
    'null',
    '"x"',
    '{',
  ];

  it('answers odd bodies with a problem and never with an error of its own', async () => {
    const organiser = people.find((person) => person.name === 'organiser at home');
    const writes = routes.filter(([key, endpoint]) => endpoint.body && isWrite(key, endpoint));
    for (const [key] of writes)
      for (const text of odd) {
        const response = await fetch(application.url + pathOf(key), {
          method: key.split(' ')[0],
          headers: { 'content-type': 'application/json', cookie: organiser?.browser.cookieHeader ?? '' },
          body: text,
        });
        expect(response.status, `${key} ${text}`).toBeGreaterThanOrEqual(400);
        expect(response.status, `${key} ${text}`).toBeLessThan(500);
        expect(response.headers.get('content-type')).toContain('application/problem+json');
      }
  });

  it('refuses other content types', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json\t;x',
      'application/xml',
    ]) {
      const response = await fetch(`${application.url}/api/sign-in-links`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: 'email=a@example.org',
      });
      expect([400, 415], type).toContain(response.status);
    }
  });

  it('refuses a body over 64 KB', async () => {
    const reply = await new Browser(application).post('/api/sign-in-links', { email: 'a'.repeat(70_000) });
    expect(reply.status).toBe(413);
    expect(reply.body.code).toBe('body-too-large');
  });
});
