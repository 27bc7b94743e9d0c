import { Controller, Inject } from '@nestjs/common';
import { doorApi } from '@hillo/contracts/door';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { CheckIn } from '../use-cases/check-in.js';
import { DescribeDoor } from '../use-cases/describe-door.js';
import { RegisterWalkIn } from '../use-cases/register-walk-in.js';
import { UndoCheckIn } from '../use-cases/undo-check-in.js';

type Api = typeof doorApi;

@Controller()
export class DoorController {
  constructor(
    @Inject(DescribeDoor) private readonly door: DescribeDoor,
    @Inject(CheckIn) private readonly checkIn: CheckIn,
    @Inject(UndoCheckIn) private readonly undoCheckIn: UndoCheckIn,
    @Inject(RegisterWalkIn) private readonly registerWalkIn: RegisterWalkIn,
  ) {}

  @Route(doorApi, 'GET /api/evenings/:evening/door')
  snapshot({ params, actor, locale }: CallOf<Api, 'GET /api/evenings/:evening/door'>) {
    return this.door.snapshot(params.evening, actor, locale);
  }

  @Route(doorApi, 'GET /api/evenings/:evening/door/people/:registration')
  person({ params, actor }: CallOf<Api, 'GET /api/evenings/:evening/door/people/:registration'>) {
    return this.door.person(params.evening, params.registration, actor);
  }

  @Route(doorApi, 'POST /api/evenings/:evening/door/check-ins')
  check(call: CallOf<Api, 'POST /api/evenings/:evening/door/check-ins'>) {
    return this.checkIn.run(call);
  }

  @Route(doorApi, 'POST /api/evenings/:evening/door/undone-check-ins')
  undo(call: CallOf<Api, 'POST /api/evenings/:evening/door/undone-check-ins'>) {
    return this.undoCheckIn.run(call);
  }

  @Route(doorApi, 'POST /api/evenings/:evening/door/walk-ins')
  walkIn(call: CallOf<Api, 'POST /api/evenings/:evening/door/walk-ins'>) {
    return this.registerWalkIn.run(call);
  }
}
