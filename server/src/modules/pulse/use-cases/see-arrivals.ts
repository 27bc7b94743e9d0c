import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';
import { type AttendanceListener, AttendanceListeners } from '../../registration/index.js';
import { RoomRepository } from '../data/room-repository.js';
import { PulseTicker } from './pulse-ticker.js';

/** Whoever comes in is a dot more. */
@Injectable()
export class SeeArrivals implements AttendanceListener, OnModuleInit {
  constructor(
    @Inject(AttendanceListeners) private readonly attendance: AttendanceListeners,
    @Inject(RoomRepository) private readonly rooms: RoomRepository,
    @Inject(PulseTicker) private readonly pulse: PulseTicker,
  ) {}

  onModuleInit(): void {
    this.attendance.register(this);
  }

  checkedIn(db: Transaction, registrationId: string): Promise<void> {
    return this.touch(db, registrationId);
  }

  undone(db: Transaction, registrationId: string): Promise<void> {
    return this.touch(db, registrationId);
  }

  tookBadge(): Promise<void> {
    return Promise.resolve();
  }

  private async touch(db: Transaction, registrationId: string): Promise<void> {
    const eveningId = await this.rooms.eveningOf(db, registrationId);
    if (eveningId !== undefined) db.afterCommit(() => this.pulse.touch(eveningId));
  }
}
