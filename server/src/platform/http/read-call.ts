import { hash } from 'node:crypto';
import type { Actor } from '@hillo/contracts/access';
import { type Endpoint, isWrite } from '@hillo/contracts/endpoint';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Operation } from '../database/index.js';
import type { AnyCall } from './call.js';
import { fieldErrors } from './field-errors.js';
import { localeOf } from './locale.js';
import { type FieldError, ProblemError } from './problem-error.js';
import type { DeclaredRoute } from './route.js';

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
  const bodyHash = written ? hash('sha256', JSON.stringify(parts)) : '';
  return { actor: actor.key, id: typeof id === 'string' ? id.toLowerCase() : '', route: route.key, bodyHash };
}

/** Parses what comes in by the contract. Throws `ProblemError` when it does not fit. */
export function readCall(
  route: DeclaredRoute,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): AnyCall {
  const { params, query, body } = parseParts(route.endpoint, request);
  return {
    params,
    query,
    body,
    actor,
    locale: localeOf(request),
    operation: operationOf(route, request, actor, { params, query, body }),
    request,
    reply,
  };
}
