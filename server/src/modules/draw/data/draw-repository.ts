import { Inject, Injectable } from '@nestjs/common';
import {
  DRAW_STATES,
  type DrawState,
  PASS_REASONS,
  type PassedTicket,
  type Prize,
  PRIZE_KINDS,
  VOID_REASONS,
  type VoidCause,
} from '@hillo/domain/draw';
import { z } from 'zod';
import { Database, type Db } from '../../../platform/database/index.js';

const hex = z.instanceof(Buffer).transform((bytes) => bytes.toString('hex'));

const drawRow = z.object({
  id: z.uuid(),
  eveningId: z.uuid(),
  number: z.number(),
  state: z.enum(DRAW_STATES),
  secret: hex,
  ticketKey: hex,
  commitment: z.string(),
  chainHash: z.string(),
  prizes: z.array(z.object({ kind: z.enum(PRIZE_KINDS), words: z.string() })).nullable(),
  tickets: z.array(z.string()).nullable(),
  list: z.string().nullable(),
  publicNumber: z.string().nullable(),
  seed: z.string().nullable(),
  ticketOrder: z.array(z.string()).nullable(),
  voidReason: z.enum(VOID_REASONS).nullable(),
  voidWords: z.string(),
  committedAt: z.date(),
  frozenAt: z.date().nullable(),
  endedAt: z.date().nullable(),
});
/** A draw as it is stored, secret included: never serialised, see `draw-view.ts`. */
export type Draw = z.infer<typeof drawRow>;

const COLUMNS = Object.keys(drawRow.shape)
  .map((name) => `${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} AS "${name}"`)
  .join(', ');

const passRow = z.object({ drawId: z.uuid(), ticket: z.string(), reason: z.enum(PASS_REASONS) });

export interface NewDraw {
  readonly id: string;
  readonly eveningId: string;
  readonly number: number;
  readonly secret: Uint8Array;
  readonly ticketKey: Uint8Array;
  readonly commitment: string;
  readonly previousHash: string;
  readonly chainHash: string;
  readonly startedBy: string;
  readonly committedAt: Date;
}

/** Draws and the winners passed over in them. */
@Injectable()
export class DrawRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  byId(id: string): Promise<Draw | undefined> {
    return this.database.first(drawRow, `SELECT ${COLUMNS} FROM draws WHERE id = $1`, [id]);
  }

  /** In their order, the first one first. */
  ofEvening(eveningId: string, db: Db = this.database): Promise<Draw[]> {
    return db.rows(drawRow, `SELECT ${COLUMNS} FROM draws WHERE evening_id = $1 ORDER BY number`, [
      eveningId,
    ]);
  }

  /** Holds the draw until the transaction ends; undefined for one of another evening. */
  lock(db: Db, eveningId: string, id: string): Promise<Draw | undefined> {
    return db.first(drawRow, `SELECT ${COLUMNS} FROM draws WHERE id = $1 AND evening_id = $2 FOR UPDATE`, [
      id,
      eveningId,
    ]);
  }

  /** False when another draw of the evening is open or took the number: the unique indexes decide (T31). */
  async insert(db: Db, draw: NewDraw): Promise<boolean> {
    const inserted = await db.execute(
      `INSERT INTO draws (id, evening_id, number, state, secret, ticket_key, commitment, previous_hash, chain_hash, started_by, committed_at)
       VALUES ($1, $2, $3, 'committed', $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
      [
        draw.id,
        draw.eveningId,
        draw.number,
        Buffer.from(draw.secret),
        Buffer.from(draw.ticketKey),
        draw.commitment,
        draw.previousHash,
        draw.chainHash,
        draw.startedBy,
        draw.committedAt,
      ],
    );
    return inserted === 1;
  }

  async freeze(
    db: Db,
    id: string,
    frozen: {
      state: DrawState;
      ticketKey: Uint8Array;
      prizes: readonly Prize[];
      tickets: readonly string[];
      list: string;
      at: Date;
    },
  ): Promise<void> {
    await db.execute(
      'UPDATE draws SET state = $2, ticket_key = $3, prizes = $4, tickets = $5, list = $6, frozen_at = $7 WHERE id = $1',
      [
        id,
        frozen.state,
        Buffer.from(frozen.ticketKey),
        JSON.stringify(frozen.prizes),
        frozen.tickets,
        frozen.list,
        frozen.at,
      ],
    );
  }

  async seed(
    db: Db,
    id: string,
    seeded: { state: DrawState; publicNumber: string; seed: string; order: readonly string[]; at: Date },
  ): Promise<void> {
    await db.execute(
      'UPDATE draws SET state = $2, public_number = $3, seed = $4, ticket_order = $5, seeded_at = $6 WHERE id = $1',
      [id, seeded.state, seeded.publicNumber, seeded.seed, seeded.order, seeded.at],
    );
  }

  async end(db: Db, id: string, state: DrawState, at: Date, cause?: VoidCause): Promise<void> {
    await db.execute(
      'UPDATE draws SET state = $2, ended_at = $3, void_reason = $4, void_words = $5 WHERE id = $1',
      [id, state, at, cause?.reason ?? null, cause?.words ?? ''],
    );
  }

  /** In the order in which they were entered, by draw. */
  async passes(drawIds: readonly string[], db: Db = this.database): Promise<Map<string, PassedTicket[]>> {
    const rows = await db.rows(
      passRow,
      'SELECT draw_id AS "drawId", ticket, reason FROM draw_passes WHERE draw_id = ANY($1) ORDER BY draw_id, turn',
      [drawIds],
    );
    const byDraw = new Map<string, PassedTicket[]>();
    for (const { drawId, ...pass } of rows) byDraw.set(drawId, [...(byDraw.get(drawId) ?? []), pass]);
    return byDraw;
  }

  async addPass(
    db: Db,
    drawId: string,
    pass: PassedTicket & { turn: number; by: string; at: Date },
  ): Promise<void> {
    await db.execute(
      'INSERT INTO draw_passes (draw_id, turn, ticket, reason, passed_by, passed_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [drawId, pass.turn, pass.ticket, pass.reason, pass.by, pass.at],
    );
  }
}
