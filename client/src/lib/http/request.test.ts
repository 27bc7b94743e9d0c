import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createRequest } from './request.js';
import { isProblem } from './problem-error.js';

type Handler = (request: IncomingMessage, response: ServerResponse, attempt: number) => void;
/** Any route, as if it were declared: what is sent and understood does not depend on the contract. */
type LooseRequest = (route: string, input?: object) => Promise<unknown>;

const servers: Server[] = [];
afterEach(() =>
  servers.splice(0).forEach((server) => {
    server.closeAllConnections();
    server.close();
  }),
);

async function serving(handler: Handler, patience = 2000) {
  const seen: IncomingMessage[] = [];
  const waited: number[] = [];
  const server = createServer((request, response) => handler(request, response, seen.push(request)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const request = createRequest({
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    locale: () => 'fi-selko',
    wait: async (ms) => void waited.push(ms),
    patience,
  }) as unknown as LooseRequest;
  return { request, seen, waited };
}

function json(response: ServerResponse, status: number, value: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(value));
}

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"sta');
  response.destroy();
}

const problem = {
  type: '/problems/invalid-input',
  title: 'Tarkista tiedot',
  status: 400,
  detail: 'Korjaa merkityt kohdat.',
  code: 'invalid-input',
  errors: [{ pointer: '#/email', code: 'invalid-email', detail: 'Tarkista osoite.' }],
  data: { seats: 3 },
};

describe('request', () => {
  it('fills the path and the query, says the language, sends no operation id with a read', async () => {
    const { request, seen } = await serving((_, response) => json(response, 200, { status: 'ok' }));
    const query = { q: 'ä & b', tag: ['x', 'y'], page: undefined };
    await expect(
      request('GET /api/evenings/:evening', { params: { evening: 'a/b' }, query }),
    ).resolves.toEqual({
      status: 'ok',
    });
    expect(seen[0]?.url).toBe('/api/evenings/a%2Fb?q=%C3%A4+%26+b&tag=x&tag=y');
    expect(seen[0]?.headers['hillo-locale']).toBe('fi-selko');
    expect(seen[0]?.headers['idempotency-key']).toBeUndefined();
  });

  it('tells a problem with its code, texts, field errors and figures', async () => {
    const { request, seen } = await serving((_, response) =>
      json(response, 400, problem, 'application/problem+json'),
    );
    const error = await request('POST /api/x', { body: {} }).catch((caught: unknown) => caught);
    if (!isProblem(error, 'invalid-input')) throw error;
    expect(error).toMatchObject({ status: 400, title: 'Tarkista tiedot', data: { seats: 3 } });
    expect(error.errors).toEqual({ '#/email': 'Tarkista osoite.' });
    expect(seen).toHaveLength(1);
  });

  it('sends a write again with the same operation id and body when the answer was lost', async () => {
    const { request, seen, waited } = await serving((incoming, response, attempt) => {
      if (attempt === 1) incoming.socket.destroy();
      else if (attempt === 2)
        response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      else if (attempt === 3) cutOff(response);
      else json(response, 201, { id: 7 });
    });
    await expect(request('POST /api/x', { body: { a: 1 } })).resolves.toEqual({ id: 7 });
    const ids = seen.map(({ headers }) => headers['idempotency-key']);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(waited.map((ms, index) => ms >= ([400, 1500, 4000][index] ?? Infinity))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('gives up after four attempts, with a code of its own', async () => {
    const { request, seen } = await serving((incoming) => incoming.socket.destroy());
    await expect(request('PUT /api/x')).rejects.toMatchObject({ code: 'network-failure', status: 0 });
    expect(seen).toHaveLength(4);
  });

  it('takes an attempt without an answer as lost', async () => {
    const { request } = await serving(
      (_, response, attempt) => attempt > 1 && json(response, 200, attempt),
      60,
    );
    await expect(request('POST /api/x')).resolves.toBe(2);
  });

  it.each([
    ['GET /api/x', {}],
    ['POST /api/sessions', { once: true }],
  ])('does not repeat %s by itself', async (route, input) => {
    const { request, seen } = await serving((incoming) => incoming.socket.destroy());
    await expect(request(route, input)).rejects.toMatchObject({ code: 'network-failure' });
    expect(seen).toHaveLength(1);
  });

  it('uses the operation id it is given, and another for each write', async () => {
    const { request, seen } = await serving((_, response) => void response.writeHead(204).end());
    await expect(request('DELETE /api/x', { operationId: 'mine' })).resolves.toBeUndefined();
    await request('DELETE /api/x');
    await request('DELETE /api/x');
    const [mine, one, other] = seen.map(({ headers }) => headers['idempotency-key']);
    expect(mine).toBe('mine');
    expect(one).not.toBe(other);
  });

  it('stops at the caller’s signal and does not try again', async () => {
    const stop = new AbortController();
    const { request, seen } = await serving(() => stop.abort());
    await expect(request('POST /api/x', { signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(seen).toHaveLength(1);
  });

  it('gives a download as a file with its name', async () => {
    const { request } = await serving((_, response) => {
      response.setHeader(
        'content-disposition',
        `attachment; filename="a.csv"; filename*=UTF-8''kev%C3%A4t.csv`,
      );
      response.writeHead(200, { 'content-type': 'text/csv' }).end('a;b');
    });
    const file = (await request('GET /api/x.csv')) as File;
    expect([file.name, await file.text()]).toEqual(['kevät.csv', 'a;b']);
  });

  it('does not take a proxy’s page for an answer', async () => {
    const { request } = await serving(
      (_, response) => void response.setHeader('content-type', 'text/html').end('Hi'),
    );
    await expect(request('GET /api/x')).rejects.toMatchObject({ code: 'unreadable-answer' });
  });
});
