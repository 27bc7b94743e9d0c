import { Controller, Inject } from '@nestjs/common';
import { crewApi } from '@hillo/contracts/crew';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ClaimCrewLink } from '../use-cases/crew/claim-crew-link.js';
import { CrewDevices } from '../use-cases/crew/crew-devices.js';
import { ShowCrewLink } from '../use-cases/crew/show-crew-link.js';

type Api = typeof crewApi;

@Controller()
export class CrewController {
  constructor(
    @Inject(ShowCrewLink) private readonly showLink: ShowCrewLink,
    @Inject(ClaimCrewLink) private readonly claimLink: ClaimCrewLink,
    @Inject(CrewDevices) private readonly crew: CrewDevices,
  ) {}

  @Route(crewApi, 'POST /api/evenings/:evening/crew-links')
  show(call: CallOf<Api, 'POST /api/evenings/:evening/crew-links'>) {
    return this.showLink.run(call.params.evening, call.body.role, call.operation);
  }

  @Route(crewApi, 'GET /api/evenings/:evening/crew-devices')
  devices(call: CallOf<Api, 'GET /api/evenings/:evening/crew-devices'>) {
    return this.crew.list(call.params.evening);
  }

  @Route(crewApi, 'DELETE /api/evenings/:evening/crew-devices/:device')
  revoke(call: CallOf<Api, 'DELETE /api/evenings/:evening/crew-devices/:device'>) {
    return this.crew.revoke(call.params.evening, call.params.device, call.operation);
  }

  @Route(crewApi, 'POST /api/crew-links/look')
  look(call: CallOf<Api, 'POST /api/crew-links/look'>) {
    return this.claimLink.look(call.body.token, call.locale, call.request);
  }

  @Route(crewApi, 'POST /api/session/crew')
  claim(call: CallOf<Api, 'POST /api/session/crew'>) {
    return this.claimLink.run(call.body.token, call.body.holderName, call.request, call.reply);
  }
}
