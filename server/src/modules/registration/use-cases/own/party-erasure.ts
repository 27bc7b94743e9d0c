import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '../../../../platform/database/index.js';
import { Sessions, StepUps } from '../../../accounts/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { type Erasure, ErasureRepository } from '../../data/erasure-repository.js';
import type { Attendee } from '../../data/rows.js';
import { ErasureListeners } from './erasure-listeners.js';

/** Takes people out of the evening: whole, or as an empty row where something of others hangs on it. */
@Injectable()
export class PartyErasure {
  constructor(
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(ErasureRepository) private readonly erasures: ErasureRepository,
    @Inject(ErasureListeners) private readonly listeners: ErasureListeners,
    @Inject(StepUps) private readonly stepUps: StepUps,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** Lock the people first. `ledger` says who is taken out, for a backup that is restored later. */
  async takeOut(
    db: Transaction,
    leaving: readonly Attendee[],
    ledger: readonly Erasure[],
    now: Date,
  ): Promise<void> {
    await this.erasures.record(db, ledger, now);
    const emptied: string[] = [];
    const deleted: string[] = [];
    for (const person of leaving) {
      const leavesTraces = await this.listeners.erased(db, person.id);
      // A companion who keeps their data hangs on the row of whom they came with.
      const isNeeded =
        leavesTraces || person.checkedInAt !== null || (await this.hasOthers(db, person, leaving));
      (isNeeded ? emptied : deleted).push(person.id);
      await this.sessions.revoke(db, 'attendee', person.id);
      await this.stepUps.end(db, { kind: 'attendee', id: person.id });
    }
    await this.erasures.empty(db, emptied);
    await this.erasures.delete(db, deleted);
  }

  private async hasOthers(db: Transaction, { id }: Attendee, leaving: readonly Attendee[]): Promise<boolean> {
    const party = await this.attendees.party(id, db);
    return party.some((person) => !leaving.some((other) => other.id === person.id));
  }
}
