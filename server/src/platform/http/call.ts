import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { Api, Parsed, RouteKey } from '@hillo/contracts/endpoint';
import type { Locale } from '@hillo/domain/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from '../database/index.js';

interface CallBase {
  readonly actor: Actor;
  readonly locale: Locale;
  /** Set on every write (`idempotency` not `none`). */
  readonly operation: Operation;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A validated, authorised request of one declared route. */
export type CallOf<Routes extends Api, Key extends keyof Routes & RouteKey> = CallBase & Parsed<Routes[Key]>;

export type AnyCall = CallBase & {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
};

/** What the guard and the interceptor leave on the request. */
export interface RequestState {
  actor?: Actor;
  call?: AnyCall;
}

const STATES = new WeakMap<FastifyRequest, RequestState>();

export function stateOf(request: FastifyRequest): RequestState {
  let state = STATES.get(request);
  if (!state) STATES.set(request, (state = {}));
  return state;
}

/** Parameter decorator: the validated call. */
export const Call = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const { call } = stateOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!call) throw new Error('The route was not declared');
  return call;
});
