import { Inject, Injectable } from '@nestjs/common';
import type { SeatingRound } from '@hillo/domain/matchmaking';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const placeRow = z.object({ round: z.number(), person: z.uuid(), table: z.uuid() });

/** Who sits where in the rounds of a plan. */
@Injectable()
export class SeatingPlaceRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** One entry a round; none for no plan. */
  async ofPlan(planId: string | null, db: Db = this.database): Promise<SeatingRound[]> {
    if (planId === null) return [];
    const places = await db.rows(
      placeRow,
      `SELECT p.round, p.registration_id AS person, p.table_id AS "table" FROM seating_places p
       JOIN seating_tables t ON t.id = p.table_id
       WHERE p.plan_id = $1 ORDER BY p.round, t.position, p.registration_id`,
      [planId],
    );
    const rounds: Record<string, string[]>[] = [];
    for (const { round, person, table } of places) {
      while (rounds.length < round) rounds.push({});
      const seated = rounds[round - 1];
      if (seated) (seated[table] ??= []).push(person);
    }
    return rounds;
  }

  async insert(
    db: Transaction,
    eveningId: string,
    planId: string,
    rounds: readonly SeatingRound[],
  ): Promise<void> {
    const places = rounds.flatMap((seated, at) =>
      Object.entries(seated).flatMap(([table, ids]) =>
        ids.map((person) => ({ round: at + 1, person, table })),
      ),
    );
    await db.execute(
      `INSERT INTO seating_places (plan_id, evening_id, round, registration_id, table_id)
       SELECT $1, $2, p.round, p.person, p.place FROM unnest($3::integer[], $4::uuid[], $5::uuid[]) AS p (round, person, place)`,
      [
        planId,
        eveningId,
        places.map(({ round }) => round),
        places.map(({ person }) => person),
        places.map(({ table }) => table),
      ],
    );
  }

  /** Everything of the evening but these plans. */
  async deleteExcept(db: Transaction, eveningId: string, plans: readonly string[]): Promise<void> {
    await db.execute('DELETE FROM seating_places WHERE evening_id = $1 AND plan_id <> ALL($2)', [
      eveningId,
      plans,
    ]);
  }

  /** Where one person sat and is to sit, whom they were kept with or from. */
  async forget(db: Transaction, registrationId: string): Promise<void> {
    await db.execute('DELETE FROM seating_places WHERE registration_id = $1', [registrationId]);
    await db.execute('DELETE FROM seating_choices WHERE registration_id = $1', [registrationId]);
    await db.execute('DELETE FROM seating_pairs WHERE one_id = $1 OR other_id = $1', [registrationId]);
  }
}
