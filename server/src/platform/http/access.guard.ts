import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { Endpoint } from '@hillo/contracts/endpoint';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config/index.js';
import { ActorResolver, type AccessScope } from './actor-resolver.js';
import { RequestLimits } from './limits.js';
import { ProblemError } from './problem-error.js';
import { sessionTokenOf } from './session-cookie.js';
import { StepUpGate } from './step-up-gate.js';

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

/** Authorises every route by its declaration. A handler without one is refused at start (`DeclaredRoutes`). */
@Injectable()
export class AccessGuard {
  private readonly ownOrigin: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ActorResolver) private readonly resolver: ActorResolver,
    @Inject(RequestLimits) private readonly limits: RequestLimits,
    @Inject(StepUpGate) private readonly stepUps: StepUpGate,
  ) {
    this.ownOrigin = new URL(config.PUBLIC_URL).origin;
  }

  /** Who calls, by the first role that the route admits. Throws `ProblemError` when nobody may, or too often. */
  async admit(endpoint: Endpoint, request: FastifyRequest): Promise<Actor> {
    if (this.isForeignOrigin(request)) throw new ProblemError('not-allowed');
    const scope = scopeOf(request.params as Readonly<Record<string, string>>);
    const token = sessionTokenOf(request, this.config);
    const resolved = await this.resolver.resolve(token, endpoint.access, scope);
    if (!resolved.ok) throw new ProblemError(resolved.code);
    await this.limits.count(resolved.value, endpoint.limit, request);
    const { stepUp } = endpoint;
    if (stepUp !== undefined && !(await this.stepUps.isOpen(resolved.value, stepUp)))
      throw new ProblemError('step-up-needed');
    return resolved.value;
  }

  /** Writes come from our own pages: browsers name the origin of a cross-site post. */
  private isForeignOrigin({ headers: { origin }, method, protocol, host }: FastifyRequest): boolean {
    if (method === 'GET' || origin === undefined) return false;
    return origin !== this.ownOrigin && origin !== `${protocol}://${host}`;
  }
}
