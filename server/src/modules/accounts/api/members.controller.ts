import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { membersApi } from '@hillo/contracts/members';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { Invitations } from '../use-cases/invitations.js';
import { Members, type MemberScope } from '../use-cases/members.js';

type Api = typeof membersApi;

function scopeOf(call: { readonly actor: Actor; readonly params: { organisation: string } }): MemberScope {
  const accountId = 'accountId' in call.actor ? call.actor.accountId : '';
  return { organisationId: call.params.organisation, accountId };
}

@Controller()
export class MembersController {
  constructor(
    @Inject(Members) private readonly members: Members,
    @Inject(Invitations) private readonly invitations: Invitations,
  ) {}

  @Route(membersApi, 'GET /api/organisations/:organisation/members')
  list(call: CallOf<Api, 'GET /api/organisations/:organisation/members'>) {
    return this.members.list(scopeOf(call));
  }

  @Route(membersApi, 'POST /api/organisations/:organisation/invitations')
  invite(call: CallOf<Api, 'POST /api/organisations/:organisation/invitations'>) {
    return this.invitations.invite(scopeOf(call), call.body, call.operation);
  }

  @Route(membersApi, 'DELETE /api/organisations/:organisation/invitations/:invitation')
  withdraw(call: CallOf<Api, 'DELETE /api/organisations/:organisation/invitations/:invitation'>) {
    return this.invitations.withdraw(scopeOf(call), call.params.invitation, call.operation);
  }

  @Route(membersApi, 'PATCH /api/organisations/:organisation/members/:member')
  changeRoles(call: CallOf<Api, 'PATCH /api/organisations/:organisation/members/:member'>) {
    return this.members.changeRoles(scopeOf(call), call.params.member, call.body.roles, call.operation);
  }

  @Route(membersApi, 'DELETE /api/organisations/:organisation/members/:member')
  remove(call: CallOf<Api, 'DELETE /api/organisations/:organisation/members/:member'>) {
    return this.members.remove(scopeOf(call), call.params.member, call.operation);
  }

  @Route(membersApi, 'POST /api/invitations/look')
  look(call: CallOf<Api, 'POST /api/invitations/look'>) {
    return this.invitations.look(call.body.token, call.request);
  }

  @Route(membersApi, 'POST /api/session/invitation')
  accept(call: CallOf<Api, 'POST /api/session/invitation'>) {
    return this.invitations.accept(call.body.token, call.body.name, call.request, call.reply);
  }
}
