import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { passkeysApi } from '@hillo/contracts/passkeys';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { Passkeys } from '../use-cases/passkeys.js';

type Api = typeof passkeysApi;

function accountOf({ actor }: { readonly actor: Actor }): string {
  return 'accountId' in actor ? actor.accountId : '';
}

@Controller()
export class PasskeysController {
  constructor(@Inject(Passkeys) private readonly passkeys: Passkeys) {}

  @Route(passkeysApi, 'GET /api/account/passkeys')
  list(call: CallOf<Api, 'GET /api/account/passkeys'>) {
    return this.passkeys.list(accountOf(call));
  }

  @Route(passkeysApi, 'POST /api/account/passkey-options')
  registrationOptions(call: CallOf<Api, 'POST /api/account/passkey-options'>) {
    return this.passkeys.registrationOptions(accountOf(call));
  }

  @Route(passkeysApi, 'POST /api/account/passkeys')
  save(call: CallOf<Api, 'POST /api/account/passkeys'>) {
    return this.passkeys.save(accountOf(call), call.body);
  }

  @Route(passkeysApi, 'DELETE /api/account/passkeys/:passkey')
  remove(call: CallOf<Api, 'DELETE /api/account/passkeys/:passkey'>) {
    return this.passkeys.remove(accountOf(call), call.params.passkey, call.operation);
  }

  @Route(passkeysApi, 'POST /api/session/passkey-options')
  signInOptions() {
    return this.passkeys.signInOptions();
  }

  @Route(passkeysApi, 'POST /api/session/passkey')
  signIn(call: CallOf<Api, 'POST /api/session/passkey'>) {
    return this.passkeys.authenticate(call.body, call.request, call.reply);
  }
}
