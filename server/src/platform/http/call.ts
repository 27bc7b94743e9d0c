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
