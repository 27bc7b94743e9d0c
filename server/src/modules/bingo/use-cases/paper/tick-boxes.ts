import { Inject, Injectable } from '@nestjs/common';
import type { PaperCard } from '@hillo/contracts/bingo-schemas';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { PaperBoxes, type PaperTicks, Registrations } from '../../../registration/index.js';
import { type OwnerNamed, type OwnerRefusal, PaperOwner } from './paper-owner.js';
import { ReadPaperCard } from './read-paper-card.js';

/** The boxes of a paper card: in the draw, contact details for everybody met (product rules 4 and 7). */
@Injectable()
export class TickBoxes {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(PaperOwner) private readonly owners: PaperOwner,
    @Inject(PaperBoxes) private readonly boxes: PaperBoxes,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(ReadPaperCard) private readonly card: ReadPaperCard,
  ) {}

  run(operation: Operation, named: OwnerNamed, ticks: PaperTicks, locale: Locale) {
    return this.operations.once<PaperCard, OwnerRefusal | 'not-found' | 'box-ticked-elsewhere'>(
      operation,
      async (db) => {
        const owner = await this.owners.find(named, db);
        if (!owner.ok) return owner;
        if (!owner.value.plays) return fail('no-card');
        const ticked = await this.boxes.tick(db, owner.value.id, ticks);
        return ticked.ok ? ok({ id: owner.value.id }) : ticked;
      },
      async (id): Promise<Outcome<PaperCard, 'not-found' | 'no-card'>> => {
        const owner = await this.registrations.byId(named.eveningId, id);
        return owner ? this.card.of(owner, locale) : fail('not-found');
      },
    );
  }
}
