import { Controller, Inject } from '@nestjs/common';
import { drawApi } from '@hillo/contracts/draw';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { BeginDraw } from '../use-cases/steps/begin-draw.js';
import { CallOffDraw } from '../use-cases/steps/call-off-draw.js';
import { FreezeDraw } from '../use-cases/steps/freeze-draw.js';
import { PassOverWinner } from '../use-cases/steps/pass-over-winner.js';
import { RevealDraw } from '../use-cases/steps/reveal-draw.js';
import { SeedDraw } from '../use-cases/steps/seed-draw.js';
import { type StepCall, stepOf } from './step-call.js';

type Api = typeof drawApi;

/** The steps of a draw, one route each. */
@Controller()
export class DrawController {
  constructor(
    @Inject(BeginDraw) private readonly begin: BeginDraw,
    @Inject(FreezeDraw) private readonly freeze: FreezeDraw,
    @Inject(SeedDraw) private readonly seed: SeedDraw,
    @Inject(RevealDraw) private readonly revealDraw: RevealDraw,
    @Inject(PassOverWinner) private readonly passOver: PassOverWinner,
    @Inject(CallOffDraw) private readonly callOff: CallOffDraw,
  ) {}

  @Route(drawApi, 'POST /api/evenings/:evening/draws')
  start({ operation, params, locale }: CallOf<Api, 'POST /api/evenings/:evening/draws'>) {
    return this.begin.run({ operation, eveningId: params.evening, locale });
  }

  @Route(drawApi, 'POST /api/evenings/:evening/draws/:draw/freeze')
  freezeList(call: CallOf<Api, 'POST /api/evenings/:evening/draws/:draw/freeze'>) {
    return this.freeze.run(stepOf(call));
  }

  @Route(drawApi, 'POST /api/evenings/:evening/draws/:draw/public-number')
  callNumber(call: CallOf<Api, 'POST /api/evenings/:evening/draws/:draw/public-number'>) {
    return this.seed.run(stepOf(call), call.body.calls);
  }

  @Route(drawApi, 'POST /api/evenings/:evening/draws/:draw/reveal')
  reveal(call: StepCall) {
    return this.revealDraw.run(stepOf(call));
  }

  @Route(drawApi, 'POST /api/evenings/:evening/draws/:draw/passed-tickets')
  passTicket(call: CallOf<Api, 'POST /api/evenings/:evening/draws/:draw/passed-tickets'>) {
    return this.passOver.run(stepOf(call), call.body);
  }

  @Route(drawApi, 'POST /api/evenings/:evening/draws/:draw/void')
  makeVoid(call: CallOf<Api, 'POST /api/evenings/:evening/draws/:draw/void'>) {
    return this.callOff.run(stepOf(call), call.body);
  }
}
