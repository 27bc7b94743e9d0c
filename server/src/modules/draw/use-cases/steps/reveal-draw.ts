import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { makeProof } from '@hillo/draw';
import { nextDrawState } from '@hillo/domain/draw';
import { ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { type Transaction, TransactionRunner } from '../../../../platform/database/index.js';
import { Jobs } from '../../../../platform/jobs/index.js';
import { type Draw, DrawRepository } from '../../data/draw-repository.js';
import { drawCrypto } from '../draw-crypto.js';
import { type DrawStep, DrawSteps, tellStep } from './draw-steps.js';

/** Job that reveals a draw which nobody revealed; payload `{ eveningId, drawId }`. */
export const REVEAL_DRAW = 'reveal-draw';
/** The secret comes out either way within this time (`draw/1`, step 7). */
export const REVEAL_WITHIN_MS = 15 * 60_000;

/** Steps 5 and 6 of `draw/1`: winners and secret for everybody. */
@Injectable()
export class RevealDraw implements OnModuleInit {
  constructor(
    @Inject(DrawSteps) private readonly steps: DrawSteps,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(REVEAL_DRAW, async ({ eveningId, drawId }) => {
      await this.transactions.run(async (db) => {
        const draw = await this.draws.lock(db, String(eveningId), String(drawId));
        // Refused when somebody revealed it or called it off in time: then there is nothing to do.
        if (draw && (await this.reveal(db, draw)).ok) tellStep(db, draw);
      });
    });
  }

  run(step: DrawStep) {
    return this.steps.run(step, (db, draw) => this.reveal(db, draw));
  }

  /** Moves a locked draw on. */
  async reveal(db: Transaction, draw: Draw): Promise<Outcome<void, 'draw-state-forbids'>> {
    const state = nextDrawState(draw.state, 'reveal');
    if (!state.ok) return state;
    await assertOrder(draw);
    await this.draws.end(db, draw.id, state.value, this.clock.now());
    return ok(undefined);
  }
}

/** After a crash the winners are those that follow from the stored inputs, or there is no reveal (P9). */
async function assertOrder({
  id: drawId,
  secret,
  tickets,
  prizes,
  publicNumber,
  ...draw
}: Draw): Promise<void> {
  if (!tickets || !prizes || publicNumber === null)
    throw new Error(`draw ${drawId} is seeded without its inputs`);
  const proof = await makeProof(drawCrypto, { drawId, secret, tickets, prizes: prizes.length, publicNumber });
  const agrees =
    proof.commit === draw.commitment &&
    proof.list === draw.list &&
    proof.seed === draw.seed &&
    proof.order.join() === draw.ticketOrder?.join();
  if (!agrees) throw new Error(`draw ${drawId}: what is stored does not follow from its inputs`);
}
