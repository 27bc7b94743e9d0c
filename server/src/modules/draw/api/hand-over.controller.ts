import { Controller, Inject } from '@nestjs/common';
import { drawApi } from '@hillo/contracts/draw';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { HandOverPrize } from '../use-cases/steps/hand-over-prize.js';
import { stepOf } from './step-call.js';

type Api = typeof drawApi;

/** Who has got their prize (S67). */
@Controller()
export class HandOverController {
  constructor(@Inject(HandOverPrize) private readonly handOver: HandOverPrize) {}

  @Route(drawApi, 'PUT /api/evenings/:evening/draws/:draw/handed-over/:ticket')
  handedOver(call: CallOf<Api, 'PUT /api/evenings/:evening/draws/:draw/handed-over/:ticket'>) {
    return this.handOver.record(stepOf(call), call.params.ticket, call.body.withWhom);
  }

  @Route(drawApi, 'DELETE /api/evenings/:evening/draws/:draw/handed-over/:ticket')
  takeBack(call: CallOf<Api, 'DELETE /api/evenings/:evening/draws/:draw/handed-over/:ticket'>) {
    return this.handOver.takeBack(stepOf(call), call.params.ticket);
  }
}
