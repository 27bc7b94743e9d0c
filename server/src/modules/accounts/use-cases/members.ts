import { Inject, Injectable } from '@nestjs/common';
import type { MemberList } from '@hillo/contracts/members';
import type { MemberRole } from '@hillo/domain/accounts';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../platform/database/index.js';
import { InvitationRepository } from '../data/invitation-repository.js';
import { type Member, MemberRepository } from '../data/member-repository.js';
import { Sessions } from './sessions.js';

/** Who acts, and on which organisation. */
export interface MemberScope {
  readonly organisationId: string;
  readonly accountId: string;
}

/** Members of an organisation. It always keeps at least one organiser, also when two leave at once. */
@Injectable()
export class Members {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(MemberRepository) private readonly members: MemberRepository,
    @Inject(InvitationRepository) private readonly invitations: InvitationRepository,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list({ organisationId, accountId }: MemberScope): Promise<MemberList> {
    const [members, invitations] = await Promise.all([
      this.members.of(organisationId),
      this.invitations.waiting(organisationId, this.clock.now()),
    ]);
    return {
      members: members.map((member) => ({ ...member, isYou: member.accountId === accountId })),
      invitations: invitations.map(({ expiresAt, ...rest }) => ({
        ...rest,
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }

  changeRoles(scope: MemberScope, memberId: string, roles: readonly MemberRole[], operation: Operation) {
    const keeps = roles.includes('organiser');
    return this.change(scope, memberId, keeps, operation, (db) => this.members.setRoles(db, memberId, roles));
  }

  remove(scope: MemberScope, memberId: string, operation: Operation) {
    return this.change(scope, memberId, false, operation, (db) => this.members.remove(db, memberId));
  }

  private change(
    scope: MemberScope,
    memberId: string,
    staysOrganiser: boolean,
    operation: Operation,
    save: (db: Transaction) => Promise<void>,
  ) {
    return this.operations.once<MemberList, 'not-found' | 'last-organiser'>(
      operation,
      async (db) => {
        const all = await this.members.lockAll(db, scope.organisationId);
        const allowed = mayChange(all, memberId, staysOrganiser);
        if (!allowed.ok) return allowed;
        await save(db);
        // Rights are looked up at every request; sockets that watch already have to ask again.
        await this.sessions.cut(db, 'account', allowed.value.accountId);
        return ok({ id: memberId });
      },
      async () => ok(await this.list(scope)),
    );
  }
}

function mayChange(
  all: readonly Member[],
  memberId: string,
  staysOrganiser: boolean,
): Outcome<Member, 'not-found' | 'last-organiser'> {
  const member = all.find(({ id }) => id === memberId);
  if (!member) return fail('not-found');
  const others = all.filter(({ id, roles }) => id !== memberId && roles.includes('organiser'));
  return staysOrganiser || others.length > 0 ? ok(member) : fail('last-organiser');
}
