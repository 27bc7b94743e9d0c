import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config/index.js';
import { ActorResolver, type AccessScope } from './actor-resolver.js';
import { stateOf } from './call.js';
import { RequestLimits } from './limits.js';
import { ProblemError } from './problem-error.js';
import { routeOf } from './route.js';
import { sessionTokenOf } from './session-cookie.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SCOPES = ['organisation', 'evening', 'registration'] as const;

/** An id that is no id names nothing; it never reaches a query. */
function scopeOf(params: Readonly<Record<string, string>>): AccessScope {
  const scope: Record<string, string> = {};
  for (const name of SCOPES) {
    const value = params[name];
    if (value === undefined) continue;
    if (!UUID.test(value)) throw new ProblemError('not-found');
    scope[name] = value;
  }
  return scope;
}

/** Writes come from our own pages: browsers name the origin of a cross-site post. */
function isForeignOrigin(request: FastifyRequest, config: Config): boolean {
  const origin = request.headers.origin;
  if (request.method === 'GET' || origin === undefined) return false;
  return origin !== new URL(config.PUBLIC_URL).origin && origin !== `${request.protocol}://${request.host}`;
}

/** Authorises every route by its declaration. A handler without one is refused at start (`DeclaredRoutes`). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ActorResolver) private readonly resolver: ActorResolver,
    @Inject(RequestLimits) private readonly limits: RequestLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const route = routeOf(context.getHandler());
    if (!route) throw new ProblemError('not-allowed');
    if (isForeignOrigin(request, this.config)) throw new ProblemError('not-allowed');
    const scope = scopeOf(request.params as Readonly<Record<string, string>>);
    const token = sessionTokenOf(request, this.config);
    const resolved = await this.resolver.resolve(token, route.endpoint.access, scope);
    if (!resolved.ok) throw new ProblemError(resolved.code);
    await this.limits.count(resolved.value, route.endpoint.limit, request);
    stateOf(request).actor = resolved.value;
    return true;
  }
}
