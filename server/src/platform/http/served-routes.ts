import { Inject, Injectable } from '@nestjs/common';
import type { Endpoint } from '@hillo/contracts/endpoint';
import type { ProblemCode } from '@hillo/contracts/problems';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Log } from '../log/index.js';
import { AccessGuard } from './access.guard.js';
import { DeclaredRoutes, type HandledRoute } from './declared-routes.js';
import { FileAnswer } from './file-answer.js';
import { ProblemError } from './problem-error.js';
import { ProblemFilter } from './problem.filter.js';
import { readCall } from './read-call.js';
import { TaggedAnswer } from './tagged-answer.js';

interface OutcomeLike {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly code?: ProblemCode;
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

function isOutcome(result: unknown): result is OutcomeLike {
  return typeof result === 'object' && result !== null && 'ok' in result && typeof result.ok === 'boolean';
}

/** Codes that any route may answer with; the OpenAPI document adds them everywhere. */
const COMMON: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'not-found',
  'idempotency-key-reused',
  'not-allowed',
  'not-signed-in',
  'step-up-needed',
]);

/** Of an answer what the contract lists, and nothing else. */
function listed({ endpoint: { response } }: HandledRoute, value: unknown): unknown {
  return response === null || 'file' in response ? undefined : response.parse(value);
}

function statusOf(endpoint: Endpoint): number {
  return endpoint.status ?? (endpoint.response === null ? 204 : 200);
}

/**
 * Puts every declared route on Fastify, in four steps: who calls (`AccessGuard`), what they ask (`readCall`), the
 * controller's method, and of its answer only what the contract lists (invariant 5). Nest makes the controllers; a request
 * does not pass through its guards, interceptors and pipes, which cost a sixth of a scan.
 */
@Injectable()
export class ServedRoutes {
  constructor(
    @Inject(DeclaredRoutes) private readonly declared: DeclaredRoutes,
    @Inject(AccessGuard) private readonly guard: AccessGuard,
    @Inject(ProblemFilter) private readonly problems: ProblemFilter,
    @Inject(Log) private readonly log: Log,
  ) {}

  serve(fastify: FastifyInstance): void {
    for (const route of this.declared.served().values()) {
      const [method = '', url = ''] = route.key.split(' ');
      const status = statusOf(route.endpoint);
      fastify.route({
        method,
        url,
        handler: async (request, reply) => {
          let body: unknown;
          void reply.status(status);
          try {
            body = await this.answer(route, request, reply);
          } catch (error) {
            this.problems.answer(error, request, reply);
            return reply;
          }
          return reply.send(body);
        },
      });
    }
  }

  private async answer(route: HandledRoute, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const actor = await this.guard.admit(route.endpoint, request);
    const result = await route.handle(readCall(route, actor, request, reply));
    const value = isOutcome(result) ? this.unwrap(route, result) : result;
    if (value instanceof FileAnswer) {
      void reply
        .header('content-type', value.mediaType)
        .header('content-disposition', value.contentDisposition);
      return value.body;
    }
    if (value instanceof TaggedAnswer) {
      void reply.headers(value.headers);
      if (!value.isKnown(request.headers['if-none-match'])) return listed(route, value.value);
      void reply.status(304);
      return undefined;
    }
    return listed(route, value);
  }

  private unwrap(route: HandledRoute, outcome: OutcomeLike): unknown {
    if (outcome.ok) return outcome.value;
    const code = outcome.code ?? 'internal-error';
    if (!route.endpoint.problems.includes(code) && !COMMON.has(code))
      this.log.warning('undeclared-problem', { route: route.key, code });
    throw new ProblemError(code, outcome.data);
  }
}
