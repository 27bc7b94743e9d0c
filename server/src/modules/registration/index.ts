import { Module } from '@nestjs/common';
import { EveningsModule } from '../evenings/index.js';
import { OwnPageController } from './api/own-page.controller.js';
import { PublicRegistrationController } from './api/public-registration.controller.js';
import { AccessNeedsRepository } from './data/access-needs-repository.js';
import { AttendeeRepository } from './data/attendee-repository.js';
import { ConsentRepository } from './data/consent-repository.js';
import { RegistrationRepository } from './data/registration-repository.js';
import { ApplyChanges } from './use-cases/apply-changes.js';
import { AskForLinks } from './use-cases/ask-for-links.js';
import { AttendanceListeners } from './use-cases/attendance-listeners.js';
import { AttendeeGrants } from './use-cases/attendee-grants.js';
import { CancelParty } from './use-cases/cancel-party.js';
import { DescribeForm } from './use-cases/describe-form.js';
import { DescribeRegistered } from './use-cases/describe-registered.js';
import { OpenPersonalLink } from './use-cases/open-personal-link.js';
import { EditOwn } from './use-cases/own/edit-own.js';
import { OwnAccessNeeds } from './use-cases/own/own-access-needs.js';
import { OwnDevices } from './use-cases/own/own-devices.js';
import { OwnParty } from './use-cases/own/own-party.js';
import { ReadOwnPage } from './use-cases/own/read-own-page.js';
import { PartyWriter } from './use-cases/party-writer.js';
import { PersonalLinks } from './use-cases/personal-links.js';
import { Register } from './use-cases/register.js';
import { Registrations } from './use-cases/registrations.js';
import { Seats } from './use-cases/seats.js';

export type { HeadCount } from './data/attendee-repository.js';
export type { Attendee, RegistrationKind } from './data/rows.js';
export type { NewCompanion } from './use-cases/person.js';
export { AttendanceListeners, type AttendanceListener } from './use-cases/attendance-listeners.js';
export { PersonalLinks } from './use-cases/personal-links.js';
export { Registrations, type WalkIn } from './use-cases/registrations.js';

const REPOSITORIES = [AccessNeedsRepository, AttendeeRepository, ConsentRepository, RegistrationRepository];

const OWN_PAGE = [EditOwn, OwnAccessNeeds, OwnDevices, OwnParty, ReadOwnPage];

/** Signing up, the waitlist, the own page, and who is coming. */
@Module({
  imports: [EveningsModule],
  controllers: [OwnPageController, PublicRegistrationController],
  providers: [
    ...REPOSITORIES,
    ...OWN_PAGE,
    ApplyChanges,
    AskForLinks,
    AttendanceListeners,
    AttendeeGrants,
    CancelParty,
    DescribeForm,
    DescribeRegistered,
    OpenPersonalLink,
    PartyWriter,
    PersonalLinks,
    Register,
    Registrations,
    Seats,
  ],
  exports: [AttendanceListeners, PersonalLinks, Registrations],
})
export class RegistrationModule {}
