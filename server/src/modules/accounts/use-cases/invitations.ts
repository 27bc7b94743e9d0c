import { Inject, Injectable } from '@nestjs/common';
import type { MemberList } from '@hillo/contracts/members';
import type { MemberRole } from '@hillo/domain/accounts';
import { fail, foldedWords, type Locale, ok } from '@hillo/domain/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock, newId } from '../../../platform/clock/index.js';
import {
  type Operation,
  Operations,
  type Transaction,
  TransactionRunner,
} from '../../../platform/database/index.js';
import { FailedTokenLimit } from '../../../platform/http/index.js';
import { DerivedTokens, hashToken } from '../../../platform/tokens/index.js';
import { AccountRepository } from '../data/account-repository.js';
import { InvitationRepository } from '../data/invitation-repository.js';
import { MemberRepository } from '../data/member-repository.js';
import { SEND_INVITATION } from './account-mails.js';
import { Members, type MemberScope } from './members.js';
import { INVITATION_MS } from './session-lifetime.js';
import { SignIn } from './sign-in.js';

interface Invited {
  readonly email: string;
  readonly roles: readonly MemberRole[];
}

/** Members come in by an e-mailed invitation; its link changes nothing until its button is pressed (T37). */
@Injectable()
export class Invitations {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(InvitationRepository) private readonly invitations: InvitationRepository,
    @Inject(MemberRepository) private readonly members: MemberRepository,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(Members) private readonly memberList: Members,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(FailedTokenLimit) private readonly failures: FailedTokenLimit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Written in the language that was chosen, else in the organisation's. */
  invite(scope: MemberScope, invited: Invited & { readonly locale?: Locale }, operation: Operation) {
    return this.operations.once<MemberList, 'already-member'>(
      operation,
      async (db) => {
        const email = invited.email.toLowerCase();
        if (await this.members.isMember(db, scope.organisationId, email)) return fail('already-member');
        const id = await this.write(db, scope.organisationId, { ...invited, email });
        const organisation = await this.accounts.organisation(scope.organisationId, db);
        const locale = invited.locale ?? organisation?.locale;
        await db.enqueue(SEND_INVITATION, { invitationId: id, locale });
        return ok({ id });
      },
      async () => ok(await this.memberList.list(scope)),
    );
  }

  /**
   * For the command line: the first organiser of an organisation, which is made if there is none of this name. The caller
   * sends the mail, in the language asked for, else in the organisation's.
   */
  async inviteFirst(
    organisationName: string,
    email: string,
    language?: Locale,
  ): Promise<{ readonly id: string; readonly locale: Locale }> {
    return this.transactions.run(async (db) => {
      const organisation = await this.accounts.findOrCreateOrganisation(db, {
        id: newId(),
        name: organisationName,
        slug: foldedWords(organisationName).join('-'),
        locale: language ?? 'fi',
        now: this.clock.now(),
      });
      const invited: Invited = { email: email.toLowerCase(), roles: ['organiser'] };
      return {
        id: await this.write(db, organisation.id, invited),
        locale: language ?? organisation.locale,
      };
    });
  }

  withdraw(scope: MemberScope, id: string, operation: Operation) {
    return this.operations.once<MemberList, 'not-found'>(
      operation,
      async (db) =>
        (await this.invitations.withdraw(db, scope.organisationId, id)) ? ok({ id }) : fail('not-found'),
      async () => ok(await this.memberList.list(scope)),
    );
  }

  async look(token: string, request: FastifyRequest) {
    const found = await this.invitations.byToken(hashToken(token), this.clock.now());
    if (!found) {
      await this.failures.count(request);
      return fail('link-not-valid');
    }
    const account = await this.accounts.byEmail(found.email);
    const { organisationName: organisation, email, roles } = found;
    return ok({ organisation, email, roles, name: account?.name ?? null });
  }

  /** Whoever holds the link reads the invited mailbox: accepting signs in. An account already there keeps its name. */
  async accept(token: string, name: string, request: FastifyRequest, reply: FastifyReply) {
    const now = this.clock.now();
    const accepted = await this.transactions.run(async (db) => {
      const invitation = await this.invitations.accept(db, hashToken(token), now);
      if (!invitation) return undefined;
      const { email, roles, organisationId } = invitation;
      const accountId = await this.accounts.findOrCreate(db, { id: newId(), email, name, now });
      await this.members.add(db, { id: newId(), organisationId, accountId, roles, now });
      return { accountId, organisationId };
    });
    if (!accepted) {
      await this.failures.count(request);
      return fail('link-not-valid');
    }
    await this.signIn.asAccount(accepted.accountId, request, reply);
    return ok({ organisationId: accepted.organisationId });
  }

  private async write(db: Transaction, organisationId: string, { email, roles }: Invited): Promise<string> {
    const now = this.clock.now();
    const id = newId();
    await this.invitations.replace(db, {
      id,
      organisationId,
      email,
      roles,
      tokenHash: this.tokens.deriveHash('invitation', id, 1),
      now,
      expiresAt: new Date(now.getTime() + INVITATION_MS),
    });
    return id;
  }
}
