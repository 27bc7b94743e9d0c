import { Controller, Inject } from '@nestjs/common';
import { suggestionsApi } from '@hillo/contracts/suggestions';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ChooseSuggestions } from '../use-cases/suggestions/choose-suggestions.js';
import { OwnSuggestions } from '../use-cases/suggestions/own-suggestions.js';

type Api = typeof suggestionsApi;

/** Whom an attendee should meet. */
@Controller()
export class SuggestionsController {
  constructor(
    @Inject(OwnSuggestions) private readonly own: OwnSuggestions,
    @Inject(ChooseSuggestions) private readonly choose: ChooseSuggestions,
  ) {}

  @Route(suggestionsApi, 'GET /api/me/:registration/suggestions')
  read({ actor }: CallOf<Api, 'GET /api/me/:registration/suggestions'>) {
    return this.own.read(actor);
  }

  @Route(suggestionsApi, 'PUT /api/me/:registration/suggestions/wanted')
  want({ actor, body, operation }: CallOf<Api, 'PUT /api/me/:registration/suggestions/wanted'>) {
    return this.choose.want(actor, body.wanted, operation);
  }

  @Route(suggestionsApi, 'PUT /api/me/:registration/suggestions/:person/dismissal')
  dismiss(call: CallOf<Api, 'PUT /api/me/:registration/suggestions/:person/dismissal'>) {
    return this.choose.dismiss(call.actor, call.params.person, call.operation);
  }

  @Route(suggestionsApi, 'DELETE /api/me/:registration/suggestions/dismissals')
  restoreAll({ actor, operation }: CallOf<Api, 'DELETE /api/me/:registration/suggestions/dismissals'>) {
    return this.choose.restoreAll(actor, operation);
  }
}
