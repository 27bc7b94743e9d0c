import { connect } from 'node:net';
import { api } from '@hillo/contracts/api';
import { type Endpoint, isWrite, type RouteKey } from '@hillo/contracts/endpoint';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operationId, startTestApplication, type TestApplication } from '../support/application.js';
import type { Browser } from '../support/browser-session.js';
import { Fixtures } from '../support/fixtures.js';
import { registrationForm } from '../support/registration-form.js';

const routes = Object.entries(api) as [RouteKey, Endpoint][];
/** They end the session that asks for everything else. */
const KEEPS_SESSION = ([key]: [RouteKey, Endpoint]) =>
  !key.includes('DELETE /api/session') && !key.endsWith('/session');

let application: TestApplication;
let fixtures: Fixtures;
let ids: Record<string, string>;
/** Holds every role of the evening at once: nothing is refused for want of a right. */
let everyone: Browser;

beforeAll(async () => {
  application = await startTestApplication();
  fixtures = new Fixtures(application);
  const organisation = await fixtures.organisation();
  ids = { organisation, evening: await fixtures.evening(organisation, { slug: 'koti' }), slug: 'koti' };
});
beforeEach(newEveryone);
afterAll(() => application.close());

/** Somebody new, whose requests nobody has counted yet. */
async function newEveryone(): Promise<void> {
  const { organisation = '', evening = '' } = ids;
  // Without an address no code is asked for, so every body reaches its check.
  const registration = await fixtures.registration(evening, { email: null });
  const { accountId } = await fixtures.member(organisation, ['organiser', 'helper', 'access-host']);
  ids = { ...ids, registration };
  const device = async (role: 'door' | 'host') => {
    const { deviceId } = await fixtures.device(evening, role);
    return { kind: 'device', subjectId: deviceId, eveningId: evening, role } as const;
  };
  everyone = await fixtures.browser(
    { kind: 'account', subjectId: accountId, eveningId: null, role: null },
    { kind: 'attendee', subjectId: registration, eveningId: evening, role: null },
    await device('door'),
    await device('host'),
  );
}

function pathOf(key: RouteKey, changed: Readonly<Record<string, string>> = {}): string {
  const values: Record<string, string> = { ...ids, ...changed };
  return (key.split(' ')[1] ?? '').replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'x');
}

async function send(key: RouteKey, path: string, init: RequestInit): Promise<Response> {
  const method = key.split(' ')[0] ?? 'GET';
  return fetch(application.url + path, {
    ...init,
    method,
    headers: { cookie: everyone.cookieHeader, 'idempotency-key': operationId(), ...init.headers },
  });
}

const writes = routes.filter((route) => route[1].body && isWrite(...route) && KEEPS_SESSION(route));
const withParams = routes.filter((route) => /:\w/.test(route[0]) && KEEPS_SESSION(route));

describe('bodies that are no body of ours (T35, T36)', () => {
  const deep = (open: string, close: string) => `{"x":${open.repeat(20_000)}1${close.repeat(20_000)}}`;
  const refused: [string, string | Uint8Array<ArrayBuffer>][] = [
    ['a text', '"x"'],
    ['a number beyond all', '1e999'],
    ['an array in arrays', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['a key of the prototype, deep inside', '{"a":{"b":[{"__proto__":{"role":"admin"}}]}}'],
    ['a key of the prototype, in other letters', String.raw`{"\u005f_proto__":{"role":"admin"}}`],
    ['a constructor with a prototype', '{"a":{"constructor":{"prototype":{"role":"admin"}}}}'],
    ['half an object', '{"x":'],
    ['two values', '{} {}'],
    ['UTF-16', Uint8Array.from(Buffer.from('{"x":1}', 'utf16le'))],
    ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31])],
    ['nothing', ''],
  ];

  it.each(refused)('%s is refused by every route that writes, as a problem', async (_, body) => {
    for (const [key] of writes) {
      const response = await send(key, pathOf(key), {
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect([400, 404, 409, 422], `${key}: ${response.status}`).toContain(response.status);
      expect(response.headers.get('content-type'), key).toContain('application/problem+json');
      await response.arrayBuffer();
    }
  });

  it('depth and unknown fields never make an error of ours', async () => {
    for (const [key] of writes)
      for (const body of [deep('[', ']'), deep('{"x":', '}'), '{"x":9007199254740993,"x":-0}']) {
        const response = await send(key, pathOf(key), {
          headers: { 'content-type': 'application/json' },
          body,
        });
        expect(response.status, key).toBeLessThan(500);
        await response.arrayBuffer();
      }
  });

  it.each([
    'application/json\t;charset=utf-8',
    'application/json ;x',
    'application/json;',
    'application/ json',
    'text/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json, text/plain',
    '',
  ])('of the type %j are refused or checked all the same', async (type) => {
    for (const [key] of writes) {
      const response = await send(key, pathOf(key), {
        headers: { 'content-type': type },
        body: '"not an object"',
      });
      expect([400, 404, 409, 415, 422], `${key}: ${response.status}`).toContain(response.status);
      await response.arrayBuffer();
    }
  });
});

