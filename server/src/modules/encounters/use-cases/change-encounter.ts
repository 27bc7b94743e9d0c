import { Inject, Injectable } from '@nestjs/common';
import type { EncounterView } from '@hillo/contracts/encounters';
import type { ChangeRefusal, Encounter, NoteRefusal } from '@hillo/domain/encounters';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../platform/database/index.js';
import { EncounterRepository } from '../data/encounter-repository.js';
import { Encounters } from './encounters.js';

type Decide = (
  encounter: Encounter,
  me: string,
) => Outcome<Encounter, ChangeRefusal | NoteRefusal | 'nothing-to-copy'>;

export interface EncounterChange {
  readonly operation: Operation;
  /** The party that changes its own side. */
  readonly me: string;
  readonly encounterId: string;
  /** Kind of the change told to both pages. */
  readonly kind: 'note' | 'sharing';
}

/** Changes one party's side of an encounter: lock, decide, save, tell both. */
@Injectable()
export class ChangeEncounter {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(EncounterRepository) private readonly repository: EncounterRepository,
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(change: EncounterChange, decide: Decide): Promise<Outcome<EncounterView, string>> {
    const { me, encounterId, kind } = change;
    return this.operations.once<EncounterView, string>(
      change.operation,
      async (db) => {
        const pair = await this.repository.lockById(db, encounterId);
        if (!pair) return fail('not-found');
        const decided = decide(pair.encounter, me);
        if (!decided.ok) return refused(decided);
        await this.repository.save(db, pair, decided.value, this.clock.now());
        this.encounters.tellBoth(db, pair, kind);
        return ok({ id: encounterId });
      },
      (id) => this.encounters.view(me, id),
    );
  }
}

/** An encounter of others is one that I cannot know of. */
function refused(refusal: { code: string; data?: Readonly<Record<string, string | number | boolean>> }) {
  return refusal.code === 'not-a-party' ? fail('not-found') : fail(refusal.code, refusal.data);
}
