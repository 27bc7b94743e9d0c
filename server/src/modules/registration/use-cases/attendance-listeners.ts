import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';

/** What a higher module does when somebody comes in, or when that is undone: inside the same transaction. */
export interface AttendanceListener {
  /** Called again for somebody who is in already it must change nothing. */
  checkedIn(db: Transaction, registrationId: string): Promise<void>;
  undone(db: Transaction, registrationId: string): Promise<void>;
  /** The person took a badge that was printed ahead, with the card beside it. */
  tookBadge(db: Transaction, registrationId: string, reserveId: string): Promise<void>;
}

/** Higher modules register themselves when the application starts (check-in issues the bingo card, S58). */
@Injectable()
export class AttendanceListeners {
  private readonly listeners: AttendanceListener[] = [];

  register(listener: AttendanceListener): void {
    this.listeners.push(listener);
  }

  async checkedIn(db: Transaction, registrationId: string): Promise<void> {
    for (const listener of this.listeners) await listener.checkedIn(db, registrationId);
  }

  async tookBadge(db: Transaction, registrationId: string, reserveId: string): Promise<void> {
    for (const listener of this.listeners) await listener.tookBadge(db, registrationId, reserveId);
  }

  async undone(db: Transaction, registrationId: string): Promise<void> {
    for (const listener of this.listeners) await listener.undone(db, registrationId);
  }
}
