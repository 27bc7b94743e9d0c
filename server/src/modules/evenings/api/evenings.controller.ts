import { Controller, Inject } from '@nestjs/common';
import { eveningsApi } from '@hillo/contracts/evenings';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ChangePlan } from '../use-cases/change-plan.js';
import { ChangeProgramme } from '../use-cases/change-programme.js';
import { CreateEvening } from '../use-cases/create-evening.js';
import { MoveEvening } from '../use-cases/move-evening.js';
import { ReadEvenings } from '../use-cases/read-evenings.js';

type Api = typeof eveningsApi;

@Controller()
export class EveningsController {
  constructor(
    @Inject(ReadEvenings) private readonly reads: ReadEvenings,
    @Inject(CreateEvening) private readonly create: CreateEvening,
    @Inject(ChangePlan) private readonly plan: ChangePlan,
    @Inject(ChangeProgramme) private readonly programme: ChangeProgramme,
    @Inject(MoveEvening) private readonly move: MoveEvening,
  ) {}

  @Route(eveningsApi, 'GET /api/organisations/:organisation/evenings')
  list(call: CallOf<Api, 'GET /api/organisations/:organisation/evenings'>) {
    return this.reads.list(call.params.organisation, call.locale);
  }

  @Route(eveningsApi, 'POST /api/organisations/:organisation/evenings')
  begin(call: CallOf<Api, 'POST /api/organisations/:organisation/evenings'>) {
    return this.create.fromFrame(call.params.organisation, call.body, call.operation, call.locale);
  }

  @Route(eveningsApi, 'POST /api/evenings/:evening/copies')
  copy(call: CallOf<Api, 'POST /api/evenings/:evening/copies'>) {
    return this.create.fromEarlier(call.params.evening, call.body, call.operation, call.locale);
  }

  @Route(eveningsApi, 'GET /api/evenings/:evening')
  read(call: CallOf<Api, 'GET /api/evenings/:evening'>) {
    return this.reads.one(call.params.evening, call.locale);
  }

  @Route(eveningsApi, 'PATCH /api/evenings/:evening')
  changePlan(call: CallOf<Api, 'PATCH /api/evenings/:evening'>) {
    return this.plan.run(call.params.evening, call.body, call.operation, call.locale);
  }

  @Route(eveningsApi, 'PUT /api/evenings/:evening/programme')
  changeProgramme(call: CallOf<Api, 'PUT /api/evenings/:evening/programme'>) {
    return this.programme.run(call.params.evening, call.body, call.operation, call.locale);
  }

  @Route(eveningsApi, 'POST /api/evenings/:evening/publish')
  publish(call: CallOf<Api, 'POST /api/evenings/:evening/publish'>) {
    return this.move.publish(call.params.evening, call.operation, call.locale);
  }

  @Route(eveningsApi, 'POST /api/evenings/:evening/cancel')
  cancel(call: CallOf<Api, 'POST /api/evenings/:evening/cancel'>) {
    return this.move.cancel(call.params.evening, call.body.words, call.operation, call.locale);
  }

  @Route(eveningsApi, 'POST /api/evenings/:evening/close')
  close(call: CallOf<Api, 'POST /api/evenings/:evening/close'>) {
    return this.move.close(call.params.evening, call.operation, call.locale);
  }
}
