import { Inject, Injectable } from '@nestjs/common';
import type { DoorPerson } from '@hillo/contracts/door';
import type { Attendance } from '@hillo/domain/door';
import type { Db } from '../../../platform/database/index.js';
import type { Attendee } from '../../registration/index.js';
import { DoorActRepository, type UndoneCheckIn } from '../data/door-act-repository.js';

/** Where somebody stands at the door; `by` is an actor key. */
export function attendanceOf(
  attendee: Pick<Attendee, 'id' | 'checkedInAt' | 'checkedInBy'>,
  undone: readonly UndoneCheckIn[],
): Attendance {
  const { checkedInAt, checkedInBy } = attendee;
  if (checkedInAt !== null) return { state: 'in', last: { at: checkedInAt, by: checkedInBy ?? '' } };
  const last = undone.find(({ registrationId }) => registrationId === attendee.id);
  return last ? { state: 'undone', last } : { state: 'expected' };
}

/** People as the door sees them (product rule 15): what is not named here does not leave. */
@Injectable()
export class DoorPeople {
  constructor(@Inject(DoorActRepository) private readonly acts: DoorActRepository) {}

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
    const keys = new Set(stands.flatMap((attendance) => ('last' in attendance ? [attendance.last.by] : [])));
    const names = keys.size === 0 ? new Map<string, string>() : await this.acts.names([...keys]);
    return attendees.map((person, index) =>
      toDoorPerson(person, stands[index] ?? { state: 'expected' }, names, actorKey),
    );
  }
}

function toDoorPerson(
  person: Attendee,
  attendance: Attendance,
  names: ReadonlyMap<string, string>,
  actorKey: string,
): DoorPerson {
  const { id, kind, accompaniesId, firstName, lastName, affiliation, spokenCode, state } = person;
  const last = 'last' in attendance ? attendance.last : null;
  return {
    id,
    kind,
    accompaniesId,
    firstName,
    lastName,
    affiliation,
    spokenCode,
    registration: state,
    attendance: attendance.state,
    last: last && {
      at: last.at.toISOString(),
      by: names.get(last.by) ?? '',
      byYou: last.by === actorKey,
    },
  };
}
