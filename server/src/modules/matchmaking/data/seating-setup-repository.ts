import { Inject, Injectable } from '@nestjs/common';
import type { PersonPair, SeatingSetup, SeatingTable } from '@hillo/domain/matchmaking';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const tableRow = z.object({
  id: z.uuid(),
  name: z.string(),
  seats: z.number(),
  accessible: z.boolean(),
  x: z.number(),
  y: z.number(),
});
const pairRow = z.object({ one: z.uuid(), other: z.uuid(), isTogether: z.boolean() });
const choiceRow = z.object({ person: z.uuid(), table: z.uuid().nullable(), isAside: z.boolean() });

export type SetupLists = Pick<SeatingSetup, 'tables' | 'together' | 'apart' | 'locks' | 'aside'>;

/** Tables, pairs, locked seats and who takes none. */
@Injectable()
export class SeatingSetupRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async ofEvening(eveningId: string, db: Db = this.database): Promise<SetupLists> {
    const tables = await this.tables(eveningId, db);
    const pairs = await db.rows(
      pairRow,
      `SELECT one_id AS one, other_id AS other, is_together AS "isTogether" FROM seating_pairs
       WHERE evening_id = $1 ORDER BY one_id, other_id`,
      [eveningId],
    );
    const choices = await db.rows(
      choiceRow,
      `SELECT registration_id AS person, table_id AS "table", is_aside AS "isAside" FROM seating_choices
       WHERE evening_id = $1 ORDER BY registration_id`,
      [eveningId],
    );
    const pairsThat = (together: boolean): PersonPair[] =>
      pairs.filter(({ isTogether }) => isTogether === together).map(({ one, other }) => [one, other]);
    return {
      tables,
      together: pairsThat(true),
      apart: pairsThat(false),
      locks: Object.fromEntries(choices.flatMap(({ person, table }) => (table ? [[person, table]] : []))),
      aside: choices.filter(({ isAside }) => isAside).map(({ person }) => person),
    };
  }

  tables(eveningId: string, db: Db = this.database): Promise<SeatingTable[]> {
    return db.rows(
      tableRow,
      'SELECT id, name, seats, accessible, x, y FROM seating_tables WHERE evening_id = $1 ORDER BY position, id',
      [eveningId],
    );
  }

  /** Replaces everything. Ids of other evenings are left out; a table at which somebody sits in a plan loses its seats only. */
  async replace(db: Transaction, eveningId: string, lists: SetupLists): Promise<void> {
    await this.replaceTables(db, eveningId, lists.tables);
    await db.execute('DELETE FROM seating_pairs WHERE evening_id = $1', [eveningId]);
    const pairs = [
      ...lists.together.map((pair) => ({ pair, isTogether: true })),
      ...lists.apart.map((pair) => ({ pair, isTogether: false })),
    ];
    await db.execute(
      `INSERT INTO seating_pairs (evening_id, one_id, other_id, is_together)
       SELECT DISTINCT $1::uuid, least(p.one, p.other), greatest(p.one, p.other), p.is_together
       FROM unnest($2::uuid[], $3::uuid[], $4::boolean[]) AS p (one, other, is_together)
       JOIN registrations a ON a.id = p.one AND a.evening_id = $1
       JOIN registrations b ON b.id = p.other AND b.evening_id = $1
       WHERE p.one <> p.other`,
      [
        eveningId,
        pairs.map(({ pair }) => pair[0]),
        pairs.map(({ pair }) => pair[1]),
        pairs.map(({ isTogether }) => isTogether),
      ],
    );
    await this.replaceChoices(db, eveningId, lists);
  }

  private async replaceTables(
    db: Transaction,
    eveningId: string,
    tables: readonly SeatingTable[],
  ): Promise<void> {
    const ids = tables.map(({ id }) => id);
    await db.execute(
      `DELETE FROM seating_tables t WHERE t.evening_id = $1 AND t.id <> ALL($2)
       AND NOT EXISTS (SELECT FROM seating_places p WHERE p.table_id = t.id)`,
      [eveningId, ids],
    );
    await db.execute('UPDATE seating_tables SET seats = 0 WHERE evening_id = $1 AND id <> ALL($2)', [
      eveningId,
      ids,
    ]);
    await db.execute(
      `INSERT INTO seating_tables (id, evening_id, position, name, seats, accessible, x, y)
       SELECT id, $1, ordinality, name, seats, accessible, x, y
       FROM unnest($2::uuid[], $3::text[], $4::integer[], $5::boolean[], $6::integer[], $7::integer[])
         WITH ORDINALITY AS t (id, name, seats, accessible, x, y, ordinality)
       ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, seats = excluded.seats,
         accessible = excluded.accessible, x = excluded.x, y = excluded.y
       WHERE seating_tables.evening_id = excluded.evening_id`,
      [
        eveningId,
        ids,
        tables.map(({ name }) => name),
        tables.map(({ seats }) => seats),
        tables.map(({ accessible }) => accessible),
        tables.map(({ x }) => x),
        tables.map(({ y }) => y),
      ],
    );
  }

  private async replaceChoices(
    db: Transaction,
    eveningId: string,
    { locks, aside }: SetupLists,
  ): Promise<void> {
    await db.execute('DELETE FROM seating_choices WHERE evening_id = $1', [eveningId]);
    const people = [...new Set([...Object.keys(locks), ...aside])];
    await db.execute(
      `INSERT INTO seating_choices (registration_id, evening_id, table_id, is_aside)
       SELECT r.id, $1, t.id, c.is_aside
       FROM unnest($2::uuid[], $3::uuid[], $4::boolean[]) AS c (person, place, is_aside)
       JOIN registrations r ON r.id = c.person AND r.evening_id = $1
       LEFT JOIN seating_tables t ON t.id = c.place AND t.evening_id = $1
       WHERE t.id IS NOT NULL OR c.is_aside`,
      [
        eveningId,
        people,
        people.map((person) => locks[person] ?? null),
        people.map((person) => aside.includes(person)),
      ],
    );
  }
}
