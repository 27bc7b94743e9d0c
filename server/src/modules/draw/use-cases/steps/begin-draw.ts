import { Inject, Injectable } from '@nestjs/common';
import type { DrawDesk as Desk } from '@hillo/contracts/draw';
import { chainHead, CHAIN_START, commitment } from '@hillo/draw';
import { nextDrawNumber } from '@hillo/domain/draw';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { Clock, newId, Randomness } from '../../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { Evenings } from '../../../evenings/index.js';
import { DrawRepository } from '../../data/draw-repository.js';
import { DrawDesk } from '../draw-desk.js';
import { drawCrypto, toHex } from '../draw-crypto.js';
import { tellStep } from './draw-steps.js';

type Refusal = 'not-found' | 'evening-not-running' | 'draw-still-open';

/** Step 1 of `draw/1`: draws the secret and commits to it, before anybody knows the list. */
@Injectable()
export class BeginDraw {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(DrawDesk) private readonly desk: DrawDesk,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Randomness) private readonly randomness: Randomness,
  ) {}

  run({ operation, eveningId, locale }: { operation: Operation; eveningId: string; locale: Locale }) {
    return this.operations.once<Desk, Refusal>(
      operation,
      async (db) => {
        const evening = await this.evenings.byId(eveningId, db);
        if (!evening) return fail('not-found');
        if (evening.state !== 'running') return fail('evening-not-running');
        const earlier = await this.draws.ofEvening(eveningId, db);
        const number = nextDrawNumber(earlier.map(({ state }) => state));
        if (!number.ok) return number;
        const id = newId();
        const secret = this.randomness.bytes(32);
        const commit = await commitment(drawCrypto, id, toHex(secret));
        const previousHash = earlier.at(-1)?.chainHash ?? CHAIN_START;
        const link = { number: number.value, drawId: id, commit };
        const draw = {
          id,
          eveningId,
          number: number.value,
          secret,
          ticketKey: this.randomness.bytes(32),
          commitment: commit,
          previousHash,
          chainHash: await chainHead(drawCrypto, previousHash, link),
          startedBy: operation.actor,
          committedAt: this.clock.now(),
        };
        // Whoever began at the same instant won: the unique indexes let one in (T31).
        if (!(await this.draws.insert(db, draw))) return fail('draw-still-open');
        tellStep(db, draw);
        return ok({ id });
      },
      () => this.desk.read(eveningId, locale),
    );
  }
}
