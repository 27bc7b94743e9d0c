import { Inject, Injectable } from '@nestjs/common';
import { mayPassOver, type PassedTicket, passOver } from '@hillo/domain/draw';
import { fail, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { DrawRepository } from '../../data/draw-repository.js';
import { HandoverRepository } from '../../data/handover-repository.js';
import { type DrawStep, DrawSteps } from './draw-steps.js';

/** An absent winner's prize goes to the next of the same sequence (product rule 7). */
@Injectable()
export class PassOverWinner {
  constructor(
    @Inject(DrawSteps) private readonly steps: DrawSteps,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(HandoverRepository) private readonly handovers: HandoverRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(step: DrawStep, pass: PassedTicket) {
    return this.steps.run(step, async (db, draw) => {
      // Before the reveal a refusal would tell who has won.
      if (draw.state !== 'done') return fail('draw-state-forbids', { state: draw.state });
      const free = mayPassOver(await this.handovers.tickets(db, draw.id), pass.ticket);
      if (!free.ok) return free;
      const passed = (await this.draws.passes([draw.id], db)).get(draw.id) ?? [];
      const outcome = passOver(draw.prizes?.length ?? 0, draw.ticketOrder ?? [], passed, pass);
      if (!outcome.ok) return outcome;
      const entry = { ...pass, turn: passed.length, by: step.operation.actor, at: this.clock.now() };
      await this.draws.addPass(db, draw.id, entry);
      return ok(undefined);
    });
  }
}
