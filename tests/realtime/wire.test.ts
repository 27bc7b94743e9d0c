import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { api } from '@hillo/contracts/api';
import { problems } from '@hillo/contracts/problems';
import { PROTOCOL_VERSION, STREAM_KINDS } from '@hillo/contracts/realtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Room } from '../support/room.js';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const text = read('docs/wire.md');
const section = (number: number) => text.split(/^## /m)[number] ?? '';
const firstCells = (part: string) => [...part.matchAll(/^\| `([^`]+)`/gm)].map(([, cell]) => cell ?? '');

describe('the description and the code', () => {
  const source = read('packages/contracts/src/realtime.ts');
  const eventsOf = (name: string) => {
    const [, body = ''] = new RegExp(`interface ${name} \\{\\n(.*?)\\n\\}`, 's').exec(source) ?? [];
    return [...body.matchAll(/^ {2}(\w+):/gm)].map(([, event]) => event);
  };

  it('name the same events, streams and protocol', () => {
    const [events, streams] = section(4).split('Watch again');
    expect(firstCells(events ?? '')).toEqual(eventsOf('ClientToServerEvents'));
    expect(firstCells(streams ?? '').sort()).toEqual([...STREAM_KINDS].sort());
    const [told = '', kinds = ''] = section(5).split('Kinds of changes');
    expect(firstCells(told)).toEqual(eventsOf('ServerToClientEvents'));
    const panel = read('server/src/modules/panel/use-cases/panel-news.ts');
    const sent = [...panel.matchAll(/`panel:\$\{eveningId\}`, '([\w-]+)'/g)].map(([, kind]) => kind);
    expect(firstCells(kinds).sort()).toEqual([...new Set([...sent, 'votes'])].sort());
    expect(section(3)).toContain(`{"protocol": ${PROTOCOL_VERSION}}`);
  });

  it('know the same routes and refusals', () => {
    const routes = [...text.matchAll(/`((?:GET|POST|PUT|DELETE|PATCH) \/api\/[^`]+)`/g)].map(
      ([, route]) => route,
    );
    expect(routes.filter((route) => !(`${route}` in api))).toEqual([]);
    const codes = section(2).split('with a `code`')[1]?.split('Show `detail`')[0] ?? '';
    const named = [...codes.matchAll(/`([a-z-]+)`/g)].map(([, code]) => `${code}`);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((code) => !(code in problems))).toEqual([]);
  });
});

/** Frames as the description gives them; nothing of the client's code or of a library for them. */
class Frames {
  private readonly came: string[] = [];
  private wake: () => void = () => undefined;

  constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => {
      const frame = (data as Buffer).toString();
      if (frame === '2') socket.send('3');
      else this.came.push(frame);
      this.wake();
    });
  }

  say(frame: string): void {
    this.socket.send(frame);
  }

  async next(start: string): Promise<string> {
    for (;;) {
      const index = this.came.findIndex((frame) => frame.startsWith(start));
      if (index >= 0) return this.came.splice(index, 1)[0]?.slice(start.length) ?? '';
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  async event(): Promise<[string, { rev: number; kind: string; payload: object; live?: { text: string } }]> {
    return JSON.parse(await this.next('42'));
  }

  close(): void {
    this.socket.close();
  }
}

describe('a program that knows the description only', () => {
  let application: TestApplication;
  let room: Room;
  let cookie: string;
  let me: string;
  let evening: string;

  beforeAll(async () => {
    application = await startTestApplication();
    room = await Room.open(application);
  });
  afterAll(() => application.close());

  async function send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const response = await fetch(application.url + path, {
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const content = await response.text();
    return { response, answer: content === '' ? undefined : JSON.parse(content) };
  }

  async function connect(protocol = 1): Promise<Frames> {
    const url = `${application.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const frames = new Frames(new WebSocket(url, { headers: { cookie }, perMessageDeflate: false }));
    await frames.next('0');
    frames.say(`40${JSON.stringify({ protocol })}`);
    return frames;
  }

  it('signs in, joins, asks, votes, follows, misses something and catches up', async () => {
    const guest = await room.guest();
    const signedIn = await send('POST', '/api/session/attendee', {
      token: application.tokens.derive('personal', guest.id, 1),
    });
    cookie = signedIn.response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    ({ registrationId: me, eveningId: evening } = signedIn.answer);
    const list = await send('GET', `/api/evenings/${evening}/panel`);
    const etag = { 'if-none-match': list.response.headers.get('etag') ?? '' };
    expect((await send('GET', `/api/evenings/${evening}/panel`, undefined, etag)).response.status).toBe(304);

    const frames = await connect();
    expect(JSON.parse(await frames.next('40'))).toHaveProperty('sid');
    frames.say(`420${JSON.stringify(['watch', { stream: `panel:${evening}` }])}`);
    expect(JSON.parse(await frames.next('430'))).toEqual([{ ok: true, rev: list.answer.rev }]);
    frames.say(`421${JSON.stringify(['watch', { stream: `panel-desk:${evening}` }])}`);
    expect(JSON.parse(await frames.next('431'))).toEqual([{ ok: false, code: 'not-allowed' }]);

    const { browser: host } = await room.fixtures.device(evening, 'host');
    await host.patch(`/api/evenings/${evening}/panel`, { isModerated: false });
    expect(await frames.event()).toMatchObject(['change', { kind: 'panel', live: { isModerated: false } }]);
    const asked = await send('POST', `/api/me/${me}/questions`, { text: 'Kuka tulee mukaan?', aim: 'panel' });
    expect(asked.response.status).toBe(201);
    const [, shown] = await frames.event();
    expect(shown).toMatchObject({ rev: 2, kind: 'question', live: { id: asked.answer.id, votes: 0 } });

    const card = { text: 'Milloin aloitamme?', source: 'card' };
    const { id } = (await host.post(`/api/evenings/${evening}/questions`, card)).body;
    expect((await frames.event())[1]).toMatchObject({ rev: 3, kind: 'question' });
    expect((await send('PUT', `/api/me/${me}/votes/${id}`)).answer).toMatchObject({ voted: true, votes: 1 });
    expect((await frames.event())[1]).toMatchObject({ rev: 4, kind: 'votes', payload: { [id]: 1 } });
    const own = await send('PUT', `/api/me/${me}/votes/${asked.answer.id}`);
    expect(own.answer).toMatchObject({ status: 409, code: 'own-question' });
    const soon = await send('POST', `/api/me/${me}/questions`, { text: 'Vielä yksi?' });
    expect(soon.answer).toMatchObject({ code: 'asked-too-soon', data: { seconds: 20 } });

    frames.close();
    const hide = { move: 'hide', version: 0, reason: 'other' };
    await host.post(`/api/evenings/${evening}/questions/${id}/moves`, hide);
    const again = await connect();
    await again.next('40');
    again.say(`420${JSON.stringify(['watch', { stream: `panel:${evening}` }])}`);
    expect(JSON.parse(await again.next('430'))).toEqual([{ ok: true, rev: 5 }]);
    const missed = await send('GET', `/api/streams/panel:${evening}?since=4`);
    expect(missed.answer).toMatchObject({ rev: 5, changes: [{ kind: 'gone', payload: { questionId: id } }] });
    const { answer } = await send('GET', `/api/evenings/${evening}/panel`);
    expect(answer).toMatchObject({ rev: 5, questions: [{ id: asked.answer.id }] });
    again.say(`421${JSON.stringify(['unwatch', { stream: `panel:${evening}` }])}`);
    expect(JSON.parse(await again.next('431'))).toEqual([{ ok: true }]);
    again.close();
  });

  it('is told why it may not connect', async () => {
    const later = await connect(PROTOCOL_VERSION + 1);
    expect(JSON.parse(await later.next('44'))).toEqual({ message: 'protocol' });
    cookie = '';
    const nobody = await connect();
    expect(JSON.parse(await nobody.next('44'))).toEqual({ message: 'not-signed-in' });
    later.close();
    nobody.close();
  });
});
