import { Inject, Injectable } from '@nestjs/common';
import { mayHandOver } from '@hillo/domain/draw';
import { fail, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { DrawRepository } from '../../data/draw-repository.js';
import { HandoverRepository } from '../../data/handover-repository.js';
import { holdersOf } from '../draw-view.js';
import { type DrawStep, DrawSteps } from './draw-steps.js';

/** A prize in the hands of its winner (S67): recorded under the draw's lock, so that it cannot be passed on at the same time. */
@Injectable()
export class HandOverPrize {
  constructor(
    @Inject(DrawSteps) private readonly steps: DrawSteps,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(HandoverRepository) private readonly handovers: HandoverRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  record(step: DrawStep, ticket: string, withWhom: string) {
    return this.steps.run(step, async (db, draw) => {
      // Before the reveal a refusal would tell who has won.
      if (draw.state !== 'done') return fail('draw-state-forbids', { state: draw.state });
      const passed = (await this.draws.passes([draw.id], db)).get(draw.id) ?? [];
      const holds = mayHandOver(holdersOf(draw, passed), ticket);
      if (!holds.ok) return holds;
      const handover = { ticket, withWhom, by: step.operation.actor, at: this.clock.now() };
      await this.handovers.record(db, draw.id, handover);
      return ok(undefined);
    });
  }

  /** Harmless when there is no record. */
  takeBack(step: DrawStep, ticket: string) {
    return this.steps.run(step, async (db, draw) => {
      await this.handovers.takeBack(db, draw.id, ticket);
      return ok(undefined);
    });
  }
}
