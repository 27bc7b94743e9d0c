import { Controller, Inject } from '@nestjs/common';
import { accountsApi } from '@hillo/contracts/accounts';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { DescribeSession } from '../use-cases/describe-session.js';
import { Sessions } from '../use-cases/sessions.js';
import { SignIn } from '../use-cases/sign-in.js';
import { SendSignInLink } from '../use-cases/send-sign-in-link.js';

type Api = typeof accountsApi;

@Controller()
export class SessionController {
  constructor(
    @Inject(DescribeSession) private readonly describe: DescribeSession,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SendSignInLink) private readonly sendLink: SendSignInLink,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

  @Route(accountsApi, 'GET /api/session')
  session(call: CallOf<Api, 'GET /api/session'>) {
    return this.describe.run(call.request, call.locale);
  }

  @Route(accountsApi, 'DELETE /api/session')
  signOut(call: CallOf<Api, 'DELETE /api/session'>) {
    return this.sessions.end(call.actor.sessionId, call.reply);
  }

  @Route(accountsApi, 'POST /api/sign-in-links')
  requestLink(call: CallOf<Api, 'POST /api/sign-in-links'>) {
    return this.sendLink.request(call.body.email, call.locale);
  }

  @Route(accountsApi, 'POST /api/session/sign-in')
  claimLink(call: CallOf<Api, 'POST /api/session/sign-in'>) {
    return this.signIn.withLink(call.body.token, call.request, call.reply);
  }
}
