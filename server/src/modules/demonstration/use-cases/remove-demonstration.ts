import { Inject, Injectable } from '@nestjs/common';
import { fail, ok } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../platform/database/index.js';
import { DemonstrationRepository } from '../data/demonstration-repository.js';
import { TraceRepository } from '../data/trace-repository.js';

/**
 * Removes the demonstration with everything that was made in it. Evenings that somebody made of their own in its
 * organisation stay, and with them the organisation and its members.
 */
@Injectable()
export class RemoveDemonstration {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(DemonstrationRepository) private readonly demonstrations: DemonstrationRepository,
    @Inject(TraceRepository) private readonly traces: TraceRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(organisationId: string, operation: Operation) {
    return this.operations.once<{ organisationStays: boolean }, 'not-found'>(
      operation,
      async (db) => {
        const demonstration = await this.demonstrations.lock(db, organisationId);
        if (!demonstration) return fail('not-found');
        const eveningIds = await this.demonstrations.eveningIds(db, organisationId);
        const stays = await this.demonstrations.hasOwnEvenings(db, organisationId);
        const accountIds = stays ? [] : demonstration.accountIds;
        const subjects = await this.demonstrations.subjectsOf(db, eveningIds);
        const actors = [...subjects, ...accountIds];
        await this.traces.removeMails(db, eveningIds, accountIds);
        await this.traces.removeReads(db, subjects);
        await this.traces.removeStreams(db, [...subjects, ...eveningIds]);
        await this.traces.removeOperations(db, actors, operation.id);
        await this.traces.removeGrants(db, actors);
        await this.demonstrations.removeEvenings(db, eveningIds);
        await this.demonstrations.removeListed(db, demonstration);
        if (!stays) await this.demonstrations.removeOrganisation(db, demonstration);
        await this.demonstrations.markRemoved(db, demonstration.id, this.clock.now());
        return ok({ id: organisationId, answer: { organisationStays: stays } });
      },
      async (id) => ok({ organisationStays: await this.demonstrations.organisationStands(id) }),
    );
  }
}
