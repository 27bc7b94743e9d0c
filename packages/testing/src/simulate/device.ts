import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { api, type HilloApi } from '@hillo/contracts/api';
import { isWrite, type RequestOf, type ResponseOf } from '@hillo/contracts/endpoint';
import type { SeededRandom } from '../random.js';

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

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** How a device is used: chance, and how many writes in a hundred are sent twice. */
export interface Habits {
  readonly chance: SeededRandom;
  readonly twice: number;
  /** Seconds for which it asks again, with the same operation id, when nobody answers or the server is not well. */
  readonly patience: number;
}

const ASK_AGAIN_MS = 100;

/** A phone or laptop: one cookie, HTTP as the pages speak it. */
export class Device {
  private cookie = '';
  private readonly chance: SeededRandom;
  private readonly twice: number;
  private readonly patience: number;

  constructor(
    private readonly url: string,
    private readonly traffic: Traffic,
    habits: Habits,
  ) {
    this.chance = habits.chance;
    this.twice = habits.twice;
    this.patience = habits.patience * 1000;
  }

  get cookieHeader(): string {
    return this.cookie;
  }

  /** One request of a page; now and then it is sent twice at once, as by an impatient thumb (T8). */
  async call<Key extends keyof HilloApi>(
    route: Key,
    request: RequestOf<HilloApi[Key]>,
  ): Promise<ResponseOf<HilloApi[Key]>> {
    const key = randomUUID();
    const thumbs = isWrite(route, api[route]) && this.chance.happens(this.twice) ? 2 : 1;
    const answers = await Promise.all(
      Array.from({ length: thumbs }, () => this.insist(route, request as Sent, key)),
    );
    const answer = agreed(answers);
    if (!answer)
      throw new Error(`${route} sent twice answered ${answers.map(({ status }) => status).join(' and ')}`);
    if (answer.status >= 400) throw this.refused(answer, route);
    return answer.body as ResponseOf<HilloApi[Key]>;
  }

  private async insist(route: string, request: Sent, key: string): Promise<Answer> {
    const until = performance.now() + this.patience;
    for (;;) {
      const isLast = performance.now() >= until;
      try {
        const answer = await this.send(route, request, key);
        if (isLast || answer.status < 500) return answer;
      } catch (error) {
        if (isLast) throw error;
      }
      await sleep(ASK_AGAIN_MS);
    }
  }

  private async send(route: string, { params = {}, query = {}, body }: Sent, key: string): Promise<Answer> {
    const [method = 'GET', pattern = ''] = route.split(' ');
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
    const entries = Object.entries(query).map(([name, value]) => [name, String(value)]);
    const search = new URLSearchParams(entries).toString();
    const began = performance.now();
    const response = await fetch(`${this.url}${path}${search ? `?${search}` : ''}`, {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    this.traffic.requests += 1;
    this.traffic.latencies.push(performance.now() - began);
    for (const line of response.headers.getSetCookie()) this.cookie = line.split(';')[0] ?? '';
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }

  private refused({ status, body }: Answer, route: string): Refusal {
    const isProblem = typeof body === 'object' && body !== null && 'code' in body;
    const code = isProblem ? String(body.code) : 'no-problem-body';
    this.traffic.refusals.set(code, (this.traffic.refusals.get(code) ?? 0) + 1);
    return new Refusal(status, code, route);
  }
}

/**
 * What the answers to one operation, sent more than once, say together. What was done is done once, so all that tell of it
 * tell the same; what was refused left nothing behind and is decided anew, for others may have changed what it hung on.
 * Undefined when they contradict each other.
 */
export function agreed<Told extends { readonly status: number }>(answers: readonly Told[]): Told | undefined {
  const [first] = answers;
  if (answers.every(({ status }) => status === first?.status)) return first;
  const done = answers.filter(({ status }) => status < 400);
  const refused = answers.filter(({ status }) => status >= 400 && status < 500);
  const [told = first] = done;
  const isOne = done.every(({ status }) => status === told?.status);
  return isOne && done.length + refused.length === answers.length ? told : undefined;
}
