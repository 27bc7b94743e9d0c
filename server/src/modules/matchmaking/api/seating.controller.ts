import { Controller, Inject } from '@nestjs/common';
import { seatingApi } from '@hillo/contracts/seating';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { BeginSeating } from '../use-cases/seating/begin-seating.js';
import { OwnSeating } from '../use-cases/seating/own-seating.js';
import { PublishSeating } from '../use-cases/seating/publish-seating.js';
import { ReadSeating } from '../use-cases/seating/read-seating.js';
import { SaveSeating } from '../use-cases/seating/save-seating.js';

type Api = typeof seatingApi;

/** Who sits with whom: planned by the organiser, read on the own page. */
@Controller()
export class SeatingController {
  constructor(
    @Inject(ReadSeating) private readonly view: ReadSeating,
    @Inject(SaveSeating) private readonly saveSeating: SaveSeating,
    @Inject(BeginSeating) private readonly beginSeating: BeginSeating,
    @Inject(PublishSeating) private readonly publishSeating: PublishSeating,
    @Inject(OwnSeating) private readonly ownSeating: OwnSeating,
  ) {}

  @Route(seatingApi, 'GET /api/evenings/:evening/seating')
  read({ params, locale }: CallOf<Api, 'GET /api/evenings/:evening/seating'>) {
    return this.view.run(params.evening, locale);
  }

  @Route(seatingApi, 'PUT /api/evenings/:evening/seating')
  save({ operation, params, body, locale }: CallOf<Api, 'PUT /api/evenings/:evening/seating'>) {
    return this.saveSeating.run(operation, params.evening, body, locale);
  }

  @Route(seatingApi, 'POST /api/evenings/:evening/seating/runs')
  begin({ operation, params, locale }: CallOf<Api, 'POST /api/evenings/:evening/seating/runs'>) {
    return this.beginSeating.run(operation, params.evening, locale);
  }

  @Route(seatingApi, 'DELETE /api/evenings/:evening/seating/runs/:run')
  stop({ operation, params, locale }: CallOf<Api, 'DELETE /api/evenings/:evening/seating/runs/:run'>) {
    return this.beginSeating.stop(operation, params.evening, params.run, locale);
  }

  @Route(seatingApi, 'PUT /api/evenings/:evening/seating/held-rounds')
  hold({ operation, params, body, locale }: CallOf<Api, 'PUT /api/evenings/:evening/seating/held-rounds'>) {
    return this.publishSeating.hold(operation, params.evening, body.held, locale);
  }

  @Route(seatingApi, 'POST /api/evenings/:evening/seating/publications')
  publish({ operation, params, locale }: CallOf<Api, 'POST /api/evenings/:evening/seating/publications'>) {
    return this.publishSeating.run(operation, params.evening, locale);
  }

  @Route(seatingApi, 'GET /api/me/:registration/seating')
  own({ actor, params }: CallOf<Api, 'GET /api/me/:registration/seating'>) {
    return this.ownSeating.read(actor, params.registration);
  }
}
