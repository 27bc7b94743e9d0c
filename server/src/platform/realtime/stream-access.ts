import { Injectable } from '@nestjs/common';
import { STREAM_KINDS, type StreamKind, type StreamName } from '@hillo/contracts/realtime';
import type { Role } from '@hillo/domain/accounts';
import type { AccessScope } from '../http/actor-resolver.js';

interface Declaration {
  readonly access: readonly Role[];
  readonly scope: (id: string) => AccessScope;
  readonly catchUp: CatchUp | undefined;
}

/** Tells what was committed and never told, of the streams with these ids. */
type CatchUp = (ids: readonly string[]) => Promise<void>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Who may watch which kind of stream; modules declare their kinds, an undeclared one is watched by nobody. */
@Injectable()
export class StreamAccess {
  private readonly declarations = new Map<StreamKind, Declaration>();

  /**
   * `catchUp` is for what is told by a tick after the commit: a process may end in between. It is called for the streams
   * that are watched here, before each heartbeat.
   */
  declare(kind: StreamKind, access: readonly Role[], catchUp?: CatchUp): void {
    const scope = (id: string): AccessScope =>
      kind === 'registration' ? { registration: id } : { evening: id };
    this.declarations.set(kind, { access, scope, catchUp });
  }

  async catchUp(watched: readonly StreamName[]): Promise<void> {
    for (const [kind, { catchUp }] of this.declarations) {
      const ids = watched
        .filter((stream) => stream.startsWith(`${kind}:`))
        .map((stream) => stream.slice(kind.length + 1));
      if (catchUp && ids.length > 0) await catchUp(ids);
    }
  }

  /** The declared kinds with their roles, for the permission matrix. */
  all(): ReadonlyMap<StreamKind, readonly Role[]> {
    return new Map([...this.declarations].map(([kind, { access }]) => [kind, access]));
  }

  /** What to ask the actor resolver for this stream, or undefined for a malformed or undeclared name. */
  requirement(
    stream: unknown,
  ): { access: readonly Role[]; scope: AccessScope; stream: StreamName } | undefined {
    if (typeof stream !== 'string') return undefined;
    const [kind, id, ...rest] = stream.split(':');
    const known = STREAM_KINDS.find((candidate) => candidate === kind);
    if (!known || !id || rest.length > 0 || !UUID.test(id)) return undefined;
    const declaration = this.declarations.get(known);
    return (
      declaration && { access: declaration.access, scope: declaration.scope(id), stream: `${known}:${id}` }
    );
  }
}
