import { Inject, Injectable } from '@nestjs/common';
import type { Db, Transaction } from '../../../../platform/database/index.js';
import { Clock } from '../../../../platform/clock/index.js';
import { PersonalLinks } from '../../../registration/index.js';
import { ReserveRepository } from '../../data/reserve-repository.js';

/** A badge printed ahead that is nobody's yet, with what stands on it and on the card beside it. */
export interface FreeBadge {
  /** Seeds the order of the card's squares. */
  readonly id: string;
  readonly spokenCode: string;
  readonly link: string;
}

/** Badges printed ahead, as the bingo cards beside them need them. */
@Injectable()
export class Reserves {
  constructor(
    @Inject(ReserveRepository) private readonly reserves: ReserveRepository,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async free(eveningId: string, db?: Db): Promise<readonly FreeBadge[]> {
    const free = await this.reserves.free(eveningId, db);
    return free.map(({ id, spokenCode }) => ({ id, spokenCode, link: this.links.reserve(id) }));
  }

  /** Their cards go on paper. */
  cardsPrinted(db: Transaction, eveningId: string): Promise<void> {
    return this.reserves.cardsPrinted(db, eveningId, this.clock.now());
  }
}
