import { Global, Module } from '@nestjs/common';
import { ActorResolver } from '../../platform/http/index.js';
import { SessionController } from './api/session.controller.js';
import { AccountRepository } from './data/account-repository.js';
import { SessionRepository } from './data/session-repository.js';
import { SignInLinkRepository } from './data/sign-in-link-repository.js';
import { DescribeSession } from './use-cases/describe-session.js';
import { GrantNames } from './use-cases/grant-names.js';
import { ResolveActor } from './use-cases/resolve-actor.js';
import { SendSignInLink } from './use-cases/send-sign-in-link.js';
import { Sessions } from './use-cases/sessions.js';
import { SignIn } from './use-cases/sign-in.js';

export { AccountRepository } from './data/account-repository.js';
export { GrantNames, type GrantName } from './use-cases/grant-names.js';
export { Sessions, type GrantToGive } from './use-cases/sessions.js';
export { SignIn } from './use-cases/sign-in.js';

/** Organisations, members, sessions and what they open. Global, because it answers who is asking. */
@Global()
@Module({
  controllers: [SessionController],
  providers: [
    AccountRepository,
    DescribeSession,
    GrantNames,
    { provide: ActorResolver, useClass: ResolveActor },
    SendSignInLink,
    SessionRepository,
    Sessions,
    SignIn,
    SignInLinkRepository,
  ],
  exports: [AccountRepository, ActorResolver, GrantNames, Sessions, SignIn],
})
export class AccountsModule {}
