import { Controller, Inject } from '@nestjs/common';
import { stageApi } from '@hillo/contracts/stage';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ReadStage } from '../use-cases/read-stage.js';
import { ShowScene } from '../use-cases/show-scene.js';

type Api = typeof stageApi;

/** The big screen and whoever drives it. */
@Controller()
export class StageController {
  constructor(
    @Inject(ReadStage) private readonly stage: ReadStage,
    @Inject(ShowScene) private readonly scenes: ShowScene,
  ) {}

  @Route(stageApi, 'GET /api/evenings/:evening/stage')
  shown({ params, locale }: CallOf<Api, 'GET /api/evenings/:evening/stage'>) {
    return this.stage.answer(params.evening, locale);
  }

  @Route(stageApi, 'GET /api/evenings/:evening/stage/now')
  now({ params }: CallOf<Api, 'GET /api/evenings/:evening/stage/now'>) {
    return this.stage.now(params.evening);
  }

  @Route(stageApi, 'PUT /api/evenings/:evening/stage/scene')
  show({ operation, params, locale, body }: CallOf<Api, 'PUT /api/evenings/:evening/stage/scene'>) {
    return this.scenes.run({ operation, eveningId: params.evening, locale }, body.version, body.scene);
  }
}
