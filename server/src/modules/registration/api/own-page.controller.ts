import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { registrationApi } from '@hillo/contracts/registration';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { EditOwn } from '../use-cases/own/edit-own.js';
import { OwnAccessNeeds } from '../use-cases/own/own-access-needs.js';
import { OwnDevices } from '../use-cases/own/own-devices.js';
import { OwnParty } from '../use-cases/own/own-party.js';
import { ReadOwnPage } from '../use-cases/own/read-own-page.js';

type Api = typeof registrationApi;

/** The grant names the evening, so no row has to be read for it. */
function eveningOf(actor: Actor): string {
  return 'eveningId' in actor ? actor.eveningId : '';
}

@Controller()
export class OwnPageController {
  constructor(
    @Inject(ReadOwnPage) private readonly page: ReadOwnPage,
    @Inject(EditOwn) private readonly edit: EditOwn,
    @Inject(OwnParty) private readonly party: OwnParty,
    @Inject(OwnAccessNeeds) private readonly accessNeeds: OwnAccessNeeds,
    @Inject(OwnDevices) private readonly devices: OwnDevices,
  ) {}

  @Route(registrationApi, 'GET /api/me/:registration')
  read(call: CallOf<Api, 'GET /api/me/:registration'>) {
    return this.page.run(call.params.registration, call.locale);
  }

  @Route(registrationApi, 'PATCH /api/me/:registration')
  change(call: CallOf<Api, 'PATCH /api/me/:registration'>) {
    return this.edit.run(call.params.registration, call.body, call.operation, call.locale);
  }

  @Route(registrationApi, 'POST /api/me/:registration/cancellation')
  cancel(call: CallOf<Api, 'POST /api/me/:registration/cancellation'>) {
    return this.party.cancel(call.params.registration, eveningOf(call.actor), call.operation, call.locale);
  }

  @Route(registrationApi, 'POST /api/me/:registration/companions')
  bring(call: CallOf<Api, 'POST /api/me/:registration/companions'>) {
    const { params, body, actor, operation, locale } = call;
    return this.party.bring(params.registration, body, eveningOf(actor), operation, locale);
  }

  @Route(registrationApi, 'DELETE /api/me/:registration/companions/:companion')
  leaveBehind(call: CallOf<Api, 'DELETE /api/me/:registration/companions/:companion'>) {
    const { params, actor, operation, locale } = call;
    return this.party.remove(params.registration, params.companion, eveningOf(actor), operation, locale);
  }

  @Route(registrationApi, 'PUT /api/me/:registration/access-needs')
  tellAccessNeeds(call: CallOf<Api, 'PUT /api/me/:registration/access-needs'>) {
    return this.accessNeeds.write(call.params.registration, call.body.text, call.operation, call.locale);
  }

  @Route(registrationApi, 'DELETE /api/me/:registration/access-needs')
  withdrawAccessNeeds(call: CallOf<Api, 'DELETE /api/me/:registration/access-needs'>) {
    return this.accessNeeds.write(call.params.registration, null, call.operation, call.locale);
  }

  @Route(registrationApi, 'GET /api/me/:registration/devices')
  ownDevices(call: CallOf<Api, 'GET /api/me/:registration/devices'>) {
    return this.devices.list(call.params.registration, call.actor.sessionId);
  }

  @Route(registrationApi, 'POST /api/me/:registration/personal-link')
  newLink(call: CallOf<Api, 'POST /api/me/:registration/personal-link'>) {
    return this.devices.newLink(call.params.registration, call.actor.sessionId, call.operation);
  }

  @Route(registrationApi, 'DELETE /api/me/:registration/session')
  leave(call: CallOf<Api, 'DELETE /api/me/:registration/session'>) {
    return this.devices.leave(call.params.registration, call.actor.sessionId);
  }
}
