import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { ownDataApi } from '@hillo/contracts/own-data';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ChangeEmail } from '../use-cases/own/change-email.js';
import { EraseOwn } from '../use-cases/own/erase-own.js';

type Api = typeof ownDataApi;

/** The grant names the evening, so no row has to be read for it. */
function eveningOf(actor: Actor): string {
  return 'eveningId' in actor ? actor.eveningId : '';
}

/** What a person does about the own data besides correcting it. */
@Controller()
export class OwnDataController {
  constructor(
    @Inject(ChangeEmail) private readonly email: ChangeEmail,
    @Inject(EraseOwn) private readonly erasure: EraseOwn,
  ) {}

  @Route(ownDataApi, 'POST /api/me/:registration/email-changes')
  changeEmail(call: CallOf<Api, 'POST /api/me/:registration/email-changes'>) {
    const { actor, params, body, operation, locale } = call;
    return this.email.ask(actor, params.registration, body.email, operation, locale);
  }

  @Route(ownDataApi, 'POST /api/me/:registration/erasure')
  erase({ actor, params, operation }: CallOf<Api, 'POST /api/me/:registration/erasure'>) {
    return this.erasure.run(actor, params.registration, eveningOf(actor), operation);
  }

  @Route(ownDataApi, 'POST /api/email-changes/confirmation')
  confirmEmail({ body, request }: CallOf<Api, 'POST /api/email-changes/confirmation'>) {
    return this.email.confirm(body.token, request);
  }
}
