import { Inject, Injectable } from '@nestjs/common';
import {
  type DoorAct,
  checkInLate,
  firstCheckIn,
  type StandingCheckIns,
  takeBackLate,
} from '@hillo/domain/door';
import { doorIsOpen, timeOfEntry } from '@hillo/domain/evenings';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import type { Transaction } from '../../../../platform/database/index.js';
import type { Evening } from '../../../evenings/index.js';
import { type Attendee, Registrations } from '../../../registration/index.js';
import { DoorActRepository } from '../../data/door-act-repository.js';
import { AttendanceWriter, type Written } from '../attendance-writer.js';

/** When a phone without network did something (product rule 5). */
export interface OfflineTime {
  readonly phoneTime: Date;
  readonly offsetMs: number;
}

/** Writes what a door did while it had no network, by the rules for acts that come late. */
@Injectable()
export class LateWriter {
  constructor(
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(DoorActRepository) private readonly acts: DoorActRepository,
    @Inject(AttendanceWriter) private readonly writer: AttendanceWriter,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The time that is believed, or why it does not count: after the close only what was made before it. */
  timeOf(evening: Evening, offline: OfflineTime): Outcome<Date, 'evening-not-open' | 'delivered-too-late'> {
    const closedAt = evening.closedAt ?? evening.cancelledAt;
    if (!doorIsOpen(evening.state) && closedAt === null) return fail('evening-not-open');
    const startedAt = evening.publishedAt ?? evening.createdAt;
    const made = timeOfEntry({ arrivedAt: this.clock.now(), offline }, { startedAt, closedAt });
    if (made.ok || made.code === 'delivered-too-late') return made as Outcome<Date, 'delivered-too-late'>;
    return fail('evening-not-open');
  }

  /** `person` is read under its lock, has a seat by now, and stands in front of the door that let them in. */
  async enter(
    db: Transaction,
    evening: Evening,
    person: Attendee,
    act: DoorAct,
    seen: { readonly knewOfIt: boolean; readonly isOverCapacity: boolean },
  ): Promise<Outcome<Written, 'evening-not-open'>> {
    const before = await this.standing(db, person);
    const { kind, standing } = checkInLate(before, act, seen.knewOfIt);
    if (kind === 'none') return ok({ id: person.id });
    if (kind === 'check-in') return this.writer.write(db, evening, person, act, seen.isOverCapacity);
    await this.correct(db, person, standing);
    return ok(await this.writer.record(db, person, kind, act, seen.isOverCapacity));
  }

  async takeBack(
    db: Transaction,
    person: Attendee,
    act: DoorAct,
  ): Promise<Outcome<Written, 'not-checked-in'>> {
    const before = await this.standing(db, person);
    const { kind, standing } = takeBackLate(before, act.by);
    if (kind === 'none') return ok({ id: person.id });
    if (kind === 'undo') await this.registrations.undoCheckIn(db, person.id);
    else await this.correct(db, person, standing);
    return ok(await this.writer.record(db, person, kind, act, false));
  }

  private async standing(db: Transaction, person: Attendee): Promise<StandingCheckIns> {
    if (person.checkedInAt === null) return [];
    const acts = await this.acts.standing(db, person.id);
    return acts.length > 0 ? acts : [{ at: person.checkedInAt, by: person.checkedInBy ?? '' }];
  }

  private async correct(db: Transaction, person: Attendee, standing: StandingCheckIns): Promise<void> {
    const first = firstCheckIn(standing);
    if (first) await this.registrations.correctCheckIn(db, person.id, first.at, first.by);
  }
}
