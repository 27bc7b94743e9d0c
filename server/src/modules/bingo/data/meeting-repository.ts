import { Inject, Injectable } from '@nestjs/common';
import type { Square } from '@hillo/domain/bingo';
import { EVENING_STATES } from '@hillo/domain/evenings';
import {
  CONTACT_FIELDS,
  REGISTRATION_STATES,
  sectorMark,
  type SectorMark,
  SECTORS,
  type Side,
  sideOf,
  type SideOverrides,
  SIDES,
} from '@hillo/domain/registration';
import { z } from 'zod';
import {
  Database,
  type Db,
  prepared,
  type Prepared,
  type Transaction,
} from '../../../platform/database/index.js';
import { CARD_JSON, cardOf, cardRow, type StoredCard } from './card-rows.js';

/** One end of a meeting, with what decides whether it counts. */
export interface Person extends Omit<
  z.infer<typeof personRow>,
  'sector' | 'shownSector' | 'showsExactSector' | 'state'
> {
  readonly side: Side;
  readonly mark: SectorMark;
  /** Has a seat and is in the room. */
  readonly isIn: boolean;
}

/** Everything that a scan or a mark is decided by, read in one statement. */
export interface StoredMeeting {
  readonly me: Person;
  readonly evening: { readonly state: (typeof EVENING_STATES)[number]; readonly endedAt: Date | null };
  /** Null: nobody by this badge or code, or no such encounter. */
  readonly other: Person | null;
  /** The encounter's row and its parties' as JSON, which its own module reads. */
  readonly pair: unknown;
  /** My card; null before check-in. */
  readonly card: StoredCard | null;
}

/** Whom I met: by the hash of a badge, by a spoken code of my evening, by an encounter of mine, or nobody. */
export interface Whom {
  readonly badgeHash?: string;
  readonly code?: string;
  readonly encounterId?: string;
}

const personRow = z.object({
  id: z.string(),
  eveningId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  affiliation: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  offers: z.string(),
  offerTags: z.array(z.string()),
  needs: z.string(),
  needTags: z.array(z.string()),
  sector: z.enum(SECTORS),
  shownSector: z.enum(SECTORS).nullable(),
  showsExactSector: z.boolean(),
  shareFields: z.array(z.enum(CONTACT_FIELDS)),
  sharesWithEveryone: z.boolean(),
  associationMaySee: z.boolean(),
  checkedInAt: z.coerce.date().nullable(),
  plays: z.boolean(),
  state: z.enum(REGISTRATION_STATES),
});

const meetingRow = z.object({
  me: personRow,
  other: personRow.nullable(),
  state: z.enum(EVENING_STATES),
  endedAt: z.date().nullable(),
  sideOverrides: z.partialRecord(z.enum(SECTORS), z.enum(SIDES)),
  pair: z.unknown(),
  card: cardRow.nullable(),
  seenRev: z.number().nullable(),
});

