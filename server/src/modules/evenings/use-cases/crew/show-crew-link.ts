import { Inject, Injectable } from '@nestjs/common';
import type { CrewRole } from '@hillo/domain/accounts';
import { CREW_CLAIM_MINUTES } from '@hillo/domain/door';
import { fail, ok } from '@hillo/domain/shared';
import { CONFIG, type Config } from '../../../../config/index.js';
import { Clock, newId } from '../../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { DerivedTokens } from '../../../../platform/tokens/index.js';
import { CrewRepository } from '../../data/crew-repository.js';
import { EveningRepository } from '../../data/evening-repository.js';

export interface ShownLink {
  readonly id: string;
  readonly role: CrewRole;
  readonly url: string;
  readonly expiresAt: string;
}

/** Makes a crew QR (product rule 13). A repeat of the same operation shows the same one: the token is derived, not stored. */
@Injectable()
export class ShowCrewLink {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(EveningRepository) private readonly evenings: EveningRepository,
    @Inject(CrewRepository) private readonly crew: CrewRepository,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(eveningId: string, role: CrewRole, operation: Operation) {
    return this.operations.once<ShownLink, 'not-found' | 'evening-state-forbids'>(
      operation,
      async (db) => {
        const evening = await this.evenings.byId(eveningId, db);
        if (!evening) return fail('not-found');
        const { state } = evening;
        if (state === 'closed' || state === 'cancelled')
          return fail('evening-state-forbids', { state, event: 'crew' });
        const now = this.clock.now();
        const id = newId();
        await this.crew.insertLink(db, {
          id,
          eveningId,
          role,
          tokenHash: this.tokens.deriveHash('crew', id, 1),
          now,
          expiresAt: this.lastMoment(now),
        });
        return ok({ id });
      },
      async (id) => {
        const link = await this.crew.link(id);
        if (!link || link.eveningId !== eveningId) return fail('not-found');
        return ok({
          id,
          role: link.role,
          url: `${this.config.PUBLIC_URL}/c/${this.tokens.derive('crew', id, 1)}`,
          expiresAt: this.lastMoment(link.createdAt).toISOString(),
        });
      },
    );
  }

  private lastMoment(shownAt: Date): Date {
    return new Date(shownAt.getTime() + CREW_CLAIM_MINUTES * 60_000);
  }
}