describe('fields that nobody may send (T35)', () => {
  const smuggled = {
    id: '01900000-0000-7000-8000-000000000001',
    role: 'admin',
    eveningId: '01900000-0000-7000-8000-000000000002',
    evening_id: '01900000-0000-7000-8000-000000000002',
    state: 'waiting',
    checkedInAt: '2026-11-26T15:00:00Z',
    checked_in_at: '2026-11-26T15:00:00Z',
    spokenCode: '000000',
    source: 'organiser',
    queueNumber: 1,
    isAdmin: true,
  };
  const row = (id: string) =>
    application.db.execute(
      `SELECT 1 FROM registrations WHERE id = $1 AND evening_id = $2 AND state = 'confirmed' AND checked_in_at IS NULL
       AND spoken_code <> '000000' AND source = 'form'`,
      [id, ids['evening']],
    );

  it('change nothing at the form and on the own page', async () => {
    const form = registrationForm(smuggled);
    const { status, body } = await everyone.post('/api/public/evenings/koti/registrations', form);
    expect([status, body.state, body.party[0].checkedInAt]).toEqual([201, 'confirmed', null]);
    expect(await row(body.id)).toBe(1);
    const own = `/api/me/${ids['registration']}`;
    expect((await everyone.patch(own, { ...smuggled, offers: 'Kahvia' })).status).toBe(200);
    expect(await row(ids['registration'] ?? '')).toBe(1);
    const admins = await application.db.execute('SELECT 1 FROM accounts WHERE is_admin');
    expect(admins).toBe(0);
  });

  it('twice in the query are one or refused', async () => {
    for (const query of [
      'format=csv&format=xlsx',
      'format[]=csv',
      'format[x]=csv',
      '__proto__[format]=csv',
    ]) {
      const reply = await everyone.get(`/api/evenings/${ids['evening']}/registrations/export?${query}`);
      expect(reply.status, query).toBe(400);
    }
    const search = await everyone.get(
      `/api/evenings/${ids['evening']}/registrations?search=a&search=b&filter=x`,
    );
    expect(search.status).toBe(400);
  });
});

describe('ids that are none (T35)', () => {
  const NONE = [
    'undefined',
    'null',
    '0',
    '-1',
    '{}',
    '%00',
    '%0a',
    '%2e%2e',
    '..%2f',
    "'",
    '%C0%AE',
    'ä',
    '*',
  ];

  it('are never another row, in any place of any path', async () => {
    for (const [key] of withParams) {
      await newEveryone();
      for (const name of [...key.matchAll(/:(\w+)/g)].map(([, found]) => found ?? ''))
        for (const value of NONE) {
          const path = pathOf(key, { [name]: value });
          const body = key.startsWith('GET') || key.startsWith('DELETE') ? undefined : '{}';
          const init = body ? { headers: { 'content-type': 'application/json' }, body } : {};
          const response = await send(key, path, init);
          await response.arrayBuffer();
          expect([400, 401, 403, 404], `${key} ${path}: ${response.status}`).toContain(response.status);
        }
    }
  }, 120_000);
});

describe('targets that are no path (T36)', () => {
  /** The status of a request whose target goes out as it is written here. */
  function ask(target: string): Promise<number> {
    const { hostname, port } = new URL(application.url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`GET ${target} HTTP/1.1\r\nHost: hillo.test\r\nConnection: close\r\n\r\n`);
      });
      let answer = '';
      socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
      socket.once('error', reject);
      socket.once('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])));
    });
  }

  it('open nothing to nobody', async () => {
    const guarded = `/api/evenings/${ids['evening']}`;
    for (const target of [
      `http://hillo.test${guarded}`,
      `https://other.example${guarded}`,
      `//hillo.test${guarded}`,
      `http://hillo.test/%61pi/evenings/${ids['evening']}`,
      `${guarded}#x`,
      `${guarded}?x#y`,
      `${guarded}\\`,
      `/x/..${guarded}`,
      '*',
      'hillo.test:443',
    ])
      expect([400, 401, 403, 404, 405], target).toContain(await ask(target));
    expect(await ask('/api/health')).toBe(200);
  });
});
