import { Controller, Inject } from '@nestjs/common';
import { drawApi } from '@hillo/contracts/draw';
import { Call, type CallOf, Route } from '../../../platform/http/index.js';
import { BeginDraw } from '../use-cases/steps/begin-draw.js';
import { CallOffDraw } from '../use-cases/steps/call-off-draw.js';
import { FreezeDraw } from '../use-cases/steps/freeze-draw.js';
import { HandOverPrize } from '../use-cases/steps/hand-over-prize.js';
import { PassOverWinner } from '../use-cases/steps/pass-over-winner.js';
import { RevealDraw } from '../use-cases/steps/reveal-draw.js';
import { SeedDraw } from '../use-cases/steps/seed-draw.js';

type Api = typeof drawApi;
type StepCall = CallOf<Api, 'POST /api/evenings/:evening/draws/:draw/reveal'>;

function stepOf({ operation, params, locale }: Pick<StepCall, 'operation' | 'params' | 'locale'>) {
  return { operation, eveningId: params.evening, drawId: params.draw, locale };
}

/** The steps of a draw, one route each. */
@Controller()
export class DrawController {
  constructor(
    @Inject(BeginDraw) private readonly begin: BeginDraw,
    @Inject(FreezeDraw) private readonly freeze: FreezeDraw,
    @Inject(SeedDraw) private readonly seed: SeedDraw,
    @Inject(RevealDraw) private readonly revealDraw: RevealDraw,
    @Inject(PassOverWinner) private readonly passOver: PassOverWinner,
    @Inject(HandOverPrize) private readonly handOver: HandOverPrize,
    @Inject(CallOffDraw) private readonly callOff: CallOffDraw,
  ) {}

  @Route(drawApi, 'POST /api/evenings/:evening/draws')
  start(@Call() { operation, params, locale }: CallOf<Api, 'POST /api/evenings/:evening/draws'>) {
    return this.begin.run({ operation, eveningId: params.evening, locale });
  }

  @Route(drawApi, 'POST /api/evenings/:evening/draws/:draw/freeze')
  freezeList(@Call() call: CallOf<Api, 'POST /api/evenings/:evening/draws/:draw/freeze'>) {
    return this.freeze.run(stepOf(call));
  }

  @Route(drawApi, 'POST /api/evenings/:evening/draws/:draw/public-number')
  callNumber(@Call() call: CallOf<Api, 'POST /api/evenings/:evening/draws/:draw/public-number'>) {
    return this.seed.run(stepOf(call), call.body.calls);
  }

  @Route(drawApi, 'POST /api/evenings/:evening/draws/:draw/reveal')
  reveal(@Call() call: StepCall) {
    return this.revealDraw.run(stepOf(call));
  }

  @Route(drawApi, 'POST /api/evenings/:evening/draws/:draw/passed-tickets')
  passTicket(@Call() call: CallOf<Api, 'POST /api/evenings/:evening/draws/:draw/passed-tickets'>) {
    return this.passOver.run(stepOf(call), call.body);
  }

  @Route(drawApi, 'PUT /api/evenings/:evening/draws/:draw/handed-over/:ticket')
  handedOver(@Call() call: CallOf<Api, 'PUT /api/evenings/:evening/draws/:draw/handed-over/:ticket'>) {
    return this.handOver.record(stepOf(call), call.params.ticket, call.body.withWhom);
  }

  @Route(drawApi, 'DELETE /api/evenings/:evening/draws/:draw/handed-over/:ticket')
  takeBack(@Call() call: CallOf<Api, 'DELETE /api/evenings/:evening/draws/:draw/handed-over/:ticket'>) {
    return this.handOver.takeBack(stepOf(call), call.params.ticket);
  }

  @Route(drawApi, 'POST /api/evenings/:evening/draws/:draw/void')
  makeVoid(@Call() call: CallOf<Api, 'POST /api/evenings/:evening/draws/:draw/void'>) {
    return this.callOff.run(stepOf(call), call.body);
  }
}
