import { randomUUID } from 'node:crypto';
import type { HilloApi } from '@hillo/contracts/api';
import type { RequestOf, ResponseOf } from '@hillo/contracts/endpoint';

/** The server refused: its problem code, for the script to go by. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    route: string,
  ) {
    super(`${route} → ${status} ${code}`);
  }
}

/** Counts of the whole run, for the summary. */
export interface Traffic {
  requests: number;
  refusals: Map<string, number>;
  /** Milliseconds from request to answer. */
  latencies: number[];
}

interface Sent {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** A phone or laptop: one cookie, HTTP as the pages speak it. */
export class Device {
  private cookie = '';

  constructor(
    private readonly url: string,
    private readonly traffic: Traffic,
  ) {}

  get cookieHeader(): string {
    return this.cookie;
  }

  async call<Key extends keyof HilloApi & string>(
    route: Key,
    request: RequestOf<HilloApi[Key]>,
  ): Promise<ResponseOf<HilloApi[Key]>> {
    const { params = {}, query = {}, body } = request as Sent;
    const [method = 'GET', pattern = ''] = route.split(' ');
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]) => [name, String(value)]),
    ).toString();
    const began = performance.now();
    const response = await fetch(`${this.url}${path}${search ? `?${search}` : ''}`, {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    this.traffic.requests += 1;
    this.traffic.latencies.push(performance.now() - began);
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw this.refused(response.status, answer, route);
    return answer as ResponseOf<HilloApi[Key]>;
  }

  private refused(status: number, problem: unknown, route: string): Refusal {
    const code =
      typeof problem === 'object' && problem !== null && 'code' in problem
        ? String(problem.code)
        : 'no-problem-body';
    this.traffic.refusals.set(code, (this.traffic.refusals.get(code) ?? 0) + 1);
    return new Refusal(status, code, route);
  }
}
