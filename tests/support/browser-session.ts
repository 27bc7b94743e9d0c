import { randomUUID } from 'node:crypto';
import type { Ground } from './fixtures.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- Answers are read field by field; the contract's own test checks their shape.
  readonly body: any;
}

/** Speaks HTTP as a page does: cookie, operation ids, JSON. */
export class Browser {
  constructor(
    private readonly application: Pick<Ground, 'url'>,
    private cookie = '',
  ) {}

  get cookieHeader(): string {
    return this.cookie;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    const response = await fetch(this.application.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    const type = response.headers.get('content-type') ?? '';
    const content = type.includes('json') ? await response.json() : Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: content };
  }

  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown = {}, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send('PUT', path, body, headers);
  }

  patch(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send('PATCH', path, body, headers);
  }

  delete(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply> {
    return this.send('DELETE', path, undefined, headers);
  }
}
