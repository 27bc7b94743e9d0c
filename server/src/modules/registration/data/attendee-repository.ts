import { Inject, Injectable } from '@nestjs/common';
import { foldedWords } from '@hillo/domain/shared';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';
import { type Attendee, attendeeRow, COLUMNS } from './rows.js';

const ATTENDEE = `SELECT ${COLUMNS}, e.side_overrides AS "sideOverrides"
  FROM registrations r JOIN evenings e ON e.id = r.evening_id`;

const headCountRow = z.object({
  takenSeats: z.coerce.number(),
  waitingSeats: z.coerce.number(),
  present: z.coerce.number(),
});
/** People of an evening: with a seat, waiting for one, in the room. */
export type HeadCount = z.infer<typeof headCountRow>;

const badgeVersionsRow = z.object({
  id: z.uuid(),
  badgeVersion: z.number(),
  wearsAnother: z.boolean(),
  gone: z.boolean(),
});
/** How many badges somebody has had; `wearsAnother`: one that was printed ahead; `gone`: none is good any more. */
export type BadgeVersions = z.infer<typeof badgeVersionsRow>;

/** Reads of people as the evening sees them. */
@Injectable()
export class AttendeeRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  byId(eveningId: string, id: string, db: Db = this.database): Promise<Attendee | undefined> {
    return db.first(attendeeRow, `${ATTENDEE} WHERE r.evening_id = $1 AND r.id = $2`, [eveningId, id]);
  }

  /** In any order; an id that is nobody's is left out. */
  byIds(ids: readonly string[], db: Db = this.database): Promise<Attendee[]> {
    return db.rows(attendeeRow, `${ATTENDEE} WHERE r.id = ANY($1)`, [ids]);
  }

  /** A child's badge has no QR, so nothing finds a child (product rule 6). */
  byBadge(eveningId: string, badgeHash: string, db: Db = this.database): Promise<Attendee | undefined> {
    return db.first(
      attendeeRow,
      `${ATTENDEE} WHERE r.badge_hash = $2 AND r.evening_id = $1 AND r.kind <> 'child'`,
      [eveningId, badgeHash],
    );
  }

  byCode(eveningId: string, spokenCode: string, db: Db = this.database): Promise<Attendee | undefined> {
    return db.first(
      attendeeRow,
      `${ATTENDEE} WHERE r.evening_id = $1 AND r.spoken_code = $2 AND r.first_name <> ''`,
      [eveningId, spokenCode],
    );
  }

  byPersonalLink(personalHash: string, db: Db = this.database): Promise<Attendee | undefined> {
    return db.first(attendeeRow, `${ATTENDEE} WHERE r.personal_hash = $1`, [personalHash]);
  }

  /** The person and whoever accompanies them, the person first. */
  party(headId: string, db: Db = this.database): Promise<Attendee[]> {
    return db.rows(
      attendeeRow,
      `${ATTENDEE} WHERE r.id = $1 OR r.accompanies_id = $1 ORDER BY r.accompanies_id IS NOT NULL, r.id`,
      [headId],
    );
  }

  /** Everybody of the evening who has a name, in the order of the queue; a party stays together. */
  all(eveningId: string, db: Db = this.database): Promise<Attendee[]> {
    return db.rows(
      attendeeRow,
      `${ATTENDEE} WHERE r.evening_id = $1 AND r.first_name <> '' ORDER BY r.queue_number, r.accompanies_id IS NOT NULL, r.id`,
      [eveningId],
    );
  }

  /** Those with a badge that is void: it was replaced, or its person is gone. */
  withVoidBadges(eveningId: string): Promise<BadgeVersions[]> {
    return this.database.rows(
      badgeVersionsRow,
      `SELECT id, badge_version AS "badgeVersion", badge_from IS NOT NULL AS "wearsAnother",
              first_name = '' AS gone FROM registrations
       WHERE evening_id = $1 AND kind <> 'child' AND (badge_version > 1 OR badge_from IS NOT NULL OR first_name = '')`,
      [eveningId],
    );
  }

  /** Locks these people in the order of their ids, so that two meetings never wait for each other, and reads them. */
  async lock(ids: readonly string[], db: Transaction): Promise<ReadonlyMap<string, Attendee>> {
    const rows = await db.rows(
      attendeeRow,
      `${ATTENDEE} WHERE r.id = ANY($1) ORDER BY r.id FOR NO KEY UPDATE OF r`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Who has told of access needs that can be met; what they are is not read. */
  async withAccessNeeds(eveningId: string): Promise<readonly string[]> {
    const rows = await this.database.rows(
      z.object({ id: z.uuid() }),
      `SELECT r.id FROM access_needs n JOIN registrations r ON r.id = n.registration_id
       WHERE r.evening_id = $1 AND n.state <> 'not-possible'`,
      [eveningId],
    );
    return rows.map(({ id }) => id);
  }

  /** First name and evening, for the switcher of a phone that holds several people. */
  names(ids: readonly string[]) {
    return this.database.rows(
      z.object({ id: z.uuid(), name: z.string(), eveningId: z.uuid() }),
      'SELECT id, first_name AS name, evening_id AS "eveningId" FROM registrations WHERE id = ANY($1)',
      [ids],
    );
  }

  async headCount(eveningId: string, db: Db = this.database): Promise<HeadCount> {
    const row = await db.first(
      headCountRow,
      `SELECT count(*) FILTER (WHERE state = 'confirmed') AS "takenSeats",
              count(*) FILTER (WHERE state = 'waiting') AS "waitingSeats",
              count(*) FILTER (WHERE checked_in_at IS NOT NULL) AS present
       FROM registrations WHERE evening_id = $1`,
      [eveningId],
    );
    return row ?? { takenSeats: 0, waitingSeats: 0, present: 0 };
  }

  /**
   * People whom part of a name or affiliation finds: those whose words begin so, and only when there are none, those
   * who have it inside a word. Cancelled ones are found too; the caller shows their state.
   */
  async search(eveningId: string, query: string, limit: number, db: Db = this.database): Promise<Attendee[]> {
    const words = foldedWords(query).slice(0, 8);
    if (words.length === 0) return [];
    const beginning = words.map((word) => `'${word.replaceAll("'", '').replaceAll('\\', '')}':*`).join(' & ');
    const starting = await db.rows(
      attendeeRow,
      `${ATTENDEE} WHERE r.evening_id = $1 AND to_tsvector('simple', r.search_key) @@ to_tsquery('simple', $2)
       ORDER BY r.search_key, r.id LIMIT $3`,
      [eveningId, beginning, limit],
    );
    if (starting.length > 0) return starting;
    const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    return db.rows(
      attendeeRow,
      `${ATTENDEE} WHERE r.evening_id = $1 AND r.search_key LIKE ALL($2) ORDER BY r.search_key, r.id LIMIT $3`,
      [eveningId, patterns, limit],
    );
  }
}
