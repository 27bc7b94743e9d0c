import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

/** What {@link DoorActEntity.kind} says. */
export type DoorActKind = 'check-in' | 'undo' | 'again' | 'take-back';

/** One act at the door. `by` is the actor's key. */
export interface StoredAct {
  readonly id: string;
  readonly eveningId: string;
  readonly registrationId: string;
  readonly kind: DoorActKind;
  readonly isOverCapacity: boolean;
  readonly at: Date;
  readonly by: string;
}

const actOfRow = z.object({ registrationId: z.uuid(), at: z.date(), by: z.string() });
/** An act and whom it was about. `by` is the actor's key. */
export type ActOf = z.infer<typeof actOfRow>;

const whomRow = z.object({ registrationId: z.uuid(), kind: z.string() });
const nameRow = z.object({ key: z.string(), name: z.string() });

/** Not taken back: by nobody for everybody's, by the same door for its own. */
const STANDING = `SELECT a.registration_id AS "registrationId", a.done_at AS at, a.done_by AS by FROM door_acts a
  WHERE a.kind IN ('check-in', 'again') AND NOT EXISTS (
    SELECT 1 FROM door_acts later WHERE later.evening_id = a.evening_id
      AND later.registration_id = a.registration_id AND later.id > a.id
      AND (later.kind = 'undo' OR (later.kind = 'take-back' AND later.done_by = a.done_by)))`;

/** The door's journal, and the names of those who act in it. */
@Injectable()
export class DoorActRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async insert(db: Transaction, act: StoredAct): Promise<void> {
    await db.execute(
      `INSERT INTO door_acts (id, evening_id, registration_id, kind, is_over_capacity, done_at, done_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [act.id, act.eveningId, act.registrationId, act.kind, act.isOverCapacity, act.at, act.by],
    );
  }

  /** Whom an act was about; undefined when the id is no act's. */
  byId(actId: string): Promise<z.infer<typeof whomRow> | undefined> {
    return this.database.first(
      whomRow,
      'SELECT registration_id AS "registrationId", kind FROM door_acts WHERE id = $1',
      [actId],
    );
  }

  /** The check-ins of one person that stand (`StandingCheckIns`), read under the person's lock. */
  standing(db: Transaction, registrationId: string): Promise<ActOf[]> {
    return db.rows(actOfRow, `${STANDING} AND a.registration_id = $1`, [registrationId]);
  }

  /** The same of everybody whom several doors let in; or of these people only. */
  lettingInAgain(eveningId: string, registrationIds: readonly string[]): Promise<ActOf[]> {
    return this.database.rows(
      actOfRow,
      `${STANDING} AND a.registration_id IN (
         SELECT registration_id FROM door_acts
         WHERE evening_id = $1 AND registration_id = ANY($2) AND kind = 'again')
       ORDER BY a.done_at, a.id`,
      [eveningId, registrationIds],
    );
  }

  /** The latest undoing of each of these people, or of everybody of the evening. */
  undone(
    eveningId: string,
    registrationIds: readonly string[] | 'all',
    db: Db = this.database,
  ): Promise<ActOf[]> {
    return db.rows(
      actOfRow,
      `SELECT DISTINCT ON (registration_id) registration_id AS "registrationId", done_at AS at, done_by AS by
       FROM door_acts
       WHERE evening_id = $1 AND kind = 'undo' AND ($2::uuid[] IS NULL OR registration_id = ANY($2))
       ORDER BY registration_id, id DESC`,
      [eveningId, registrationIds === 'all' ? null : registrationIds],
    );
  }

  /** Names by actor key: the holder of a crew device, the name of an account, the first name of an attendee. */
  async names(actorKeys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const idsOf = (kind: string) =>
      actorKeys
        .filter((key) => key.startsWith(`${kind}:`))
        .map((key) => key.slice(kind.length + 1))
        .filter((id) => z.uuid().safeParse(id).success);
    const rows = await this.database.rows(
      nameRow,
      `SELECT 'device:' || id AS key, holder_name AS name FROM crew_devices WHERE id = ANY($1::uuid[])
       UNION ALL SELECT 'account:' || id, name FROM accounts WHERE id = ANY($2::uuid[])
       UNION ALL SELECT 'attendee:' || id, first_name FROM registrations WHERE id = ANY($3::uuid[])`,
      [idsOf('device'), idsOf('account'), idsOf('attendee')],
    );
    return new Map(rows.map(({ key, name }) => [key, name]));
  }
}
