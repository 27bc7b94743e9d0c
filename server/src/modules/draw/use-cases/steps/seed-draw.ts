import { Inject, Injectable } from '@nestjs/common';
import { formatPublicNumber, makeProof, type StageCalls } from '@hillo/draw';
import { nextDrawState } from '@hillo/domain/draw';
import { ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { DrawRepository } from '../../data/draw-repository.js';
import { drawCrypto } from '../draw-crypto.js';
import { type DrawStep, DrawSteps } from './draw-steps.js';
import { REVEAL_DRAW, REVEAL_WITHIN_MS } from './reveal-draw.js';

/** Steps 3 and 4 of `draw/1`: what the room called decides, together with the secret; nobody can move after it. */
@Injectable()
export class SeedDraw {
  constructor(
    @Inject(DrawSteps) private readonly steps: DrawSteps,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(step: DrawStep, calls: StageCalls) {
    return this.steps.run(step, async (db, draw) => {
      const state = nextDrawState(draw.state, 'seed');
      if (!state.ok) return state;
      const publicNumber = formatPublicNumber(calls);
      if (publicNumber === undefined || !draw.tickets || !draw.prizes)
        throw new Error(`draw ${draw.id} is frozen without a list, or its calls passed the contract wrongly`);
      const { id: drawId, secret, tickets } = draw;
      const input = { drawId, secret, tickets, prizes: draw.prizes.length, publicNumber };
      const { seed, order } = await makeProof(drawCrypto, input);
      const at = this.clock.now();
      await this.draws.seed(db, draw.id, { state: state.value, publicNumber, seed, order, at });
      const runAt = new Date(at.getTime() + REVEAL_WITHIN_MS);
      await db.enqueue(REVEAL_DRAW, { eveningId: draw.eveningId, drawId: draw.id }, { runAt });
      return ok(undefined);
    });
  }
}
