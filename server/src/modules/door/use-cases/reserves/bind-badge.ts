import { Inject, Injectable } from '@nestjs/common';
import type { reservesApi } from '@hillo/contracts/reserves';
import { takeBadge } from '@hillo/domain/door';
import { doorIsOpen } from '@hillo/domain/evenings';
import { fail, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { Operations, type Transaction } from '../../../../platform/database/index.js';
import type { CallOf } from '../../../../platform/http/index.js';
import { Evenings } from '../../../evenings/index.js';
import { Registrations } from '../../../registration/index.js';
import { ReserveRepository } from '../../data/reserve-repository.js';
import { AttendanceWriter } from '../attendance-writer.js';
import { DescribeDoor } from '../describe-door.js';
import { reserveKey } from './reserve-key.js';

type BindCall = CallOf<typeof reservesApi, 'POST /api/evenings/:evening/door/badges'>;
/** The door gives a badge that was printed ahead to a person: one badge, one person. Locks the person before the badge. */
@Injectable()
export class BindBadge {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(ReserveRepository) private readonly reserves: ReserveRepository,
    @Inject(AttendanceWriter) private readonly writer: AttendanceWriter,
    @Inject(DescribeDoor) private readonly door: DescribeDoor,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(call: BindCall) {
    return this.operations.once(
      call.operation,
      (db) => this.perform(db, call),
      (id) => this.door.person(call.params.evening, id, call.actor),
    );
  }

  private async perform(db: Transaction, { params, body, actor }: BindCall) {
    const evening = await this.evenings.byId(params.evening, db);
    if (!evening) return fail('not-found');
    if (!doorIsOpen(evening.state)) return fail('evening-not-open');
    const key = reserveKey(body.badge);
    if (!key.ok) return key;
    const locked = await this.writer.lock(db, evening.id, body.registrationId);
    if (!locked.ok) return locked;
    const person = locked.value;
    const reserve = await this.reserves.lock(db, evening.id, key.value);
    if (!reserve) return fail(body.badge.by === 'badge' ? 'badge-unknown' : 'spoken-code-unknown');
    const taken = takeBadge(reserve, person);
    if (!taken.ok) return taken;
    if (!taken.value.repeated) {
      const { id: badgeFrom, badgeHash, spokenCode } = reserve;
      await this.reserves.bind(db, badgeFrom, person.id, this.clock.now(), actor.key);
      await this.registrations.takeBadge(db, person.id, { badgeFrom, badgeHash, spokenCode });
      db.change(`door:${evening.id}`, 'person', { registrationId: person.id });
    }
    return ok({ id: person.id });
  }
}
