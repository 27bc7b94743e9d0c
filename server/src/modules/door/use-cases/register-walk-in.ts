import { Inject, Injectable } from '@nestjs/common';
import type { doorApi } from '@hillo/contracts/door';
import { doorIsOpen } from '@hillo/domain/evenings';
import { fail } from '@hillo/domain/shared';
import type { Transaction } from '../../../platform/database/index.js';
import type { CallOf } from '../../../platform/http/index.js';
import { Evenings } from '../../evenings/index.js';
import { Registrations } from '../../registration/index.js';
import { Admission } from './admission.js';
import { AttendanceWriter } from './attendance-writer.js';
import { DoorOperations } from './door-operations.js';
import { LateWriter } from './offline/late-writer.js';

type WalkInCall = CallOf<typeof doorApi, 'POST /api/evenings/:evening/door/walk-ins'>;

/** Somebody who comes without having registered: a first name and a sector are enough, the code is there at once. */
@Injectable()
export class RegisterWalkIn {
  constructor(
    @Inject(DoorOperations) private readonly operations: DoorOperations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(Admission) private readonly admission: Admission,
    @Inject(AttendanceWriter) private readonly writer: AttendanceWriter,
    @Inject(LateWriter) private readonly late: LateWriter,
  ) {}

  run(call: WalkInCall) {
    return this.operations.once(call, (db) => this.perform(db, call));
  }

  private async perform(db: Transaction, { params, body, actor, locale }: WalkInCall) {
    const evening = await this.evenings.lock(db, params.evening);
    if (!evening) return fail('not-found');
    const { admit, email, offline, ...known } = body;
    const made = offline ? this.late.timeOf(evening, offline) : undefined;
    if (made?.ok === false) return made;
    if (!made && !doorIsOpen(evening.state)) return fail('evening-not-open');
    const seat = await this.admission.decide(db, evening, 1, admit, made !== undefined);
    if (!seat.ok) return seat;
    const [id = ''] = await this.registrations.createWalkIn(db, evening.id, {
      ...known,
      email: email === '' ? null : email,
      locale,
    });
    const person = await this.writer.lock(db, evening.id, id);
    if (!person.ok) return person;
    const isOverCapacity = seat.value.overCapacity;
    if (made)
      return this.writer.write(db, evening, person.value, { at: made.value, by: actor.key }, isOverCapacity);
    return this.writer.enter(db, evening, person.value, actor.key, isOverCapacity);
  }
}
