import { Controller, Inject } from '@nestjs/common';
import { drawApi } from '@hillo/contracts/draw';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { DrawDesk } from '../use-cases/draw-desk.js';
import { ExportWinners } from '../use-cases/export-winners.js';
import { OwnDraw } from '../use-cases/own-draw.js';
import { ProofOfDraw } from '../use-cases/proof-of-draw.js';
import { SetPrizes } from '../use-cases/set-prizes.js';
import { SilentPhones } from '../use-cases/silent-phones.js';

type Api = typeof drawApi;

/** What organiser and host, attendees and everybody read of a draw, and the list of prizes. */
@Controller()
export class DrawPagesController {
  constructor(
    @Inject(DrawDesk) private readonly desk: DrawDesk,
    @Inject(SetPrizes) private readonly setPrizes: SetPrizes,
    @Inject(OwnDraw) private readonly ownDraw: OwnDraw,
    @Inject(ProofOfDraw) private readonly proof: ProofOfDraw,
    @Inject(ExportWinners) private readonly exportWinners: ExportWinners,
    @Inject(SilentPhones) private readonly silentPhones: SilentPhones,
  ) {}

  @Route(drawApi, 'GET /api/evenings/:evening/draws')
  read({ params, locale }: CallOf<Api, 'GET /api/evenings/:evening/draws'>) {
    return this.desk.read(params.evening, locale);
  }

  @Route(drawApi, 'GET /api/evenings/:evening/draws/winners.csv')
  winners({ actor, params, locale }: CallOf<Api, 'GET /api/evenings/:evening/draws/winners.csv'>) {
    return this.exportWinners.run(params.evening, locale, actor.key);
  }

  @Route(drawApi, 'GET /api/evenings/:evening/draws/silent-phones')
  silent({ params }: CallOf<Api, 'GET /api/evenings/:evening/draws/silent-phones'>) {
    return this.silentPhones.read(params.evening);
  }

  @Route(drawApi, 'PUT /api/evenings/:evening/prizes')
  prizes({ operation, params, locale, body }: CallOf<Api, 'PUT /api/evenings/:evening/prizes'>) {
    return this.setPrizes.run({ operation, eveningId: params.evening, locale, prizes: body.prizes });
  }

  @Route(drawApi, 'GET /api/me/:registration/draw')
  own({ actor, params, locale }: CallOf<Api, 'GET /api/me/:registration/draw'>) {
    return this.ownDraw.read(actor, params.registration, locale);
  }

  @Route(drawApi, 'GET /api/public/draws/:draw/proof.json')
  proofOf({ params }: CallOf<Api, 'GET /api/public/draws/:draw/proof.json'>) {
    return this.proof.read(params.draw);
  }
}
