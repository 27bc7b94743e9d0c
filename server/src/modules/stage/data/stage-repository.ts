import { Inject, Injectable } from '@nestjs/common';
import { FIRST_SCENE, type Scene, SCENES } from '@hillo/domain/stage';
import { z } from 'zod';
import { Database, type Db, type Transaction } from '../../../platform/database/index.js';

const kind = z.enum(SCENES);
const stageRow = z.object({
  version: z.number(),
  scene: kind,
  blockId: z.uuid().nullable(),
  round: z.number().nullable(),
  previousScene: kind.nullable(),
  previousBlockId: z.uuid().nullable(),
  previousRound: z.number().nullable(),
  shownAt: z.date().nullable(),
});

/** What the stage of an evening shows. */
export interface StageState {
  readonly version: number;
  readonly scene: Scene;
  readonly previous: Scene | null;
  readonly shownAt: Date | null;
}

const COLUMNS = `version, scene, block_id AS "blockId", round, previous_scene AS "previousScene",
  previous_block_id AS "previousBlockId", previous_round AS "previousRound", shown_at AS "shownAt"`;
const UNTOUCHED: StageState = { version: 0, scene: FIRST_SCENE, previous: null, shownAt: null };

@Injectable()
export class StageRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async ofEvening(eveningId: string, db: Db = this.database): Promise<StageState> {
    const row = await db.first(stageRow, `SELECT ${COLUMNS} FROM stages WHERE evening_id = $1`, [eveningId]);
    return row ? stateOf(row) : UNTOUCHED;
  }

  /** Holds the stage until the transaction ends. */
  async lock(db: Transaction, eveningId: string): Promise<StageState> {
    const row = await db.first(
      stageRow,
      `INSERT INTO stages (evening_id) VALUES ($1)
       ON CONFLICT (evening_id) DO UPDATE SET evening_id = excluded.evening_id RETURNING ${COLUMNS}`,
      [eveningId],
    );
    return row ? stateOf(row) : UNTOUCHED;
  }

  /** What was shown becomes what was shown before. */
  async show(db: Transaction, eveningId: string, scene: Scene, at: Date): Promise<void> {
    await db.execute(
      `UPDATE stages SET version = version + 1, previous_scene = scene, previous_block_id = block_id,
         previous_round = round, scene = $2, block_id = $3, round = $4, shown_at = $5 WHERE evening_id = $1`,
      [
        eveningId,
        scene.scene,
        'block' in scene ? scene.block : null,
        'round' in scene ? scene.round : null,
        at,
      ],
    );
  }
}

function stateOf(row: z.infer<typeof stageRow>): StageState {
  const { version, shownAt } = row;
  return {
    version,
    shownAt,
    scene: sceneOf(row.scene, row.blockId, row.round) ?? FIRST_SCENE,
    previous: sceneOf(row.previousScene, row.previousBlockId, row.previousRound),
  };
}

function sceneOf(scene: Scene['scene'] | null, block: string | null, round: number | null): Scene | null {
  if (scene === null) return null;
  if (scene === 'programme') return { scene, block };
  if (scene === 'talk') return block === null ? null : { scene, block };
  if (scene === 'seating') return round === null ? null : { scene, round };
  return { scene };
}
