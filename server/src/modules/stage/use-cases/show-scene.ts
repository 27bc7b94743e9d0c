import { Inject, Injectable } from '@nestjs/common';
import type { Stage } from '@hillo/contracts/stage';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { isPossible, type Scene, sceneKey } from '@hillo/domain/stage';
import { Clock } from '../../../platform/clock/index.js';
import { type Operation, Operations } from '../../../platform/database/index.js';
import { StageRepository } from '../data/stage-repository.js';
import { nowOf, ReadStage } from './read-stage.js';

export interface SceneCall {
  readonly operation: Operation;
  readonly eveningId: string;
  readonly locale: Locale;
}

/** A host shows another scene. Whoever decided by an older view is told how it is now. */
@Injectable()
export class ShowScene {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(StageRepository) private readonly stages: StageRepository,
    @Inject(ReadStage) private readonly reading: ReadStage,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run({ operation, eveningId, locale }: SceneCall, version: number, scene: Scene) {
    return this.operations.once<Stage, 'not-found' | 'stage-changed' | 'scene-not-possible'>(
      operation,
      async (db) => {
        const stage = await this.stages.lock(db, eveningId);
        if (stage.version !== version)
          return fail('stage-changed', { version: stage.version, scene: sceneKey(stage.scene) });
        const ground = await this.reading.ground(eveningId, db);
        if (!ground) return fail('not-found');
        if (!isPossible(scene, ground)) return fail('scene-not-possible');
        await this.stages.show(db, eveningId, scene, this.clock.now());
        const now = nowOf(ground.evening, { version: version + 1, scene });
        db.change(`stage:${eveningId}`, 'scene', { version: now.version }, now);
        return ok({ id: eveningId });
      },
      () => this.reading.read(eveningId, locale),
    );
  }
}
