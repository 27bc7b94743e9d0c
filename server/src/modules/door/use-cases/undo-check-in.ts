import { Inject, Injectable } from '@nestjs/common';
import type { doorApi } from '@hillo/contracts/door';
import { fail } from '@hillo/domain/shared';
import type { Transaction } from '../../../platform/database/index.js';
import type { CallOf } from '../../../platform/http/index.js';
import { Evenings } from '../../evenings/index.js';
import { AttendanceWriter } from './attendance-writer.js';
import { DoorOperations } from './door-operations.js';
import { LateWriter } from './offline/late-writer.js';

type UndoCall = CallOf<typeof doorApi, 'POST /api/evenings/:evening/door/undone-check-ins'>;

/** Takes a check-in back: a wrong name was tapped. The card is hidden and comes back unchanged. */
@Injectable()
export class UndoCheckIn {
  constructor(
    @Inject(DoorOperations) private readonly operations: DoorOperations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(AttendanceWriter) private readonly writer: AttendanceWriter,
    @Inject(LateWriter) private readonly late: LateWriter,
  ) {}

  run(call: UndoCall) {
    return this.operations.once(call, (db) => this.perform(db, call));
  }

  private async perform(db: Transaction, { params, body, actor }: UndoCall) {
    const evening = await this.evenings.byId(params.evening, db);
    if (!evening) return fail('not-found');
    const made = body.offline ? this.late.timeOf(evening, body.offline) : undefined;
    if (made?.ok === false) return made;
    const person = await this.writer.lock(db, evening.id, body.registrationId);
    if (person.ok && made) return this.late.takeBack(db, person.value, { at: made.value, by: actor.key });
    return person.ok ? this.writer.leave(db, evening, person.value, actor.key) : person;
  }
}
