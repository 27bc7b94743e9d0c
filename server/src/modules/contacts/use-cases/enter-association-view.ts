import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { fail, ok } from '@hillo/domain/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../../platform/clock/index.js';
import { FailedTokenLimit } from '../../../platform/http/index.js';
import { hashToken } from '../../../platform/tokens/index.js';
import { type GrantName, GrantNames, Sessions, StepUpAddresses } from '../../accounts/index.js';
import { Evenings } from '../../evenings/index.js';
import { AssociationViewRepository } from '../data/association-view-repository.js';

/** Opens a view with the mailed link: the page of the link posts its token after a click (T37). */
@Injectable()
export class EnterAssociationView implements OnModuleInit {
  constructor(
    @Inject(AssociationViewRepository) private readonly views: AssociationViewRepository,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(GrantNames) private readonly names: GrantNames,
    @Inject(StepUpAddresses) private readonly addresses: StepUpAddresses,
    @Inject(FailedTokenLimit) private readonly failures: FailedTokenLimit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.addresses.register('association', async (id, db) => {
      const [view] = await this.views.byIds([id], db);
      return view ? { name: null, address: view.email } : null;
    });
    this.names.register('association', async (grants, locale) => {
      const views = await this.views.byIds(grants.map(({ subjectId }) => subjectId));
      const evenings = await this.evenings.namesOf(
        views.map(({ eveningId }) => eveningId),
        locale,
      );
      return new Map<string, GrantName>(
        views.map(({ id, affiliation, eveningId }) => [
          id,
          { name: affiliation, place: evenings.get(eveningId) ?? '' },
        ]),
      );
    });
  }

  async run(token: string, request: FastifyRequest, reply: FastifyReply) {
    const view = await this.views.byToken(hashToken(token), this.clock.now());
    if (!view) {
      await this.failures.count(request);
      return fail('link-not-valid');
    }
    const { id: subjectId, eveningId, expiresAt } = view;
    const grant = { kind: 'association', subjectId, eveningId, role: null, expiresAt } as const;
    await this.sessions.give(request, reply, grant);
    return ok({ eveningId });
  }
}
