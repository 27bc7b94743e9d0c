import { Inject, Injectable } from '@nestjs/common';
import { type ComingFilter, type Sector, SECTORS } from '@hillo/domain/registration';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.js';
import { type Attendee, attendeeRow, COLUMNS } from './rows.js';

/** Where a page of the list ended: place in the queue, companion or not, id. */
export interface ComingPlace {
  readonly queueNumber: number;
  readonly accompanies: boolean;
  readonly id: string;
}

const UNCONFIRMED = `r.state <> 'cancelled' AND r.kind = 'person' AND r.source = 'form'
  AND r.opened_at IS NULL AND r.checked_in_at IS NULL`;

const FILTERS: Readonly<Record<Exclude<ComingFilter, 'duplicates'>, string>> = {
  everyone: 'true',
  confirmed: `r.state = 'confirmed'`,
  waiting: `r.state = 'waiting'`,
  cancelled: `r.state = 'cancelled'`,
  unconfirmed: UNCONFIRMED,
  'checked-in': 'r.checked_in_at IS NOT NULL',
};

const duplicateRow = z.object({
  id: z.uuid(),
  cancelled: z.boolean(),
  firstName: z.string(),
  lastName: z.string(),
  affiliation: z.string(),
  emailKey: z.string().nullable(),
  phone: z.string().nullable(),
});
export type DuplicateRow = z.infer<typeof duplicateRow>;

const DUPLICATE = `SELECT id, state = 'cancelled' AS cancelled, first_name AS "firstName", last_name AS "lastName",
  affiliation, email_key AS "emailKey", phone`;

/** Looked up one by one in the column's index: the cost is that of those asked for, not of the evening. */
function sharing(column: string): string {
  return `SELECT r.id FROM these JOIN registrations r ON r.evening_id = $1 AND r.${column} = these.${column}`;
}

const summaryRow = z.object({
  sector: z.enum(SECTORS),
  confirmed: z.coerce.number(),
  waiting: z.coerce.number(),
  cancelled: z.coerce.number(),
  checkedIn: z.coerce.number(),
  unconfirmed: z.coerce.number(),
});

/** The organiser's list: pages by place in the queue, so that page one of ten thousand costs what page one of a hundred does. */
@Injectable()
export class ComingRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(
    eveningId: string,
    narrowed: {
      readonly filter: Exclude<ComingFilter, 'duplicates'>;
      readonly sectors: readonly Sector[] | null;
      readonly ids: readonly string[] | null;
      readonly after: ComingPlace | null;
    },
    limit: number,
  ): Promise<Attendee[]> {
    const { filter, sectors, ids, after } = narrowed;
    return this.database.rows(
      attendeeRow,
      `SELECT ${COLUMNS}, e.side_overrides AS "sideOverrides"
       FROM registrations r JOIN evenings e ON e.id = r.evening_id
       WHERE r.evening_id = $1 AND ${FILTERS[filter]}
         AND ($2::text[] IS NULL OR r.sector = ANY($2))
         AND ($3::uuid[] IS NULL OR r.id = ANY($3))
         AND ($4::bigint IS NULL OR (r.queue_number >= $4
           AND (r.queue_number, r.accompanies_id IS NOT NULL, r.id) > ($4, $5::boolean, $6::uuid)))
       ORDER BY r.queue_number, r.accompanies_id IS NOT NULL, r.id LIMIT $7`,
      [
        eveningId,
        sectors,
        ids,
        after?.queueNumber ?? null,
        after?.accompanies ?? null,
        after?.id ?? null,
        limit,
      ],
    );
  }

  /** Those of the evening that share name, address or phone with one of these. */
  likeThese(eveningId: string, ids: readonly string[]): Promise<DuplicateRow[]> {
    return this.database.rows(
      duplicateRow,
      `WITH these AS (
         SELECT nullif(person_key, '') AS person_key, email_key, phone FROM registrations
         WHERE id = ANY($2) AND kind = 'person' AND state <> 'cancelled'
       ), alike AS (${['person_key', 'email_key', 'phone'].map(sharing).join(' UNION ')})
       ${DUPLICATE} FROM registrations WHERE id IN (SELECT id FROM alike) AND kind = 'person' AND state <> 'cancelled'
       ORDER BY queue_number, id LIMIT 2000`,
      [eveningId, ids],
    );
  }

  /** Those of the evening that share name, address or phone with another. */
  alike(eveningId: string): Promise<DuplicateRow[]> {
    return this.database.rows(
      duplicateRow,
      `${DUPLICATE} FROM (
         SELECT *, count(*) OVER (PARTITION BY person_key) AS same_person,
                count(*) OVER (PARTITION BY email_key) AS same_email, count(*) OVER (PARTITION BY phone) AS same_phone
         FROM registrations WHERE evening_id = $1 AND kind = 'person' AND state <> 'cancelled') AS r
       WHERE (person_key <> '' AND same_person > 1) OR (email_key IS NOT NULL AND same_email > 1)
          OR (phone IS NOT NULL AND same_phone > 1)
       ORDER BY queue_number, id`,
      [eveningId],
    );
  }

  /** Counts of people by sector. */
  summary(eveningId: string) {
    return this.database.rows(
      summaryRow,
      `SELECT r.sector, count(*) FILTER (WHERE r.state = 'confirmed') AS confirmed,
              count(*) FILTER (WHERE r.state = 'waiting') AS waiting,
              count(*) FILTER (WHERE r.state = 'cancelled') AS cancelled,
              count(*) FILTER (WHERE r.checked_in_at IS NOT NULL) AS "checkedIn",
              count(*) FILTER (WHERE ${UNCONFIRMED}) AS unconfirmed
       FROM registrations r WHERE r.evening_id = $1 GROUP BY r.sector`,
      [eveningId],
    );
  }

  /** Seats waiting before each of these places in the queue, one query for the page. */
  async seatsBefore(
    eveningId: string,
    queueNumbers: readonly number[],
  ): Promise<ReadonlyMap<number, number>> {
    if (queueNumbers.length === 0) return new Map();
    const rows = await this.database.rows(
      z.object({ queueNumber: z.coerce.number(), before: z.coerce.number() }),
      `SELECT queue_number AS "queueNumber", min(before) AS before FROM (
         SELECT queue_number, rank() OVER (ORDER BY queue_number) - 1 AS before
         FROM registrations WHERE evening_id = $1 AND state = 'waiting') AS q
       WHERE queue_number = ANY($2) GROUP BY queue_number`,
      [eveningId, queueNumbers],
    );
    return new Map(rows.map((row) => [row.queueNumber, row.before]));
  }
}
