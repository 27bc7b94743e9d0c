import { Controller, Inject } from '@nestjs/common';
import { bingoApi } from '@hillo/contracts/bingo';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ChangeMark } from '../use-cases/card/change-mark.js';
import { RemoveEncounter } from '../use-cases/card/remove-encounter.js';
import { ScanBadge } from '../use-cases/meeting/scan.js';
import { ShowCard } from '../use-cases/card/show-card.js';
import { eveningOf } from '../use-cases/policy.js';

type Api = typeof bingoApi;
type TakeBack = CallOf<Api, 'DELETE /api/me/:registration/encounters/:encounter/mark'>;

function mine({
  actor,
  operation,
  params,
  locale,
}: Pick<TakeBack, 'actor' | 'operation' | 'params' | 'locale'>) {
  const { registration: me, encounter: encounterId } = params;
  return { operation, me, encounterId, locale, eveningId: eveningOf(actor) };
}

@Controller()
export class CardController {
  constructor(
    @Inject(ShowCard) private readonly card: ShowCard,
    @Inject(ScanBadge) private readonly scanBadge: ScanBadge,
    @Inject(ChangeMark) private readonly change: ChangeMark,
    @Inject(RemoveEncounter) private readonly removal: RemoveEncounter,
  ) {}

  @Route(bingoApi, 'GET /api/me/:registration/card')
  show(call: CallOf<Api, 'GET /api/me/:registration/card'>) {
    return this.card.run(call.params.registration, call.locale);
  }

  @Route(bingoApi, 'POST /api/me/:registration/encounters')
  scan(call: CallOf<Api, 'POST /api/me/:registration/encounters'>) {
    const { actor, body, operation, params, locale } = call;
    const { who, square, offline } = body;
    return this.scanBadge.run({
      operation,
      me: params.registration,
      eveningId: eveningOf(actor),
      who,
      square,
      offline,
      locale,
    });
  }

  @Route(bingoApi, 'POST /api/me/:registration/encounters/:encounter/mark')
  put(call: CallOf<Api, 'POST /api/me/:registration/encounters/:encounter/mark'>) {
    const { square, offline } = call.body;
    return this.change.run(mine(call), { act: 'put', square, offline });
  }

  @Route(bingoApi, 'PUT /api/me/:registration/encounters/:encounter/mark')
  move(call: CallOf<Api, 'PUT /api/me/:registration/encounters/:encounter/mark'>) {
    return this.change.run(mine(call), { act: 'move', square: call.body.square });
  }

  @Route(bingoApi, 'DELETE /api/me/:registration/encounters/:encounter/mark')
  takeBack(call: TakeBack) {
    return this.change.run(mine(call), { act: 'take-back' });
  }

  @Route(bingoApi, 'DELETE /api/me/:registration/encounters/:encounter')
  remove(call: CallOf<Api, 'DELETE /api/me/:registration/encounters/:encounter'>) {
    const { operation, params, actor } = call;
    return this.removal.run(operation, params.registration, eveningOf(actor), params.encounter);
  }
}
