import { Inject, Injectable } from '@nestjs/common';
import type { PanelPhase } from '@hillo/domain/panel';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';
import { PANEL_COLUMNS, panelRow, type PanelSettings } from './question-rows.js';

const DEFAULTS: PanelSettings = { phase: 'collecting', isModerated: true, orderVersion: 0, note: '' };

const askingRow = z.object({
  isRunning: z.boolean(),
  isCheckedIn: z.boolean(),
  isMuted: z.boolean(),
  total: z.coerce.number(),
  own: z.coerce.number(),
  lastAskedAt: z.date().nullable(),
});
export type AskingState = z.infer<typeof askingRow>;

/** What holds for all questions of an evening. */
@Injectable()
export class PanelRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async ofEvening(eveningId: string, db: Db = this.database): Promise<PanelSettings> {
    const row = await db.first(panelRow, `SELECT ${PANEL_COLUMNS} FROM panels WHERE evening_id = $1`, [
      eveningId,
    ]);
    return row ?? DEFAULTS;
  }

  /** Holds the panel until the transaction ends: asking and moderating wait for each other here, votes do not. */
  async lock(db: Transaction, eveningId: string): Promise<PanelSettings> {
    const row = await db.first(
      panelRow,
      `INSERT INTO panels (evening_id) VALUES ($1)
       ON CONFLICT (evening_id) DO UPDATE SET evening_id = excluded.evening_id RETURNING ${PANEL_COLUMNS}`,
      [eveningId],
    );
    return row ?? DEFAULTS;
  }

  async save(
    db: Transaction,
    eveningId: string,
    settings: { phase: PanelPhase; isModerated: boolean; note: string },
  ): Promise<void> {
    await db.execute('UPDATE panels SET phase = $2, is_moderated = $3, note = $4 WHERE evening_id = $1', [
      eveningId,
      settings.phase,
      settings.isModerated,
      settings.note,
    ]);
  }

  /** Places by hand, in this order; whatever is not named follows its votes again. */
  async place(db: Transaction, eveningId: string, ids: readonly string[]): Promise<void> {
    await db.execute('UPDATE panels SET order_version = order_version + 1 WHERE evening_id = $1', [
      eveningId,
    ]);
    await db.execute(
      `UPDATE questions q SET place = (array_position($2::uuid[], q.id) - 1)
       WHERE q.evening_id = $1 AND q.place IS DISTINCT FROM (array_position($2::uuid[], q.id) - 1)`,
      [eveningId, ids],
    );
  }

  /** What decides whether this person may ask; undefined for a registration of another evening. */
  asking(db: Db, eveningId: string, registrationId: string): Promise<AskingState | undefined> {
    return db.first(
      askingRow,
      `SELECT e.state = 'running' AS "isRunning", r.checked_in_at IS NOT NULL AS "isCheckedIn",
              EXISTS (SELECT 1 FROM question_mutes m WHERE m.registration_id = r.id) AS "isMuted",
              (SELECT count(*) FROM questions q WHERE q.evening_id = e.id AND q.state <> 'withdrawn') AS total,
              (SELECT count(*) FROM questions q WHERE q.asker_id = r.id AND q.state <> 'withdrawn') AS own,
              (SELECT max(q.asked_at) FROM questions q WHERE q.asker_id = r.id) AS "lastAskedAt"
       FROM registrations r JOIN evenings e ON e.id = r.evening_id WHERE r.id = $2 AND e.id = $1`,
      [eveningId, registrationId],
    );
  }

  async total(db: Db, eveningId: string): Promise<number> {
    const row = await db.first(
      z.object({ total: z.coerce.number() }),
      `SELECT count(*) AS total FROM questions WHERE evening_id = $1 AND state <> 'withdrawn'`,
      [eveningId],
    );
    return row?.total ?? 0;
  }
}
