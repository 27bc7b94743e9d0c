import { Controller, Inject } from '@nestjs/common';
import { drawApi } from '@hillo/contracts/draw';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ShowDraw } from '../use-cases/show-draw.js';
import { TellCalls } from '../use-cases/steps/tell-calls.js';
import { stepOf } from './step-call.js';

type Api = typeof drawApi;

/** The draw on the big screen. */
@Controller()
export class ShownDrawController {
  constructor(
    @Inject(ShowDraw) private readonly shown: ShowDraw,
    @Inject(TellCalls) private readonly tellCalls: TellCalls,
  ) {}

  @Route(drawApi, 'GET /api/evenings/:evening/draws/shown')
  show({ params }: CallOf<Api, 'GET /api/evenings/:evening/draws/shown'>) {
    return this.shown.answer(params.evening);
  }

  @Route(drawApi, 'PUT /api/evenings/:evening/draws/:draw/calls')
  calls(call: CallOf<Api, 'PUT /api/evenings/:evening/draws/:draw/calls'>) {
    return this.tellCalls.run(stepOf(call), call.body.calls);
  }
}
