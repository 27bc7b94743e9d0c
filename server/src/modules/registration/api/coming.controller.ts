import { Controller, Inject } from '@nestjs/common';
import { comingApi } from '@hillo/contracts/coming';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { AccessNeedsTasks } from '../use-cases/coming/access-needs-tasks.js';
import { ChangeByHand } from '../use-cases/coming/change-by-hand.js';
import { ExportComing } from '../use-cases/coming/export-coming.js';
import { ListComing } from '../use-cases/coming/list-coming.js';
import { MoveByHand } from '../use-cases/coming/move-by-hand.js';

type Api = typeof comingApi;

@Controller()
export class ComingController {
  constructor(
    @Inject(ListComing) private readonly coming: ListComing,
    @Inject(ExportComing) private readonly exporting: ExportComing,
    @Inject(ChangeByHand) private readonly byHand: ChangeByHand,
    @Inject(MoveByHand) private readonly moving: MoveByHand,
    @Inject(AccessNeedsTasks) private readonly accessNeeds: AccessNeedsTasks,
  ) {}

  @Route(comingApi, 'GET /api/evenings/:evening/registrations')
  list(call: CallOf<Api, 'GET /api/evenings/:evening/registrations'>) {
    return this.coming.list(call.params.evening, call.query, call.actor);
  }

  @Route(comingApi, 'GET /api/evenings/:evening/registrations/summary')
  summary(call: CallOf<Api, 'GET /api/evenings/:evening/registrations/summary'>) {
    return this.coming.summary(call.params.evening);
  }

  @Route(comingApi, 'GET /api/evenings/:evening/registrations/export')
  export(call: CallOf<Api, 'GET /api/evenings/:evening/registrations/export'>) {
    return this.exporting.run(call.params.evening, call.query.format, call.locale, call.actor.key);
  }

  @Route(comingApi, 'GET /api/evenings/:evening/registrations/:registration')
  one(call: CallOf<Api, 'GET /api/evenings/:evening/registrations/:registration'>) {
    return this.coming.one(call.params.evening, call.params.registration, call.actor);
  }

  @Route(comingApi, 'POST /api/evenings/:evening/registrations')
  add(call: CallOf<Api, 'POST /api/evenings/:evening/registrations'>) {
    return this.byHand.add(call.params.evening, call.body, call.operation, call.actor);
  }

  @Route(comingApi, 'PATCH /api/evenings/:evening/registrations/:registration')
  correct(call: CallOf<Api, 'PATCH /api/evenings/:evening/registrations/:registration'>) {
    const { params, body, operation, actor } = call;
    return this.byHand.correct(params.evening, params.registration, body, operation, actor);
  }

  @Route(comingApi, 'POST /api/evenings/:evening/registrations/:registration/moves')
  move(call: CallOf<Api, 'POST /api/evenings/:evening/registrations/:registration/moves'>) {
    const { params, body, operation, actor } = call;
    return this.moving.run(params.evening, params.registration, body, operation, actor);
  }

  @Route(comingApi, 'GET /api/evenings/:evening/access-needs')
  tasks(call: CallOf<Api, 'GET /api/evenings/:evening/access-needs'>) {
    return this.accessNeeds.list(call.params.evening);
  }

  @Route(comingApi, 'POST /api/evenings/:evening/access-needs/:registration/readings')
  read(call: CallOf<Api, 'POST /api/evenings/:evening/access-needs/:registration/readings'>) {
    return this.accessNeeds.read(call.params.evening, call.params.registration, call.operation, call.actor);
  }

  @Route(comingApi, 'PUT /api/evenings/:evening/access-needs/:registration')
  decide(call: CallOf<Api, 'PUT /api/evenings/:evening/access-needs/:registration'>) {
    return this.accessNeeds.decide(call.params.evening, call.params.registration, call.body, call.operation);
  }
}