function person(alias: string): string {
  const columns = Object.keys(personRow.shape).map(
    (name) => `'${name}', ${alias}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
  );
  return `json_build_object(${columns.join(', ')})`;
}

function personOf(
  { sector, shownSector, showsExactSector, state, ...row }: z.infer<typeof personRow>,
  overrides: SideOverrides,
): Person {
  return {
    ...row,
    isIn: row.checkedInAt !== null && state === 'confirmed',
    side: sideOf(sector, overrides),
    mark: sectorMark(shownSector ?? sector, showsExactSector),
  };
}

const PAIR = `json_build_object('encounter', to_jsonb(x), 'parties', (
    SELECT json_agg(to_jsonb(p) ORDER BY p.registration_id) FROM encounter_parties p WHERE p.encounter_id = x.id))`;

/** `seenRev` is the card's rev in this statement's snapshot, `card.rev` the one under the lock. */
function meetingStatement(lock: '' | 'FOR NO KEY UPDATE'): string {
  return `WITH mine AS MATERIALIZED (SELECT * FROM cards WHERE registration_id = $1 ${lock}),
  met AS (
    SELECT * FROM registrations WHERE id = coalesce(
      (SELECT id FROM registrations WHERE badge_hash = $2 AND kind <> 'child'),
      (SELECT o.id FROM registrations o JOIN registrations i ON i.evening_id = o.evening_id
       WHERE i.id = $1 AND o.spoken_code = $3 AND o.kind <> 'child' AND o.first_name <> ''),
      (SELECT CASE first_id WHEN $1 THEN second_id ELSE first_id END FROM encounters
       WHERE id = $4 AND $1 IN (first_id, second_id)))
  )
  SELECT ${person('i')} AS me, CASE WHEN met.id IS NOT NULL THEN ${person('met')} END AS other,
         e.state, coalesce(e.closed_at, e.cancelled_at) AS "endedAt", e.side_overrides AS "sideOverrides",
         CASE WHEN x.id IS NOT NULL THEN ${PAIR} END AS pair,
         CASE WHEN c.id IS NOT NULL THEN ${CARD_JSON} END AS card,
         (SELECT s.rev FROM cards s WHERE s.registration_id = $1) AS "seenRev"
  FROM registrations i
  JOIN evenings e ON e.id = i.evening_id
  LEFT JOIN met ON true
  LEFT JOIN mine c ON true
  LEFT JOIN encounters x ON x.evening_id = i.evening_id
    AND x.first_id = least(i.id, met.id) AND x.second_id = greatest(i.id, met.id)
  WHERE i.id = $1`;
}

const READ = prepared('meeting-read', meetingStatement(''));
const LOCK = prepared('meeting-lock', meetingStatement('FOR NO KEY UPDATE'));

const SAVE = prepared(
  'meeting-save',
  `WITH made AS (
  INSERT INTO encounters (id, evening_id, first_id, second_id, scanned_by_id, met_at, created_at)
  SELECT $1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), $3, $5, $6 WHERE $7::boolean
  RETURNING id
), parties AS (
  INSERT INTO encounter_parties (encounter_id, registration_id)
  SELECT made.id, party FROM made, unnest(ARRAY[$3, $4]::uuid[]) AS party
), marked AS (
  INSERT INTO marks (card_id, square, encounter_id, other_id, marked_at, marked_by)
  SELECT $8::uuid, $9::smallint, $1, $4, $5, $10 WHERE $9::smallint IS NOT NULL
  ON CONFLICT DO NOTHING RETURNING card_id
)
UPDATE cards SET rev = rev + 1,
  ticket_since = CASE $11 WHEN 'gained' THEN $6::timestamptz WHEN 'lost' THEN NULL ELSE ticket_since END
FROM marked WHERE cards.id = marked.card_id`,
);
const PAIR_IS_UNIQUE = 'uq_encounters_pair';

/** What a scan or a mark writes: the encounter if it is new, the mark if one was set. */
export interface MeetingWrite {
  readonly encounterId: string;
  readonly isNew: boolean;
  readonly me: Person;
  readonly other: Person;
  readonly madeAt: Date;
  readonly now: Date;
  readonly mark: {
    readonly cardId: string;
    readonly square: Square;
    readonly by: string;
    readonly ticket: 'gained' | 'lost' | 'unchanged';
  } | null;
}

/**
 * The hot path, one read and one write across encounters and bingo. Every writer locks its own card first and only then
 * touches the pair, so two people who scan each other wait at most for the encounter, never in a circle.
 */
@Injectable()
export class MeetingRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  read(me: string, whom: Whom, db: Db = this.database): Promise<StoredMeeting | undefined> {
    return this.load(db, READ, me, whom).then((row) => row && meetingOf(row));
  }

  /** Locks my card. A change that committed while this waited is read by asking once more, now that the lock is ours. */
  async lock(db: Transaction, me: string, whom: Whom): Promise<StoredMeeting | undefined> {
    let row = await this.load(db, LOCK, me, whom);
    if (row?.card && row.card.rev !== row.seenRev) row = await this.load(db, LOCK, me, whom);
    return row && meetingOf(row);
  }

  /** Leaves with the commit. If the other was faster and has made the encounter, the transaction's work is done once more. */
  save(db: Transaction, write: MeetingWrite): void {
    const { encounterId, isNew, me, other, madeAt, now, mark } = write;
    const values = [
      encounterId,
      me.eveningId,
      me.id,
      other.id,
      madeAt,
      now,
      isNew,
      mark?.cardId ?? null,
      mark?.square ?? null,
      mark?.by ?? '',
      mark?.ticket ?? 'unchanged',
    ];
    db.withCommit(SAVE, values, PAIR_IS_UNIQUE);
  }

  private load(db: Db, statement: Prepared, me: string, { badgeHash, code, encounterId }: Whom) {
    return db.first(meetingRow, statement, [me, badgeHash ?? null, code ?? null, encounterId ?? null]);
  }
}

function meetingOf(row: z.infer<typeof meetingRow>): StoredMeeting {
  const { me, other, state, endedAt, sideOverrides, pair, card } = row;
  return {
    me: personOf(me, sideOverrides),
    other: other && personOf(other, sideOverrides),
    evening: { state, endedAt },
    pair,
    card: card && cardOf(card, sideOverrides),
  };
}
