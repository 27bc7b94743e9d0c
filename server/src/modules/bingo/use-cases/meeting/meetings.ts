import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '../../../../platform/database/index.js';
import { type MetPair, readPair } from '../../../encounters/index.js';
import { MeetingRepository, type StoredMeeting, type Whom } from '../../data/meeting-repository.js';

/** Everything that a scan or a mark is decided by. */
export interface Meeting extends Omit<StoredMeeting, 'pair'> {
  readonly pair: MetPair | null;
}

/** Meetings as the rules need them: my card, the other, and the encounter that may stand between us. */
@Injectable()
export class Meetings {
  constructor(@Inject(MeetingRepository) private readonly meetings: MeetingRepository) {}

  async read(me: string, whom: Whom): Promise<Meeting | undefined> {
    return withPair(await this.meetings.read(me, whom));
  }

  /** Locks my card. */
  async lock(db: Transaction, me: string, whom: Whom): Promise<Meeting | undefined> {
    return withPair(await this.meetings.lock(db, me, whom));
  }
}

function withPair(stored: StoredMeeting | undefined): Meeting | undefined {
  return stored && { ...stored, pair: stored.pair === null ? null : readPair(stored.pair) };
}
