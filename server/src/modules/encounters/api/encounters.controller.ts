import { Controller, Inject } from '@nestjs/common';
import { encountersApi } from '@hillo/contracts/encounters';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ChooseSharing } from '../use-cases/choose-sharing.js';
import { Encounters } from '../use-cases/encounters.js';
import { WriteNote } from '../use-cases/write-note.js';

type Api = typeof encountersApi;
type Mine = CallOf<Api, 'POST /api/me/:registration/encounters/:encounter/same-note'>;

function mine({ operation, params }: Pick<Mine, 'operation' | 'params'>) {
  return { operation, me: params.registration, encounterId: params.encounter };
}

@Controller()
export class EncountersController {
  constructor(
    @Inject(Encounters) private readonly encounters: Encounters,
    @Inject(WriteNote) private readonly note: WriteNote,
    @Inject(ChooseSharing) private readonly sharing: ChooseSharing,
  ) {}

  @Route(encountersApi, 'GET /api/me/:registration/encounters')
  list(call: CallOf<Api, 'GET /api/me/:registration/encounters'>) {
    return this.encounters.list(call.params.registration);
  }

  @Route(encountersApi, 'GET /api/me/:registration/encounters/:encounter')
  one(call: CallOf<Api, 'GET /api/me/:registration/encounters/:encounter'>) {
    return this.encounters.view(call.params.registration, call.params.encounter);
  }

  @Route(encountersApi, 'PUT /api/me/:registration/encounters/:encounter/note')
  writeNote(call: CallOf<Api, 'PUT /api/me/:registration/encounters/:encounter/note'>) {
    return this.note.run(mine(call), call.body);
  }

  @Route(encountersApi, 'POST /api/me/:registration/encounters/:encounter/same-note')
  agreeTheSame(call: Mine) {
    return this.note.copyOthers(mine(call));
  }

  @Route(encountersApi, 'PUT /api/me/:registration/encounters/:encounter/sharing')
  share(call: CallOf<Api, 'PUT /api/me/:registration/encounters/:encounter/sharing'>) {
    return this.sharing.run(mine(call), call.body);
  }

  @Route(encountersApi, 'DELETE /api/me/:registration/encounters/:encounter/sharing')
  withdraw(call: CallOf<Api, 'DELETE /api/me/:registration/encounters/:encounter/sharing'>) {
    return this.sharing.withdraw(mine(call));
  }
}
