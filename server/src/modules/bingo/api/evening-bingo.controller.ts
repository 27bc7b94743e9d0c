import { Controller, Inject } from '@nestjs/common';
import { bingoApi } from '@hillo/contracts/bingo';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { MarkFor } from '../use-cases/meeting/mark-for.js';
import { Prompts } from '../use-cases/evening/prompts.js';
import { ReadPulse } from '../use-cases/evening/read-pulse.js';

type Api = typeof bingoApi;

/** Bingo as organiser and host see it: prompts, counts, marks entered for others. */
@Controller()
export class EveningBingoController {
  constructor(
    @Inject(Prompts) private readonly prompts: Prompts,
    @Inject(ReadPulse) private readonly pulse: ReadPulse,
    @Inject(MarkFor) private readonly markFor: MarkFor,
  ) {}

  @Route(bingoApi, 'GET /api/evenings/:evening/prompts')
  showPrompts(call: CallOf<Api, 'GET /api/evenings/:evening/prompts'>) {
    return this.prompts.ofEvening(call.params.evening);
  }

  @Route(bingoApi, 'PUT /api/evenings/:evening/prompts')
  changePrompts(call: CallOf<Api, 'PUT /api/evenings/:evening/prompts'>) {
    return this.prompts.change(call.operation, call.params.evening, call.body.prompts);
  }

  @Route(bingoApi, 'GET /api/evenings/:evening/pulse')
  showPulse(call: CallOf<Api, 'GET /api/evenings/:evening/pulse'>) {
    return this.pulse.run(call.params.evening);
  }

  @Route(bingoApi, 'GET /api/evenings/:evening/squares-for')
  squaresFor(call: CallOf<Api, 'GET /api/evenings/:evening/squares-for'>) {
    return this.markFor.squares({ eveningId: call.params.evening, ...call.query }, call.locale);
  }

  @Route(bingoApi, 'POST /api/evenings/:evening/marks-for')
  enterMark(call: CallOf<Api, 'POST /api/evenings/:evening/marks-for'>) {
    const { owner, other, square } = call.body;
    return this.markFor.run(call.operation, { eveningId: call.params.evening, owner, other }, square);
  }
}
