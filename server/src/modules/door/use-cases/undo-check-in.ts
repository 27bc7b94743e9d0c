import { Inject, Injectable } from '@nestjs/common';
import type { doorApi } from '@hillo/contracts/door';
import { fail } from '@hillo/domain/shared';
import { Operations, type Transaction } from '../../../platform/database/index.js';
import type { CallOf } from '../../../platform/http/index.js';
import { Evenings } from '../../evenings/index.js';
import { AttendanceWriter } from './attendance-writer.js';
import { DescribeDoor } from './describe-door.js';

type UndoCall = CallOf<typeof doorApi, 'POST /api/evenings/:evening/door/undone-check-ins'>;

/** Takes a check-in back: a wrong name was tapped. The card is hidden and comes back unchanged. */
@Injectable()
export class UndoCheckIn {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(AttendanceWriter) private readonly writer: AttendanceWriter,
    @Inject(DescribeDoor) private readonly door: DescribeDoor,
  ) {}

  run(call: UndoCall) {
    return this.operations.once(
      call.operation,
      (db) => this.perform(db, call),
      (id) => this.door.entry(id, call.params.evening, call.actor),
    );
  }

  private async perform(db: Transaction, { params, body, actor }: UndoCall) {
    const evening = await this.evenings.byId(params.evening, db);
    if (!evening) return fail('not-found');
    const person = await this.writer.lock(db, evening.id, body.registrationId);
    return person.ok ? this.writer.leave(db, evening, person.value, actor.key) : person;
  }
}
