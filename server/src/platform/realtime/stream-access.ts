import { Injectable } from '@nestjs/common';
import { STREAM_KINDS, type StreamKind, type StreamName } from '@hillo/contracts/realtime';
import type { Role } from '@hillo/domain/accounts';
import type { AccessScope } from '../http/actor-resolver.js';

interface Declaration {
  readonly access: readonly Role[];
  readonly scope: (id: string) => AccessScope;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Who may watch which kind of stream; modules declare their kinds, an undeclared one is watched by nobody. */
@Injectable()
export class StreamAccess {
  private readonly declarations = new Map<StreamKind, Declaration>();

  declare(kind: StreamKind, access: readonly Role[]): void {
    const scope = (id: string): AccessScope =>
      kind === 'registration' ? { registration: id } : { evening: id };
    this.declarations.set(kind, { access, scope });
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
