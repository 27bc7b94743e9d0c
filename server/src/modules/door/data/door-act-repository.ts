import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

/** One act at the door. `by` is the actor's key. */
export interface StoredAct {
  readonly id: string;
  readonly eveningId: string;
  readonly registrationId: string;
  readonly kind: 'check-in' | 'undo';
  readonly isOverCapacity: boolean;
  readonly at: Date;
  readonly by: string;
}

const undoneRow = z.object({ registrationId: z.uuid(), at: z.date(), by: z.string() });
export type UndoneCheckIn = z.infer<typeof undoneRow>;

const whomRow = z.object({ registrationId: z.uuid() });
const nameRow = z.object({ key: z.string(), name: z.string() });

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
  async registrationOf(actId: string): Promise<string | undefined> {
    const row = await this.database.first(
      whomRow,
      'SELECT registration_id AS "registrationId" FROM door_acts WHERE id = $1',
      [actId],
    );
    return row?.registrationId;
  }

  /** The latest undoing of each of these people, or of everybody of the evening. */
  undone(
    eveningId: string,
    registrationIds: readonly string[] | 'all',
    db: Db = this.database,
  ): Promise<UndoneCheckIn[]> {
    return db.rows(
      undoneRow,
      `SELECT DISTINCT ON (registration_id) registration_id AS "registrationId", done_at AS at, done_by AS by
       FROM door_acts
       WHERE evening_id = $1 AND kind = 'undo' AND ($2::uuid[] IS NULL OR registration_id = ANY($2))
       ORDER BY registration_id, id DESC`,
      [eveningId, registrationIds === 'all' ? null : registrationIds],
    );
  }

  /** Names by actor key: the holder of a crew device, the name of an account. */
  async names(actorKeys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const idsOf = (kind: string) =>
      actorKeys
        .filter((key) => key.startsWith(`${kind}:`))
        .map((key) => key.slice(kind.length + 1))
        .filter((id) => z.uuid().safeParse(id).success);
    const rows = await this.database.rows(
      nameRow,
      `SELECT 'device:' || id AS key, holder_name AS name FROM crew_devices WHERE id = ANY($1::uuid[])
       UNION ALL SELECT 'account:' || id, name FROM accounts WHERE id = ANY($2::uuid[])`,
      [idsOf('device'), idsOf('account')],
    );
    return new Map(rows.map(({ key, name }) => [key, name]));
  }
}
