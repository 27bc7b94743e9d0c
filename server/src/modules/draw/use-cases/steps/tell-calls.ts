import { Inject, Injectable } from '@nestjs/common';
import { nextDrawState } from '@hillo/domain/draw';
import { fail, ok } from '@hillo/domain/shared';
import { Operations } from '../../../../platform/database/index.js';
import { DrawRepository } from '../../data/draw-repository.js';
import type { DrawStep } from './draw-steps.js';

/** Kind of the change that carries what has been called so far. */
export const CALLS_TOLD = 'calls';

/** The room sees its numbers while they are typed (`draw/1`, step 3). Nothing is decided before all stand in `SeedDraw`. */
@Injectable()
export class TellCalls {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
  ) {}

  run({ operation, eveningId, drawId }: DrawStep, calls: readonly string[]) {
    return this.operations.once<null, 'not-found' | 'draw-state-forbids'>(
      operation,
      async (db) => {
        const draw = await this.draws.lock(db, eveningId, drawId);
        if (!draw) return fail('not-found');
        const next = nextDrawState(draw.state, 'seed');
        if (!next.ok) return next;
        db.change(`draw:${eveningId}`, CALLS_TOLD, { drawId, calls: calls.join(',') });
        return ok({ id: drawId, answer: null });
      },
      async () => ok(null),
    );
  }
}
