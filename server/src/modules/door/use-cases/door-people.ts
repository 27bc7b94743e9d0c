import { Inject, Injectable } from '@nestjs/common';
import type { DoorPerson } from '@hillo/contracts/door';
import { type Attendance, countMissing, type DoorAct } from '@hillo/domain/door';
import type { Db } from '../../../platform/database/index.js';
import { type Attendee, Registrations } from '../../registration/index.js';
import { type ActOf, DoorActRepository } from '../data/door-act-repository.js';
import { QueueRepository } from '../data/queue-repository.js';
import { ReserveRepository } from '../data/reserve-repository.js';

/** Where somebody stands at the door; `by` is an actor key. */
export function attendanceOf(
  attendee: Pick<Attendee, 'id' | 'checkedInAt' | 'checkedInBy'>,
  undone: readonly ActOf[],
): Attendance {
  const { checkedInAt, checkedInBy } = attendee;
  if (checkedInAt !== null) return { state: 'in', last: { at: checkedInAt, by: checkedInBy ?? '' } };
  const last = undone.find(({ registrationId }) => registrationId === attendee.id);
  return last ? { state: 'undone', last } : { state: 'expected' };
}

/** People as the door sees them (product rule 15): what is not named here does not leave. */
@Injectable()
export class DoorPeople {
  constructor(
    @Inject(DoorActRepository) private readonly acts: DoorActRepository,
    @Inject(QueueRepository) private readonly queues: QueueRepository,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(ReserveRepository) private readonly reserves: ReserveRepository,
  ) {}

  /** Hashes of badges that are good no more, with a name on them or printed ahead. */
  async voidBadges(eveningId: string): Promise<string[]> {
    const named = await this.registrations.voidBadges(eveningId);
    return [...named, ...(await this.reserves.voidHashes(eveningId))];
  }

  /** One person's attendance, read under the row's lock when `db` is a transaction. */
  async attendance(attendee: Attendee, db: Db): Promise<Attendance> {
    const undone =
      attendee.checkedInAt === null ? await this.acts.undone(attendee.eveningId, [attendee.id], db) : [];
    return attendanceOf(attendee, undone);
  }

  /** In the order given. `actorKey` is the reader's: acts of its own are `byYou`. */
  async of(attendees: readonly Attendee[], eveningId: string, actorKey: string): Promise<DoorPerson[]> {
    const missing = attendees.filter(({ checkedInAt }) => checkedInAt === null).map(({ id }) => id);
    const undone = missing.length === 0 ? [] : await this.acts.undone(eveningId, missing);
    const undoneById = new Map(undone.map((act) => [act.registrationId, [act]]));
    const stands = attendees.map((person) => attendanceOf(person, undoneById.get(person.id) ?? []));
    const inside = attendees.filter(({ checkedInAt }) => checkedInAt !== null).map(({ id }) => id);
    const again = inside.length === 0 ? [] : await this.acts.lettingInAgain(eveningId, inside);
    const lasts = stands.flatMap((attendance) => ('last' in attendance ? [attendance.last] : []));
    const keys = [...new Set([...lasts, ...again].map(({ by }) => by))];
    const names = keys.length === 0 ? new Map<string, string>() : await this.acts.names(keys);
    const told = ({ at, by }: DoorAct) => ({
      at: at.toISOString(),
      by: names.get(by) ?? '',
      byYou: by === actorKey,
    });
    return attendees.map((person, index) => {
      const attendance = stands[index] ?? { state: 'expected' };
      const last = 'last' in attendance ? attendance.last : null;
      const others = again.filter(
        ({ registrationId, by }) => registrationId === person.id && by !== last?.by,
      );
      return {
        ...seen(person),
        badge: this.registrations.links.badgeHash(person),
        attendance: attendance.state,
        last: last && told(last),
        alsoInBy: others.map(told),
      };
    });
  }

  /** Phones that made entries without network which never came, or whose memory was emptied. */
  async gaps(eveningId: string, actorKey: string) {
    const queues = await this.queues.withGaps(eveningId);
    const names = await this.acts.names(queues.map(({ actor }) => actor));
    return queues.map((queue) => ({
      by: names.get(queue.actor) ?? '',
      byYou: queue.actor === actorKey,
      missing: countMissing(queue),
      restarts: queue.restarts,
    }));
  }
}

function seen({ id, kind, accompaniesId, firstName, lastName, affiliation, spokenCode, state }: Attendee) {
  return { id, kind, accompaniesId, firstName, lastName, affiliation, spokenCode, registration: state };
}
