import { Inject, Injectable } from '@nestjs/common';
import { SEATING_AIMS, SEATING_CROWDS } from '@hillo/domain/matchmaking';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const RUN_STATES = ['planning', 'planned', 'cancelled', 'refused'] as const;

const factsRow = z.object({
  aim: z.enum(SEATING_AIMS),
  withoutAccessibleSeat: z.number(),
  quality: z.object({
    repeats: z.number(),
    repeatsBound: z.number(),
    sameSector: z.number(),
    sameSectorBound: z.number(),
    wishesMet: z.number(),
    wishesTotal: z.number(),
    proved: z.boolean(),
  }),
});

const seatingRow = z.object({
  eveningId: z.uuid(),
  blockId: z.uuid().nullable(),
  rounds: z.number(),
  aim: z.enum(SEATING_AIMS),
  crowd: z.enum(SEATING_CROWDS),
  countsEncounters: z.boolean(),
  held: z.number(),
  version: z.number(),
  runId: z.uuid().nullable(),
  runState: z.enum(RUN_STATES).nullable(),
  runProgress: z.number(),
  runRefusal: z.string().nullable(),
  planId: z.uuid().nullable(),
  planVersion: z.number().nullable(),
  planFacts: factsRow.nullable(),
  plannedAt: z.date().nullable(),
  publishedId: z.uuid().nullable(),
  publishedAt: z.date().nullable(),
});
export type Seating = z.output<typeof seatingRow>;

const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const COLUMNS = Object.keys(seatingRow.shape)
  .map((name) => `${column(name)} AS "${name}"`)
  .join(', ');

/** The seating of an evening: one row. */
@Injectable()
export class SeatingRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  ofEvening(eveningId: string, db: Db = this.database): Promise<Seating | undefined> {
    return db.first(seatingRow, `SELECT ${COLUMNS} FROM seatings WHERE evening_id = $1`, [eveningId]);
  }

  /** Makes the row if it is not there. */
  async begin(
    db: Transaction,
    row: Pick<Seating, 'eveningId' | 'rounds' | 'aim' | 'crowd' | 'countsEncounters'>,
  ): Promise<void> {
    await db.execute(
      `INSERT INTO seatings (evening_id, rounds, aim, crowd, counts_encounters) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (evening_id) DO NOTHING`,
      [row.eveningId, row.rounds, row.aim, row.crowd, row.countsEncounters],
    );
  }

  lock(db: Transaction, eveningId: string): Promise<Seating | undefined> {
    return db.first(seatingRow, `SELECT ${COLUMNS} FROM seatings WHERE evening_id = $1 FOR UPDATE`, [
      eveningId,
    ]);
  }

  /** Lock the row first. A block of another evening is none. */
  async update(
    db: Transaction,
    eveningId: string,
    changes: Partial<Omit<Seating, 'eveningId'>>,
  ): Promise<void> {
    const names = Object.keys(changes);
    const set = names.map((name, index) =>
      name === 'blockId'
        ? `block_id = (SELECT id FROM programme_blocks WHERE id = $${index + 2} AND evening_id = $1)`
        : `${column(name)} = $${index + 2}`,
    );
    const values = Object.entries(changes).map(([name, value]) =>
      name === 'planFacts' ? JSON.stringify(value) : value,
    );
    await db.execute(`UPDATE seatings SET ${set.join(', ')} WHERE evening_id = $1`, [eveningId, ...values]);
  }

  /** False when the run is not the evening's any more, or was stopped. */
  async progress(db: Transaction, eveningId: string, runId: string, percent: number): Promise<boolean> {
    const touched = await db.execute(
      `UPDATE seatings SET run_progress = $3 WHERE evening_id = $1 AND run_id = $2 AND run_state = 'planning'`,
      [eveningId, runId, percent],
    );
    return touched === 1;
  }

  /** Of evenings that ended before. */
  async deleteEndedBefore(db: Transaction, instant: Date): Promise<void> {
    await db.execute(`DELETE FROM seatings s USING evenings e WHERE e.id = s.evening_id AND e.ends_at < $1`, [
      instant,
    ]);
  }
}
