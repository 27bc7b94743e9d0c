import { Controller, Inject } from '@nestjs/common';
import { paperApi } from '@hillo/contracts/paper';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { EnterRow } from '../use-cases/paper/enter-row.js';
import { PrintCards } from '../use-cases/paper/print-cards.js';
import { ReadPaperCard } from '../use-cases/paper/read-paper-card.js';
import { SettleCards } from '../use-cases/paper/settle-cards.js';
import { TickBoxes } from '../use-cases/paper/tick-boxes.js';
import { eveningOf } from '../use-cases/policy.js';

type Api = typeof paperApi;
type OwnCall = CallOf<Api, 'GET /api/me/:registration/paper-card'>;

/** The person whom this support person accompanies. */
function accompanied({ actor, params }: Pick<OwnCall, 'actor' | 'params'>) {
  return { eveningId: eveningOf(actor), supportPerson: params.registration };
}

/** Paper cards: printed, and typed in. */
@Controller()
export class PaperController {
  constructor(
    @Inject(SettleCards) private readonly settleCards: SettleCards,
    @Inject(PrintCards) private readonly printCards: PrintCards,
    @Inject(ReadPaperCard) private readonly card: ReadPaperCard,
    @Inject(EnterRow) private readonly enterRow: EnterRow,
    @Inject(TickBoxes) private readonly tickBoxes: TickBoxes,
  ) {}

  @Route(paperApi, 'POST /api/evenings/:evening/paper-cards')
  settle({ operation, params, body }: CallOf<Api, 'POST /api/evenings/:evening/paper-cards'>) {
    return this.settleCards.run(operation, params.evening, body);
  }

  @Route(paperApi, 'GET /api/evenings/:evening/paper-cards.pdf')
  print({ params, query }: CallOf<Api, 'GET /api/evenings/:evening/paper-cards.pdf'>) {
    return this.printCards.run(params.evening, query);
  }

  @Route(paperApi, 'GET /api/evenings/:evening/paper-card')
  show({ params, query, locale }: CallOf<Api, 'GET /api/evenings/:evening/paper-card'>) {
    return this.card.run({ eveningId: params.evening, code: query.owner }, locale);
  }

  @Route(paperApi, 'POST /api/evenings/:evening/paper-rows')
  enter({ operation, params, body, locale }: CallOf<Api, 'POST /api/evenings/:evening/paper-rows'>) {
    const { owner, ...row } = body;
    return this.enterRow.run(operation, { eveningId: params.evening, code: owner }, row, locale);
  }

  @Route(paperApi, 'PUT /api/evenings/:evening/paper-boxes')
  tick({ operation, params, body, locale }: CallOf<Api, 'PUT /api/evenings/:evening/paper-boxes'>) {
    const { owner, ...ticks } = body;
    return this.tickBoxes.run(operation, { eveningId: params.evening, code: owner }, ticks, locale);
  }

  @Route(paperApi, 'GET /api/me/:registration/paper-card')
  showAccompanied(call: OwnCall) {
    return this.card.run(accompanied(call), call.locale);
  }

  @Route(paperApi, 'POST /api/me/:registration/paper-rows')
  enterAccompanied(call: CallOf<Api, 'POST /api/me/:registration/paper-rows'>) {
    return this.enterRow.run(call.operation, accompanied(call), call.body, call.locale);
  }

  @Route(paperApi, 'PUT /api/me/:registration/paper-boxes')
  tickAccompanied(call: CallOf<Api, 'PUT /api/me/:registration/paper-boxes'>) {
    return this.tickBoxes.run(call.operation, accompanied(call), call.body, call.locale);
  }
}
