import { Inject, Injectable } from '@nestjs/common';
import type { doorApi } from '@hillo/contracts/door';
import { doorIsOpen } from '@hillo/domain/evenings';
import { fail } from '@hillo/domain/shared';
import type { Transaction } from '../../../platform/database/index.js';
import type { CallOf } from '../../../platform/http/index.js';
import { Evenings } from '../../evenings/index.js';
import { Admission } from './admission.js';
import { AttendanceWriter } from './attendance-writer.js';
import { DoorOperations } from './door-operations.js';
import { LateWriter } from './offline/late-writer.js';
import { FindWearer } from './reserves/find-wearer.js';

type CheckInCall = CallOf<typeof doorApi, 'POST /api/evenings/:evening/door/check-ins'>;

/**
 * Checks somebody in by badge, code or id, exactly once (T1). Locks in one order, the evening before the person: the
 * evening only while the check-in could start it or give a seat away, so that a running door is held up by nobody.
 */
@Injectable()
export class CheckIn {
  constructor(
    @Inject(DoorOperations) private readonly operations: DoorOperations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(AttendanceWriter) private readonly writer: AttendanceWriter,
    @Inject(Admission) private readonly admission: Admission,
    @Inject(LateWriter) private readonly late: LateWriter,
    @Inject(FindWearer) private readonly wearer: FindWearer,
  ) {}

  run(call: CheckInCall) {
    return this.operations.once(call, (db) => this.perform(db, call));
  }

  private async perform(db: Transaction, { params, body, actor }: CheckInCall) {
    const seen = await this.evenings.byId(params.evening, db);
    const needsLock = body.admit !== null || seen?.state === 'published';
    const evening = needsLock ? await this.evenings.lock(db, params.evening) : seen;
    if (!evening) return fail('not-found');
    const made = body.offline ? this.late.timeOf(evening, body.offline) : undefined;
    if (made?.ok === false) return made;
    const found = await this.wearer.find(db, params.evening, body.who);
    if (!found.ok) return found;
    const locked = await this.writer.lock(db, evening.id, found.value.id);
    if (!locked.ok) return locked;
    let person = locked.value;
    let isOverCapacity = false;
    if (person.state !== 'confirmed' && (made || doorIsOpen(evening.state))) {
      const seated = await this.admission.seat(db, evening, person, body.admit, made !== undefined);
      if (!seated.ok) return seated;
      isOverCapacity = seated.value.overCapacity;
      person = { ...person, state: 'confirmed' };
    }
    if (made && body.offline) {
      const act = { at: made.value, by: actor.key };
      return this.late.enter(db, evening, person, act, { knewOfIt: body.offline.knewOfIt, isOverCapacity });
    }
    return this.writer.enter(db, evening, person, actor.key, isOverCapacity);
  }
}
