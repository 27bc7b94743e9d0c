import { Controller, Inject } from '@nestjs/common';
import { doorApi } from '@hillo/contracts/door';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { MakeHandover } from '../use-cases/handover/make-handover.js';
import { PrintBadges } from '../use-cases/print-badges.js';
import { UseHandover } from '../use-cases/handover/use-handover.js';

type Api = typeof doorApi;

/** What is handed to a person: the way to the own page, and the badge. */
@Controller()
export class HandoverController {
  constructor(
    @Inject(MakeHandover) private readonly makeHandover: MakeHandover,
    @Inject(UseHandover) private readonly useHandover: UseHandover,
    @Inject(PrintBadges) private readonly printBadges: PrintBadges,
  ) {}

  @Route(doorApi, 'POST /api/evenings/:evening/door/handovers')
  make(call: CallOf<Api, 'POST /api/evenings/:evening/door/handovers'>) {
    return this.makeHandover.run(call);
  }

  @Route(doorApi, 'POST /api/session/handover')
  use(call: CallOf<Api, 'POST /api/session/handover'>) {
    return this.useHandover.run(call);
  }

  @Route(doorApi, 'GET /api/evenings/:evening/badges.pdf')
  badges(call: CallOf<Api, 'GET /api/evenings/:evening/badges.pdf'>) {
    return this.printBadges.run(call);
  }
}
