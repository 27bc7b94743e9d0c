import { Inject, Injectable } from '@nestjs/common';
import type { DrawDesk as Desk } from '@hillo/contracts/draw';
import { isOpenDraw, type Prize, prizesMayChange } from '@hillo/domain/draw';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { newId } from '../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../platform/database/index.js';
import { Evenings } from '../../evenings/index.js';
import { DrawRepository } from '../data/draw-repository.js';
import { PrizeRepository } from '../data/prize-repository.js';
import { DrawDesk } from './draw-desk.js';

/** The list of prizes, until a freeze makes their number part of a draw. */
@Injectable()
export class SetPrizes {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(DrawRepository) private readonly draws: DrawRepository,
    @Inject(PrizeRepository) private readonly prizes: PrizeRepository,
    @Inject(DrawDesk) private readonly desk: DrawDesk,
  ) {}

  run(input: { operation: Operation; eveningId: string; locale: Locale; prizes: readonly Prize[] }) {
    const { eveningId } = input;
    return this.operations.once<Desk, 'not-found' | 'prizes-fixed'>(
      input.operation,
      async (db) => {
        // Two who save at once take turns; the one that freezes locks the draw itself.
        if (!(await this.evenings.lock(db, eveningId))) return fail('not-found');
        const latest = (await this.draws.ofEvening(eveningId, db)).at(-1);
        const open = latest && (await this.draws.lock(db, eveningId, latest.id));
        if (open && isOpenDraw(open.state) && !prizesMayChange(open.state)) return fail('prizes-fixed');
        await this.prizes.replace(
          db,
          eveningId,
          input.prizes.map((prize) => ({ ...prize, id: newId() })),
        );
        db.change(`draw:${eveningId}`, 'prizes');
        return ok({ id: eveningId });
      },
      () => this.desk.read(eveningId, input.locale),
    );
  }
}
