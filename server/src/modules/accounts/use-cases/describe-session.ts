import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Locale } from '@hillo/domain/shared';
import type { FastifyRequest } from 'fastify';
import { AccountRepository } from '../data/account-repository.js';
import { GrantNames } from './grant-names.js';
import { Sessions } from './sessions.js';

/** Who this browser may act as, with names, for the switcher and the organiser's pages. */
@Injectable()
export class DescribeSession implements OnModuleInit {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(GrantNames) private readonly names: GrantNames,
  ) {}

  onModuleInit(): void {
    this.names.register('account', async (grants) => {
      const named = new Map<string, { name: string; place: string }>();
      for (const { subjectId } of grants) {
        const account = await this.accounts.byId(subjectId);
        const [first] = account ? await this.accounts.memberships(subjectId) : [];
        if (account) named.set(subjectId, { name: account.name, place: first?.organisationName ?? '' });
      }
      return named;
    });
  }

  async run(request: FastifyRequest, locale: Locale) {
    const grants = await this.sessions.grants(request);
    const accountId = grants.find((grant) => grant.kind === 'account')?.subjectId;
    return {
      grants: await this.names.of(grants, locale),
      account: accountId ? await this.account(accountId) : null,
    };
  }

  private async account(id: string) {
    const account = await this.accounts.byId(id);
    if (!account) return null;
    const memberships = await this.accounts.memberships(id);
    return {
      ...account,
      organisations: memberships.map(({ organisationId, organisationName, roles }) => ({
        id: organisationId,
        name: organisationName,
        roles,
      })),
    };
  }
}
