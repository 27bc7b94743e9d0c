import { Inject, Injectable } from '@nestjs/common';
import {
  affiliationKey,
  affiliationWords,
  alphabetKey,
  LISTED_SECTORS,
  type ListedAffiliation,
} from '@hillo/domain/affiliations';
import { z } from 'zod';
import { newId } from '../../../platform/clock/index.js';
import { Database, type Db } from '../../../platform/database/index.js';

const listedRow = z.object({
  id: z.uuid(),
  name: z.string(),
  sector: z.enum(LISTED_SECTORS),
  municipality: z.string(),
  isRetired: z.boolean(),
});
export type Listed = z.infer<typeof listedRow>;
const idRow = z.object({ id: z.uuid() });
const countRow = z.object({ listed: z.coerce.number(), retired: z.coerce.number() });

const COLUMNS = 'a.id, a.name, a.sector, a.municipality, a.retired_at IS NOT NULL AS "isRetired"';
/** Every word that was typed begins a word of `a`; each is one range of the index. */
const HAS_WORDS = `NOT EXISTS (SELECT FROM unnest($2::text[]) AS beginning WHERE NOT EXISTS (
    SELECT FROM affiliation_words w WHERE w.affiliation_id = a.id AND w.word LIKE beginning))`;

/** What LIKE takes for "begins so". Folded words have no % and no _, which are punctuation. */
function beginnings(words: readonly string[]): string[] {
  return words.map((word) => `${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** An organisation's list. */
@Injectable()
export class AffiliationRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(
    organisationId: string,
    asked: { words: readonly string[]; isRetired: boolean; after: string | undefined },
    limit: number,
  ): Promise<Listed[]> {
    return this.database.rows(
      listedRow,
      `SELECT ${COLUMNS} FROM listed_affiliations a
       WHERE a.organisation_id = $1 AND ${HAS_WORDS} AND (a.retired_at IS NOT NULL) = $3
         AND ($4::uuid IS NULL OR (a.alphabet_key COLLATE "C", a.id) >
           (SELECT l.alphabet_key COLLATE "C", l.id FROM listed_affiliations l WHERE l.organisation_id = $1 AND l.id = $4))
       ORDER BY a.alphabet_key COLLATE "C", a.id LIMIT $5`,
      [organisationId, beginnings(asked.words), asked.isRetired, asked.after ?? null, limit],
    );
  }

  async counts(organisationId: string) {
    const row = await this.database.first(
      countRow,
      `SELECT count(*) FILTER (WHERE retired_at IS NULL) AS listed, count(retired_at) AS retired
       FROM listed_affiliations WHERE organisation_id = $1`,
      [organisationId],
    );
    return row ?? { listed: 0, retired: 0 };
  }

  /**
   * Those on the list of the evening's organisation in which every word begins some word; names that begin so first.
   * One query, by the words' index.
   */
  suggest(eveningId: string, words: readonly string[], limit: number): Promise<Listed[]> {
    const [first = ''] = beginnings(words.toSorted((one, other) => other.length - one.length));
    return this.database.rows(
      listedRow,
      `SELECT ${COLUMNS} FROM evenings e
       JOIN affiliation_words f ON f.organisation_id = e.organisation_id AND f.word LIKE $1
       JOIN listed_affiliations a ON a.id = f.affiliation_id
       WHERE e.id = $5 AND a.retired_at IS NULL AND ${HAS_WORDS}
       GROUP BY a.id
       ORDER BY a.match_key LIKE $3 DESC, a.alphabet_key COLLATE "C", a.id LIMIT $4`,
      [first, beginnings(words), beginnings([words.join(' ')])[0], limit, eveningId],
    );
  }

  async lock(db: Db, organisationId: string, id: string): Promise<Listed | undefined> {
    return db.first(
      listedRow,
      `SELECT ${COLUMNS} FROM listed_affiliations a WHERE a.organisation_id = $1 AND a.id = $2 FOR UPDATE`,
      [organisationId, id],
    );
  }

  byId(organisationId: string, id: string): Promise<Listed | undefined> {
    return this.database.first(
      listedRow,
      `SELECT ${COLUMNS} FROM listed_affiliations a WHERE a.organisation_id = $1 AND a.id = $2`,
      [organisationId, id],
    );
  }

  /** Whether another one has this name in this municipality. */
  async isTaken(db: Db, organisationId: string, listed: ListedAffiliation, but: string): Promise<boolean> {
    const found = await db.first(
      idRow,
      'SELECT id FROM listed_affiliations WHERE organisation_id = $1 AND match_key = $2 AND id <> $3',
      [organisationId, affiliationKey(listed), but],
    );
    return found !== undefined;
  }

  /** The id of the new one; undefined when the list has it already. One winner under race. */
  async add(
    db: Db,
    organisationId: string,
    listed: ListedAffiliation,
    now: Date,
  ): Promise<string | undefined> {
    const [added] = await this.insert(db, organisationId, [listed], now, 'NOTHING');
    return added;
  }

  /** Lists them all; one already there gets what is written now, and comes back if it was retired. */
  async put(db: Db, organisationId: string, all: readonly ListedAffiliation[], now: Date): Promise<void> {
    await this.insert(
      db,
      organisationId,
      all,
      now,
      `UPDATE SET name = excluded.name, sector = excluded.sector, municipality = excluded.municipality,
         alphabet_key = excluded.alphabet_key, retired_at = NULL`,
    );
  }

  async save(db: Db, organisationId: string, listed: Listed, now: Date): Promise<void> {
    await db.execute(
      `UPDATE listed_affiliations SET name = $3, sector = $4, municipality = $5, match_key = $6, alphabet_key = $7,
         retired_at = CASE WHEN $8 THEN coalesce(retired_at, $9) END
       WHERE organisation_id = $1 AND id = $2`,
      [
        organisationId,
        listed.id,
        listed.name,
        listed.sector,
        listed.municipality,
        affiliationKey(listed),
        alphabetKey(listed.name),
        listed.isRetired,
        now,
      ],
    );
    await db.execute('DELETE FROM affiliation_words WHERE affiliation_id = $1', [listed.id]);
    await this.putWords(db, organisationId, [listed.id], [listed]);
  }

  private async insert(
    db: Db,
    organisationId: string,
    all: readonly ListedAffiliation[],
    now: Date,
    onConflict: string,
  ): Promise<readonly string[]> {
    // The same in one order for everybody, so that two imports never wait for each other in a ring.
    const byKey = new Map(all.map((listed) => [affiliationKey(listed), listed]));
    const keys = [...byKey.keys()].toSorted();
    const rows = keys.flatMap((key) => byKey.get(key) ?? []);
    const written = await db.rows(
      z.object({ id: z.uuid(), matchKey: z.string() }),
      `INSERT INTO listed_affiliations
         (id, organisation_id, name, sector, municipality, match_key, alphabet_key, created_at)
       SELECT l.id, $1, l.name, l.sector, l.municipality, l.match_key, l.alphabet_key, $2
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
         AS l(id, name, sector, municipality, match_key, alphabet_key)
       ON CONFLICT (organisation_id, match_key) DO ${onConflict}
       RETURNING id, match_key AS "matchKey"`,
      [
        organisationId,
        now,
        rows.map(() => newId()),
        rows.map(({ name }) => name),
        rows.map(({ sector }) => sector),
        rows.map(({ municipality }) => municipality),
        keys,
        rows.map(({ name }) => alphabetKey(name)),
      ],
    );
    const ids = written.map(({ id }) => id);
    await this.putWords(
      db,
      organisationId,
      ids,
      written.flatMap(({ matchKey }) => byKey.get(matchKey) ?? []),
    );
    return ids;
  }

  private async putWords(
    db: Db,
    organisationId: string,
    ids: readonly string[],
    all: readonly ListedAffiliation[],
  ): Promise<void> {
    const words = all.flatMap((listed, index) =>
      affiliationWords(listed).map((word) => ({ id: ids[index] ?? '', word })),
    );
    await db.execute(
      `INSERT INTO affiliation_words (affiliation_id, word, organisation_id)
       SELECT w.id, w.word, $1 FROM unnest($2::uuid[], $3::text[]) AS w(id, word) ON CONFLICT DO NOTHING`,
      [organisationId, words.map(({ id }) => id), words.map(({ word }) => word)],
    );
  }
}
