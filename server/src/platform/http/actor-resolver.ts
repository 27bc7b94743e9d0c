import type { Actor } from '@hillo/contracts/access';
import type { Role } from '@hillo/domain/accounts';
import type { Outcome } from '@hillo/domain/shared';

export type AccessRefusal = 'not-signed-in' | 'not-allowed' | 'not-found';

/** Ids in the path that bound a grant. */
export interface AccessScope {
  readonly organisation?: string;
  readonly evening?: string;
  readonly registration?: string;
}

/** Port: which of the session's grants opens a route. The accounts module provides it. */
export abstract class ActorResolver {
  /** The live session of a token; `crew` when it holds a door or host device. */
  abstract session(
    sessionToken: string,
  ): Promise<{ readonly id: string; readonly crew: boolean } | undefined>;

  /** Something came from these sessions' sockets at these times, by session id. */
  abstract heard(times: ReadonlyMap<string, Date>): Promise<void>;

  /** `allowed` is the contract's list, the first role that the session holds wins. */
  abstract resolve(
    sessionToken: string | null,
    allowed: readonly Role[] | 'everyone',
    scope: AccessScope,
  ): Promise<Outcome<Actor, AccessRefusal>>;
}
