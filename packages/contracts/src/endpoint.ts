import type { Role, StepUpPurpose } from '@hillo/domain/accounts';
import type { z } from 'zod';
import type { ProblemCode } from './problems.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** `METHOD /api/path/:param`: the key of a route in every tree. */
export type RouteKey = `${Method} /api/${string}`;

/** A file answer: its media types, sent with Content-Disposition. */
export interface FileResponse {
  readonly file: readonly string[];
}

/**
 * One HTTP route, declared once: the server validates and authorises by it, the client is typed by it, the OpenAPI
 * document and the permission matrix are read from it.
 *
 * `access` lists the roles that may call it, the first that the session holds wins; `everyone` needs no session.
 * A grant is bound to the path: `:registration` for attendees, `:evening` for crew, members and associations,
 * `:organisation` for members. Writes (everything but GET) require an `Idempotency-Key` unless `idempotency` is
 * `none` (a sign-in that can only happen once by its nature).
 */
export interface Endpoint {
  readonly summary: string;
  readonly access: readonly Role[] | 'everyone';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType | FileResponse | null;
  /** 200 with a body and 204 without one, unless said otherwise. */
  readonly status?: 200 | 201 | 202 | 204;
  readonly idempotency?: 'none';
  /**
   * Asked of whoever is signed in by a link and has an address: a mailed code first, else `step-up-needed`. Such a route is for
   * attendees and associations only.
   */
  readonly stepUp?: StepUpPurpose;
  readonly limit?: 'scan' | 'sign-in' | 'registration' | 'suggestion' | 'token';
  readonly problems: readonly ProblemCode[];
}

export type Api = Readonly<Record<RouteKey, Endpoint>>;

/** Keeps literal types of the routes while checking their shape. */
export function defineApi<const Routes extends Api>(routes: Routes): Routes {
  return routes;
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a handler receives, validated. */
export interface Parsed<Route extends Endpoint> {
  readonly params: Output<Route['params']>;
  readonly query: Output<Route['query']>;
  readonly body: Output<Route['body']>;
}

/** What a client sends. */
export type RequestOf<Route extends Endpoint> = (Route['params'] extends z.ZodType
  ? { params: Input<Route['params']> }
  : { params?: undefined }) &
  (Route['query'] extends z.ZodType ? { query?: Input<Route['query']> } : { query?: undefined }) &
  (Route['body'] extends z.ZodType ? { body: Input<Route['body']> } : { body?: undefined });

/** What a client gets back. */
export type ResponseOf<Route extends Endpoint> = Route['response'] extends z.ZodType
  ? z.output<Route['response']>
  : Route['response'] extends FileResponse
    ? Blob
    : undefined;

/** True for a route that wants an `Idempotency-Key`. */
export function isWrite(key: RouteKey, endpoint: Endpoint): boolean {
  return !key.startsWith('GET ') && endpoint.idempotency !== 'none';
}
