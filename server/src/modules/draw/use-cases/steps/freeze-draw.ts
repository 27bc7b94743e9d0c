import { Inject, Injectable } from '@nestjs/common';
import { listHash } from '@hillo/draw';
import { nextDrawState } from '@hillo/domain/draw';
import { fail, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { DrawRepository } from '../../data/draw-repository.js';
import { PrizeRepository } from '../../data/prize-repository.js';
import { drawCrypto } from '../draw-crypto.js';
import { type DrawStep, DrawSteps } from './draw-steps.js';
import { FrozenList } from './frozen-list.js';

/** Step 2 of `draw/1`: the cards are frozen, and the list is exactly the rows committed before it (T30). */
@Injectable()
export class FreezeDraw {
  constructor(
    @Inject(DrawSteps) private readonly steps: DrawSteps,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(PrizeRepository) private readonly prizes: PrizeRepository,
    @Inject(FrozenList) private readonly frozenList: FrozenList,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(step: DrawStep) {
    return this.steps.run(step, async (db, draw) => {
      const state = nextDrawState(draw.state, 'freeze');
      if (!state.ok) return state;
      const prizes = await this.prizes.ofEvening(draw.eveningId, db);
      if (prizes.length === 0) return fail('prizes-missing');
      const { key, tickets } = await this.frozenList.make(db, draw);
      await this.draws.freeze(db, draw.id, {
        state: state.value,
        ticketKey: key,
        prizes,
        tickets,
        list: await listHash(drawCrypto, tickets),
        at: this.clock.now(),
      });
      return ok(undefined);
    });
  }
}
