import { createHash } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { type Endpoint, isWrite } from '@hillo/contracts/endpoint';
import type { ProblemCode } from '@hillo/contracts/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import type { Operation } from '../database/index.js';
import { Log } from '../log/index.js';
import { type AnyCall, stateOf } from './call.js';
import { FileAnswer } from './file-answer.js';
import { fieldErrors } from './field-errors.js';
import { localeOf } from './locale.js';
import { type FieldError, ProblemError } from './problem-error.js';
import { type DeclaredRoute, routeOf } from './route.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function parseParts(endpoint: Endpoint, request: FastifyRequest) {
  const fields: FieldError[] = [];
  const parse = (schema: z.ZodType | undefined, value: unknown, prefix: string): unknown => {
    if (!schema) return undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    fields.push(...fieldErrors(parsed.error, prefix));
    return undefined;
  };
  // An id in the path that is no id names nothing.
  const params = endpoint.params?.safeParse(request.params);
  if (params && !params.success) throw new ProblemError('not-found');
  const query = parse(endpoint.query, request.query, '?');
  const body = parse(endpoint.body, request.body, '#/');
  if (fields.length > 0) throw new ProblemError('invalid-input', undefined, fields);
  return { params: params?.data, query, body };
}

function operationOf(route: DeclaredRoute, request: FastifyRequest, actor: Actor, parts: object): Operation {
  const id = request.headers['idempotency-key'];
  const written = isWrite(route.key, route.endpoint);
  if (written && (typeof id !== 'string' || !UUID.test(id)))
    throw new ProblemError('idempotency-key-missing');
  const bodyHash = written ? createHash('sha256').update(JSON.stringify(parts)).digest('hex') : '';
  return { actor: actor.key, id: typeof id === 'string' ? id.toLowerCase() : '', route: route.key, bodyHash };
}

interface OutcomeLike {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly code?: ProblemCode;
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

function isOutcome(result: unknown): result is OutcomeLike {
  return typeof result === 'object' && result !== null && 'ok' in result && typeof result.ok === 'boolean';
}

/** Parses what comes in by the contract, and lets out only what the contract lists (invariant 5). */
@Injectable()
export class CallInterceptor implements NestInterceptor {
  constructor(@Inject(Log) private readonly log: Log) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const route = routeOf(context.getHandler());
    const state = stateOf(request);
    if (!route || !state.actor) throw new ProblemError('not-allowed');
    const parts = parseParts(route.endpoint, request);
    const call: AnyCall = {
      ...parts,
      actor: state.actor,
      locale: localeOf(request),
      operation: operationOf(route, request, state.actor, parts),
      request,
      reply,
    };
    state.call = call;
    return next.handle().pipe(map((result) => this.answer(route, reply, result)));
  }

  private answer(route: DeclaredRoute, reply: FastifyReply, result: unknown): unknown {
    const value = isOutcome(result) ? this.unwrap(route, result) : result;
    const { response } = route.endpoint;
    if (value instanceof FileAnswer) {
      void reply
        .header('content-type', value.mediaType)
        .header('content-disposition', value.contentDisposition);
      return value.body;
    }
    if (response === null || 'file' in response) return undefined;
    return response.parse(value);
  }

  private unwrap(route: DeclaredRoute, outcome: OutcomeLike): unknown {
    if (outcome.ok) return outcome.value;
    const code = outcome.code ?? 'internal-error';
    if (!route.endpoint.problems.includes(code) && !COMMON.has(code))
      this.log.warning('undeclared-problem', { route: route.key, code });
    throw new ProblemError(code, outcome.data);
  }
}

/** Codes that any route may answer with; the OpenAPI document adds them everywhere. */
const COMMON: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'not-found',
  'idempotency-key-reused',
  'not-allowed',
  'not-signed-in',
]);
