import { Inject, Injectable } from '@nestjs/common';
import { fail, ok } from '@hillo/domain/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock, newId } from '../../../platform/clock/index.js';
import { TransactionRunner } from '../../../platform/database/index.js';
import { FailedTokenLimit } from '../../../platform/http/index.js';
import { DerivedTokens, hashToken } from '../../../platform/tokens/index.js';
import { AccountRepository } from '../data/account-repository.js';
import { SignInLinkRepository } from '../data/sign-in-link-repository.js';
import { ACCOUNT_GRANT_MS, SIGN_IN_LINK_MS } from './session-lifetime.js';
import { Sessions } from './sessions.js';

/** Sign-in by e-mail link: opening the link changes nothing, the button on its page posts the token (T37). */
@Injectable()
export class SignIn {
  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(SignInLinkRepository) private readonly links: SignInLinkRepository,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(FailedTokenLimit) private readonly failures: FailedTokenLimit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Makes the link of an account; the mail's job derives the token again from the id. */
  async createLink(accountId: string): Promise<{ id: string; token: string }> {
    const now = this.clock.now();
    const id = newId();
    await this.transactions.run(async (db) => {
      await this.links.insert(db, {
        id,
        accountId,
        tokenHash: this.tokens.deriveHash('sign-in', id, 1),
        now,
        expiresAt: new Date(now.getTime() + SIGN_IN_LINK_MS),
      });
    });
    return { id, token: this.tokens.derive('sign-in', id, 1) };
  }

  async withLink(token: string, request: FastifyRequest, reply: FastifyReply) {
    const now = this.clock.now();
    const accountId = await this.transactions.run((db) => this.links.use(db, hashToken(token), now));
    if (accountId === undefined) {
      await this.failures.count(request);
      return fail('link-not-valid');
    }
    await this.asAccount(accountId, request, reply);
    const [first] = await this.accounts.memberships(accountId);
    return ok({ organisationId: first?.organisationId ?? null });
  }

  async asAccount(accountId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + ACCOUNT_GRANT_MS);
    await this.sessions.give(request, reply, {
      kind: 'account',
      subjectId: accountId,
      eveningId: null,
      role: null,
      expiresAt,
    });
  }
}
