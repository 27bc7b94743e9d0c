import { Controller, Inject } from '@nestjs/common';
import { stepUpApi } from '@hillo/contracts/step-ups';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { StepUps } from '../use-cases/step-up/step-ups.js';

type Api = typeof stepUpApi;

/** Codes by mail, for whoever is signed in by a link. */
@Controller()
export class StepUpController {
  constructor(@Inject(StepUps) private readonly stepUps: StepUps) {}

  @Route(stepUpApi, 'POST /api/me/:registration/step-up-codes')
  request({ actor, body, locale }: CallOf<Api, 'POST /api/me/:registration/step-up-codes'>) {
    return this.stepUps.request(actor, body.purpose, locale);
  }

  @Route(stepUpApi, 'POST /api/me/:registration/step-ups')
  type({ actor, body }: CallOf<Api, 'POST /api/me/:registration/step-ups'>) {
    return this.stepUps.type(actor, body.purpose, body.code);
  }

  @Route(stepUpApi, 'POST /api/evenings/:evening/association-step-up-codes')
  requestForAssociation({
    actor,
    body,
    locale,
  }: CallOf<Api, 'POST /api/evenings/:evening/association-step-up-codes'>) {
    return this.stepUps.request(actor, body.purpose, locale);
  }

  @Route(stepUpApi, 'POST /api/evenings/:evening/association-step-ups')
  typeForAssociation({ actor, body }: CallOf<Api, 'POST /api/evenings/:evening/association-step-ups'>) {
    return this.stepUps.type(actor, body.purpose, body.code);
  }
}
