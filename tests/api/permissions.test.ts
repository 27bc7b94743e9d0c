import { api } from '@hillo/contracts/api';
import { type Endpoint, isWrite, type RouteKey } from '@hillo/contracts/endpoint';
import type { Role } from '@hillo/domain/accounts';
import { StreamAccess } from '@hillo/server/platform/realtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';

/** Somebody of the matrix: the role, and whether the path's organisation, evening and registration are their own. */
interface Person {
  readonly name: string;
  readonly role: Role;
  readonly isOwn: boolean;
  readonly browser: Browser;
}

const routes = Object.entries(api) as [RouteKey, Endpoint][];
const NO_ID = '01900000-0000-7000-8000-000000000000';

let application: TestApplication;
let people: Person[];
let ids: Readonly<Record<string, string>>;

/** Everybody of product rule 15 twice: at home and next door. */
async function cast(fixtures: Fixtures): Promise<void> {
  const home = await fixtures.organisation('Kotiverkosto');
  const other = await fixtures.organisation('Naapuriverkosto');
  const evening = await fixtures.evening(home, { slug: 'koti' });
  const otherEvening = await fixtures.evening(other, { slug: 'naapuri' });
  const registration = await fixtures.registration(evening);
  const second = await fixtures.registration(evening);
  const stranger = await fixtures.registration(otherEvening);
  ids = { organisation: home, evening, registration, slug: 'koti' };
  people = [
    { name: 'nobody', role: 'nobody', isOwn: true, browser: new Browser(application) },
    { name: 'admin', role: 'admin', isOwn: true, browser: (await fixtures.admin()).browser },
  ];
  for (const role of ['organiser', 'helper', 'access-host'] as const)
    for (const [isOwn, organisation] of [
      [true, home],
      [false, other],
    ] as const)
      people.push({
        name: `${role} ${isOwn ? 'at home' : 'next door'}`,
        role,
        isOwn,
        browser: (await fixtures.member(organisation, [role])).browser,
      });
  for (const role of ['door', 'host'] as const)
    for (const [isOwn, id] of [
      [true, evening],
      [false, otherEvening],
    ] as const)
      people.push({
        name: `${role} ${isOwn ? 'at home' : 'next door'}`,
        role,
        isOwn,
        browser: (await fixtures.device(id, role)).browser,
      });
  for (const [isOwn, id] of [
    [true, evening],
    [false, otherEvening],
  ] as const)
    people.push({
      name: `association ${isOwn ? 'at home' : 'next door'}`,
      role: 'association',
      isOwn,
      browser: await fixtures.browser({ kind: 'association', subjectId: NO_ID, eveningId: id, role: null }),
    });
  people.push(
    {
      name: 'attendee',
      role: 'attendee',
      isOwn: true,
      browser: await fixtures.attendee(evening, registration),
    },
    {
      name: 'attendee next to them',
      role: 'attendee',
      isOwn: false,
      browser: await fixtures.attendee(evening, second),
    },
    {
      name: 'attendee next door',
      role: 'attendee',
      isOwn: false,
      browser: await fixtures.attendee(otherEvening, stranger),
    },
  );
}

beforeAll(async () => {
  application = await startTestApplication();
  await cast(new Fixtures(application));
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

describe('every route by every role', () => {
  it.each(routes)('%s', async (key, endpoint) => {
    const [method = ''] = key.split(' ');
    const verdicts: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const person of people) {
      // Signing out is everybody's right, but would empty the cast.
      if (key === 'DELETE /api/session') continue;
      // Without an operation id an authorised write goes no further than the check of its headers.
      const headers = isWrite(key, endpoint) ? { 'idempotency-key': '' } : undefined;
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const reply = await person.browser.send(method, pathOf(key), body, headers);
      expect(reply.status, `${person.name}: ${JSON.stringify(reply.body)}`).toBeLessThan(500);
      verdicts[person.name] = reply.status === 401 || reply.status === 403 ? 'refused' : 'admitted';
      wanted[person.name] = mayEnter(person, key, endpoint) ? 'admitted' : 'refused';
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
