import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { callOff, isOpenDraw, type VoidCause } from '@hillo/domain/draw';
import { ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import type { Transaction } from '../../../../platform/database/index.js';
import { Tickets } from '../../../bingo/index.js';
import { EveningListeners } from '../../../evenings/index.js';
import { type Draw, DrawRepository } from '../../data/draw-repository.js';
import { type DrawStep, DrawSteps, tellStep } from './draw-steps.js';
import { RevealDraw } from './reveal-draw.js';

/** Ends an open draw as void, with a reason for everybody; at the evening's end none is left open. */
@Injectable()
export class CallOffDraw implements OnModuleInit {
  constructor(
    @Inject(DrawSteps) private readonly steps: DrawSteps,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(Tickets) private readonly tickets: Tickets,
    @Inject(RevealDraw) private readonly revealDraw: RevealDraw,
    @Inject(EveningListeners) private readonly listeners: EveningListeners,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const end = (db: Transaction, { id }: { id: string }) => this.endWithEvening(db, id);
    this.listeners.add({ closed: end, cancelled: (db, { evening }) => end(db, evening) });
  }

  run(step: DrawStep, cause: VoidCause) {
    return this.steps.run(step, (db, draw) => this.callOff(db, draw, cause));
  }

  private async callOff(
    db: Transaction,
    draw: Draw,
    cause: VoidCause,
  ): Promise<Outcome<void, Extract<ReturnType<typeof callOff>, { ok: false }>['code']>> {
    const outcome = callOff(draw.state, cause);
    if (!outcome.ok) return outcome;
    const at = this.clock.now();
    await this.draws.end(db, draw.id, outcome.value.state, at, outcome.value.cause);
    if (draw.frozenAt !== null) await this.tickets.thaw(db, draw.eveningId);
    return ok(undefined);
  }

  /** A draw whose numbers have been called is revealed, any other is called off. */
  private async endWithEvening(db: Transaction, eveningId: string): Promise<void> {
    const open = (await this.draws.ofEvening(eveningId, db)).find(({ state }) => isOpenDraw(state));
    const draw = open && (await this.draws.lock(db, eveningId, open.id));
    if (!draw || !isOpenDraw(draw.state)) return;
    if (draw.state === 'seeded') await this.revealDraw.reveal(db, draw);
    else await this.callOff(db, draw, { reason: 'evening-ended', words: '' });
    tellStep(db, draw);
  }
}
