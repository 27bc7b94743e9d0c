import { Controller, Inject } from '@nestjs/common';
import { eveningsApi } from '@hillo/contracts/evenings';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ReadEvenings } from '../use-cases/read-evenings.js';
import { ShareEvening } from '../use-cases/share-evening.js';

type Api = typeof eveningsApi;

@Controller()
export class PublicEveningsController {
  constructor(
    @Inject(ReadEvenings) private readonly reads: ReadEvenings,
    @Inject(ShareEvening) private readonly share: ShareEvening,
  ) {}

  @Route(eveningsApi, 'GET /api/public/evenings/:slug')
  read(call: CallOf<Api, 'GET /api/public/evenings/:slug'>) {
    return this.reads.publicOne(call.params.slug, call.locale);
  }

  @Route(eveningsApi, 'GET /api/public/evenings/:slug/calendar')
  calendar(call: CallOf<Api, 'GET /api/public/evenings/:slug/calendar'>) {
    return this.share.calendar(call.params.slug, call.locale);
  }

  @Route(eveningsApi, 'GET /api/public/evenings/:slug/share-image')
  image(call: CallOf<Api, 'GET /api/public/evenings/:slug/share-image'>) {
    return this.share.image(call.params.slug);
  }
}
