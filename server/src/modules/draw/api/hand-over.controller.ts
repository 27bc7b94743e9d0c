import { Controller, Inject } from '@nestjs/common';
import { drawApi } from '@hillo/contracts/draw';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { HandOverPrize } from '../use-cases/steps/hand-over-prize.js';
import { TellCalls } from '../use-cases/steps/tell-calls.js';
import { stepOf } from './step-call.js';

type Api = typeof drawApi;

/** What is said while a draw goes on: what the room calls, and who has got their prize (S67). */
@Controller()
export class HandOverController {
  constructor(
    @Inject(HandOverPrize) private readonly handOver: HandOverPrize,
    @Inject(TellCalls) private readonly tellCalls: TellCalls,
  ) {}

  @Route(drawApi, 'PUT /api/evenings/:evening/draws/:draw/calls')
  calls(call: CallOf<Api, 'PUT /api/evenings/:evening/draws/:draw/calls'>) {
    return this.tellCalls.run(stepOf(call), call.body.calls);
  }

  @Route(drawApi, 'PUT /api/evenings/:evening/draws/:draw/handed-over/:ticket')
  handedOver(call: CallOf<Api, 'PUT /api/evenings/:evening/draws/:draw/handed-over/:ticket'>) {
    return this.handOver.record(stepOf(call), call.params.ticket, call.body.withWhom);
  }

  @Route(drawApi, 'DELETE /api/evenings/:evening/draws/:draw/handed-over/:ticket')
  takeBack(call: CallOf<Api, 'DELETE /api/evenings/:evening/draws/:draw/handed-over/:ticket'>) {
    return this.handOver.takeBack(stepOf(call), call.params.ticket);
  }
}
