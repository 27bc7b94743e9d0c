import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { CREW_ROLES, type CrewRole, MEMBER_ROLES, type MemberRole, type Role } from '@hillo/domain/accounts';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { type AccessRefusal, type AccessScope, ActorResolver } from '../../../platform/http/index.js';
import { hashSecret } from '../../../platform/tokens/index.js';
import { AccountRepository } from '../data/account-repository.js';
import { type Session, SessionRepository } from '../data/session-repository.js';
import { IDLE_MS } from './session-lifetime.js';

/** A phone without a socket is heard by its requests: often enough for `PHONE_SILENT_AFTER_MS` of the draw. */
const TOUCH_AFTER_MS = 60_000;

function isMemberRole(role: Role): role is MemberRole {
  return (MEMBER_ROLES as readonly Role[]).includes(role);
}

function isCrewRole(role: Role): role is CrewRole {
  return (CREW_ROLES as readonly Role[]).includes(role);
}

/** Finds the one grant of a session that opens a route; the path bounds it (product rules 14 and 15). */
@Injectable()
export class ResolveActor extends ActorResolver {
  constructor(
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  override async session(sessionToken: string) {
    const session = await this.load(sessionToken);
    return session && { id: session.id, crew: session.grants.some((grant) => grant.kind === 'device') };
  }

  override heard(times: ReadonlyMap<string, Date>): Promise<void> {
    return this.sessions.heard(times);
  }

  override async resolve(
    sessionToken: string | null,
    allowed: readonly Role[] | 'everyone',
    scope: AccessScope,
  ): Promise<Outcome<Actor, AccessRefusal>> {
    const session = sessionToken === null ? undefined : await this.load(sessionToken);
    const nobody: Actor = { role: 'nobody', key: 'nobody', sessionId: session?.id ?? null };
    if (allowed === 'everyone') return ok(nobody);
    for (const role of allowed) {
      const actor = session ? await this.actorFor(session, role, scope) : undefined;
      if (actor) return ok(actor);
      if (role === 'nobody') return ok(nobody);
    }
    return fail(session ? 'not-allowed' : 'not-signed-in');
  }

  private async load(token: string): Promise<Session | undefined> {
    const now = this.clock.now();
    const session = await this.sessions.find(hashSecret(token), now, new Date(now.getTime() - IDLE_MS));
    if (session && now.getTime() - session.seenAt.getTime() > TOUCH_AFTER_MS)
      await this.sessions.touch(session.id, now);
    return session;
  }

  private async actorFor(session: Session, role: Role, scope: AccessScope): Promise<Actor | undefined> {
    const sessionId = session.id;
    if (role === 'attendee') {
      // A path with a registration is bound to it; one with an evening only is open to anybody of that evening.
      const grant = session.grants.find(
        (held) =>
          held.kind === 'attendee' &&
          (scope.registration === undefined
            ? scope.evening !== undefined && held.eveningId === scope.evening
            : held.subjectId === scope.registration),
      );
      if (!grant?.eveningId) return undefined;
      const registrationId = grant.subjectId;
      return {
        role,
        key: `attendee:${registrationId}`,
        sessionId,
        registrationId,
        eveningId: grant.eveningId,
      };
    }
    if (isCrewRole(role)) {
      const grant = session.grants.find(
        (held) => held.kind === 'device' && held.role === role && held.eveningId === scope.evening,
      );
      if (!grant?.eveningId) return undefined;
      return {
        role,
        key: `device:${grant.subjectId}`,
        sessionId,
        deviceId: grant.subjectId,
        eveningId: grant.eveningId,
      };
    }
    if (role === 'association') {
      const grant = session.grants.find(
        (held) => held.kind === 'association' && held.eveningId === scope.evening,
      );
      if (!grant?.eveningId) return undefined;
      return {
        role,
        key: `association:${grant.subjectId}`,
        sessionId,
        viewId: grant.subjectId,
        eveningId: grant.eveningId,
      };
    }
    const account = session.grants.find((held) => held.kind === 'account');
    return account && this.accountActor(sessionId, account.subjectId, role, scope);
  }

  private async accountActor(
    sessionId: string,
    accountId: string,
    role: Role,
    scope: AccessScope,
  ): Promise<Actor | undefined> {
    const key = `account:${accountId}`;
    if (role === 'admin') {
      const account = await this.accounts.byId(accountId);
      return account?.isAdmin ? { role, key, sessionId, accountId } : undefined;
    }
    if (!isMemberRole(role)) return undefined;
    if (scope.evening === undefined && scope.organisation === undefined)
      return { role, key, sessionId, accountId, organisationId: null };
    const membership = await this.accounts.membership(accountId, scope);
    if (!membership?.roles.includes(role)) return undefined;
    return { role, key, sessionId, accountId, organisationId: membership.organisationId };
  }
}
