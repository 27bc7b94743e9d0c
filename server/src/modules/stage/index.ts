import { Module } from '@nestjs/common';
import { EveningsModule } from '../evenings/index.js';
import { MatchmakingModule } from '../matchmaking/index.js';
import { PanelModule } from '../panel/index.js';
import { StageController } from './api/stage.controller.js';
import { StageRepository } from './data/stage-repository.js';
import { ReadStage } from './use-cases/read-stage.js';
import { ShowScene } from './use-cases/show-scene.js';
import { StageStreams } from './use-cases/stage-streams.js';

/** The big screen of an evening: its scenes, and the hosts who drive them. */
@Module({
  imports: [EveningsModule, MatchmakingModule, PanelModule],
  controllers: [StageController],
  providers: [ReadStage, ShowScene, StageRepository, StageStreams],
})
export class StageModule {}
