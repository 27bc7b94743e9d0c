import { Inject, Injectable } from '@nestjs/common';
import { type Side, SECTORS, sideOf, SIDES } from '@hillo/domain/registration';
import type { Wishes } from '@hillo/domain/matchmaking';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

/** Somebody with a seat who is no child: what a suggestion is made of, and nothing beyond. */
export interface EveningPerson {
  readonly id: string;
  /** Whoever comes together: the id of the one who registered. */
  readonly partyId: string;
  readonly firstName: string;
  readonly affiliation: string;
  readonly side: Side;
  readonly wishes: Wishes;
  readonly offersMayBeTold: boolean;
  readonly isIn: boolean;
  readonly wantsSuggestions: boolean;
}

const personRow = z
  .object({
    id: z.string(),
    partyId: z.string(),
    firstName: z.string(),
    affiliation: z.string(),
    sector: z.enum(SECTORS),
    sideOverrides: z.partialRecord(z.enum(SECTORS), z.enum(SIDES)),
    offers: z.string(),
    needs: z.string(),
    offerTags: z.array(z.string()),
    needTags: z.array(z.string()),
    offersMayBeTold: z.boolean(),
    isIn: z.boolean(),
    wantsSuggestions: z.boolean(),
  })
  .transform(({ sector, sideOverrides, offers, needs, offerTags, needTags, ...person }): EveningPerson => ({
    ...person,
    side: sideOf(sector, sideOverrides),
    wishes: { offers: { text: offers, tags: offerTags }, needs: { text: needs, tags: needTags } },
  }));

const stems = z.array(z.string()).nullable();
const stemRow = z.object({ word: z.string(), fi: stems, sv: stems, en: stems });

/** Reads of who may be brought together, and of what their words mean. */
@Injectable()
export class SeekerRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Everybody with a seat, or those of them with these ids. */
  of(eveningId: string, ids: readonly string[] | null, db: Db = this.database): Promise<EveningPerson[]> {
    return db.rows(
      personRow,
      `SELECT r.id, coalesce(r.accompanies_id, r.id) AS "partyId", r.first_name AS "firstName", r.affiliation, r.sector,
              e.side_overrides AS "sideOverrides", r.offers, r.needs, r.offer_tags AS "offerTags", r.need_tags AS "needTags",
              r.offers_may_be_told AS "offersMayBeTold", r.checked_in_at IS NOT NULL AS "isIn",
              s.registration_id IS NULL AS "wantsSuggestions"
       FROM registrations r JOIN evenings e ON e.id = r.evening_id
       LEFT JOIN suggestion_stops s ON s.registration_id = r.id
       WHERE r.evening_id = $1 AND ($2::uuid[] IS NULL OR r.id = ANY($2))
         AND r.state = 'confirmed' AND r.kind <> 'child' AND r.first_name <> ''`,
      [eveningId, ids],
    );
  }

  /** Stems by PostgreSQL's dictionaries; an empty list is a stop word of that language. */
  stems(words: readonly string[]) {
    return this.database.rows(
      stemRow,
      `SELECT word, ts_lexize('pg_catalog.finnish_stem', word) AS fi, ts_lexize('pg_catalog.swedish_stem', word) AS sv,
              ts_lexize('pg_catalog.english_stem', word) AS en FROM unnest($1::text[]) AS word`,
      [words],
    );
  }
}
