import { Controller, Inject } from '@nestjs/common';
import { reservesApi } from '@hillo/contracts/reserves';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { PrintAttendanceList } from '../use-cases/print-attendance-list.js';
import { BindBadge } from '../use-cases/reserves/bind-badge.js';
import { MakeReserves } from '../use-cases/reserves/make-reserves.js';
import { PrintReserves } from '../use-cases/reserves/print-reserves.js';

type Api = typeof reservesApi;

/** Badges printed before a name is known, and the list on paper. */
@Controller()
export class ReservesController {
  constructor(
    @Inject(MakeReserves) private readonly reserves: MakeReserves,
    @Inject(PrintReserves) private readonly printReserves: PrintReserves,
    @Inject(BindBadge) private readonly bindBadge: BindBadge,
    @Inject(PrintAttendanceList) private readonly list: PrintAttendanceList,
  ) {}

  @Route(reservesApi, 'GET /api/evenings/:evening/reserves')
  count({ params }: CallOf<Api, 'GET /api/evenings/:evening/reserves'>) {
    return this.reserves.count(params.evening);
  }

  @Route(reservesApi, 'POST /api/evenings/:evening/reserves')
  make({ operation, params, body }: CallOf<Api, 'POST /api/evenings/:evening/reserves'>) {
    return this.reserves.run(operation, params.evening, body.count);
  }

  @Route(reservesApi, 'GET /api/evenings/:evening/reserves/badges.pdf')
  badges({ params }: CallOf<Api, 'GET /api/evenings/:evening/reserves/badges.pdf'>) {
    return this.printReserves.run(params.evening);
  }

  @Route(reservesApi, 'POST /api/evenings/:evening/door/badges')
  bind(call: CallOf<Api, 'POST /api/evenings/:evening/door/badges'>) {
    return this.bindBadge.run(call);
  }

  @Route(reservesApi, 'GET /api/evenings/:evening/attendance-list.pdf')
  attendanceList({ params }: CallOf<Api, 'GET /api/evenings/:evening/attendance-list.pdf'>) {
    return this.list.run(params.evening);
  }
}
