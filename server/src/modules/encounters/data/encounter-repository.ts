import { Inject, Injectable } from '@nestjs/common';
import type { Encounter, Note, Party } from '@hillo/domain/encounters';
import { Database, type Db, prepared, type Transaction } from '../../../platform/database/index.js';
import { type MetIds, metIds, type MetPair, PAIR, pairRow } from './encounter-rows.js';

/** Version of the texts under which contact fields are shared (S60, GDPR article 7(1)). */
export const SHARING_TEXT_VERSION = '2026-11-22';

const NOTE_OF_NEW = prepared(
  'encounter-note-of-new',
  `UPDATE encounter_parties SET agreed = $3, next_step = $4, note_updated_at = $5, entered_by = $6
   WHERE encounter_id = $1 AND registration_id = $2`,
);

/** Who scanned, when that changed, and who typed the changed notes in from paper. */
export interface SavedBy {
  readonly scannedById?: string;
  readonly enteredBy?: string;
}

/** Encounters with both parties' notes and answers on sharing. */
@Injectable()
export class EncounterRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  byId(id: string, db: Db = this.database): Promise<MetPair | undefined> {
    return db.first(pairRow, `SELECT ${PAIR} FROM encounters x WHERE x.id = $1`, [id]);
  }

  /** Who has met whom at an evening, or whom this one has; `stands` is false for a meeting that one of them removed. */
  pairsOf(eveningId: string, registrationId: string | null, db: Db = this.database): Promise<MetIds[]> {
    return db.rows(
      metIds,
      `SELECT first_id AS "firstId", second_id AS "secondId", removed_at IS NULL AS stands
       FROM encounters WHERE evening_id = $1 AND ($2::uuid IS NULL OR first_id = $2 OR second_id = $2)`,
      [eveningId, registrationId],
    );
  }

  /** Locked and read in two statements: what is read is what stood when the lock was won. */
  async lockById(db: Transaction, id: string): Promise<MetPair | undefined> {
    await db.execute('SELECT 1 FROM encounters WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return this.byId(id, db);
  }

  /** All of one person's, in the order of their ids. */
  async lockAllOf(db: Transaction, registrationId: string): Promise<void> {
    await db.execute(
      'SELECT 1 FROM encounters WHERE first_id = $1 OR second_id = $1 ORDER BY id FOR NO KEY UPDATE',
      [registrationId],
    );
  }

  /** A person's own notes and choices, of every encounter. */
  async forgetParty(db: Transaction, registrationId: string, now: Date): Promise<void> {
    await db.execute(
      `UPDATE encounter_parties SET agreed = '', next_step = '', next_date = NULL, owner = '', note_updated_at = NULL, entered_by = NULL,
              shared_fields = NULL, sharing_audience = NULL, sharing_text_version = NULL, withdrawn_at = $2
       WHERE registration_id = $1`,
      [registrationId, now],
    );
  }

  /** Of any of these people, removed ones too; the latest first. */
  ofRegistrations(ids: readonly string[], db: Db = this.database): Promise<MetPair[]> {
    return db.rows(
      pairRow,
      `SELECT ${PAIR} FROM encounters x WHERE x.first_id = ANY($1) OR x.second_id = ANY($1)
       ORDER BY x.met_at DESC, x.id`,
      [ids],
    );
  }

  /** Stores what a rule changed: the encounter's own row, and the parties that are not the same as before. */
  async save(
    db: Transaction,
    before: MetPair,
    after: Encounter,
    now: Date,
    { scannedById = before.scannedById, enteredBy }: SavedBy = {},
  ) {
    if (after.removedBy !== before.encounter.removedBy)
      await db.execute(
        `UPDATE encounters SET removed_by_id = $2, removed_at = CASE WHEN $2::uuid IS NULL THEN NULL ELSE $3::timestamptz END,
                met_at = $4, scanned_by_id = $5 WHERE id = $1`,
        [after.id, after.removedBy, now, after.metAt, scannedById],
      );
    for (const [index, party] of after.parties.entries()) {
      const old = before.encounter.parties[index];
      if (old !== undefined && old !== party) await this.saveParty(db, after.id, old, party, now, enteredBy);
    }
  }

  /** For an encounter that is made with this commit: its row is not there yet, so the note leaves right behind it. */
  noteOfNew(db: Transaction, id: string, me: string, note: Note, now: Date, enteredBy: string): void {
    db.withCommit(NOTE_OF_NEW, [id, me, note.agreed, note.nextStep, now, enteredBy]);
  }

  private async saveParty(
    db: Transaction,
    id: string,
    old: Party,
    party: Party,
    now: Date,
    enteredBy: string | undefined,
  ): Promise<void> {
    const { note, choice } = party;
    await db.execute(
      `UPDATE encounter_parties SET agreed = $3, next_step = $4, next_date = $5, owner = $6,
              note_updated_at = CASE WHEN $7 THEN $8::timestamptz ELSE note_updated_at END,
              entered_by = CASE WHEN $7 THEN $9 ELSE entered_by END
       WHERE encounter_id = $1 AND registration_id = $2`,
      [
        id,
        party.attendeeId,
        note.agreed,
        note.nextStep,
        note.date,
        note.owner ?? '',
        note !== old.note,
        now,
        enteredBy ?? null,
      ],
    );
    if (choice === old.choice) return;
    const saysYes = choice !== null && choice.fields.length > 0;
    await db.execute(
      `UPDATE encounter_parties SET shared_fields = $3, sharing_audience = $4, sharing_text_version = $5,
              shared_at = CASE WHEN $6 THEN $7::timestamptz ELSE shared_at END,
              withdrawn_at = CASE WHEN $6 THEN NULL ELSE $7::timestamptz END
       WHERE encounter_id = $1 AND registration_id = $2`,
      [
        id,
        party.attendeeId,
        choice?.fields ?? null,
        choice?.audience ?? null,
        choice === null ? null : SHARING_TEXT_VERSION,
        saysYes,
        now,
      ],
    );
  }
}
