import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, newId } from '../../../../platform/clock/index.js';
import type { Transaction } from '../../../../platform/database/index.js';
import { type AttendanceListener, AttendanceListeners } from '../../../registration/index.js';
import { CardRepository } from '../../data/card-repository.js';

/** Everybody who plays gets a card at the door (S58); an undone check-in hides it, and it comes back unchanged. */
@Injectable()
export class IssueCards implements AttendanceListener, OnModuleInit {
  constructor(
    @Inject(AttendanceListeners) private readonly attendance: AttendanceListeners,
    @Inject(CardRepository) private readonly cards: CardRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.attendance.register(this);
  }

  checkedIn(db: Transaction, registrationId: string): Promise<void> {
    return this.cards.issue(db, newId(), registrationId, this.clock.now());
  }

  /** The order of the card's squares is the one on the paper, as long as nothing is on it. */
  async tookBadge(db: Transaction, registrationId: string, reserveId: string): Promise<void> {
    if (await this.cards.reorder(db, registrationId, reserveId))
      db.change(`registration:${registrationId}`, 'card');
  }

  undone(db: Transaction, registrationId: string): Promise<void> {
    return this.cards.hide(db, registrationId, this.clock.now());
  }
}
