import { Global, Module } from '@nestjs/common';
import { ActorResolver, StepUpGate } from '../../platform/http/index.js';
import { MembersController } from './api/members.controller.js';
import { PasskeysController } from './api/passkeys.controller.js';
import { SessionController } from './api/session.controller.js';
import { StepUpController } from './api/step-up.controller.js';
import { AccountRepository } from './data/account-repository.js';
import { InvitationRepository } from './data/invitation-repository.js';
import { MemberRepository } from './data/member-repository.js';
import { PasskeyRepository } from './data/passkey-repository.js';
import { SessionRepository } from './data/session-repository.js';
import { SignInLinkRepository } from './data/sign-in-link-repository.js';
import { StepUpRepository } from './data/step-up-repository.js';
import { AccountMails } from './use-cases/account-mails.js';
import { DescribeSession } from './use-cases/describe-session.js';
import { GrantNames } from './use-cases/grant-names.js';
import { Invitations } from './use-cases/invitations.js';
import { Members } from './use-cases/members.js';
import { Passkeys } from './use-cases/passkeys.js';
import { ResolveActor } from './use-cases/resolve-actor.js';
import { SendSignInLink } from './use-cases/send-sign-in-link.js';
import { Sessions } from './use-cases/sessions.js';
import { SignIn } from './use-cases/sign-in.js';
import { StepUpAddresses } from './use-cases/step-up/step-up-addresses.js';
import { StepUpMails } from './use-cases/step-up/step-up-mails.js';
import { StepUps } from './use-cases/step-up/step-ups.js';

export { AccountMails } from './use-cases/account-mails.js';
export { Invitations } from './use-cases/invitations.js';
export { AccountRepository } from './data/account-repository.js';
export { StepUpRepository } from './data/step-up-repository.js';
export { GrantNames, type GrantName } from './use-cases/grant-names.js';
export { Sessions, type GrantToGive } from './use-cases/sessions.js';
export { SignIn } from './use-cases/sign-in.js';
export { StepUpAddresses } from './use-cases/step-up/step-up-addresses.js';
export { StepUps } from './use-cases/step-up/step-ups.js';

/** Organisations, members, sessions and what they open. Global, because it answers who is asking. */
@Global()
@Module({
  controllers: [MembersController, PasskeysController, SessionController, StepUpController],
  providers: [
    AccountMails,
    InvitationRepository,
    Invitations,
    MemberRepository,
    Members,
    PasskeyRepository,
    Passkeys,
    AccountRepository,
    DescribeSession,
    GrantNames,
    { provide: ActorResolver, useClass: ResolveActor },
    SendSignInLink,
    SessionRepository,
    Sessions,
    SignIn,
    SignInLinkRepository,
    StepUpAddresses,
    { provide: StepUpGate, useExisting: StepUps },
    StepUpMails,
    StepUpRepository,
    StepUps,
  ],
  exports: [
    AccountMails,
    AccountRepository,
    ActorResolver,
    GrantNames,
    Invitations,
    Sessions,
    SignIn,
    StepUpAddresses,
    StepUpGate,
    StepUps,
  ],
})
export class AccountsModule {}
