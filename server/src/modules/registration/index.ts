import { Module } from '@nestjs/common';
import { EveningsModule } from '../evenings/index.js';
import { ComingController } from './api/coming.controller.js';
import { OwnDataController } from './api/own-data.controller.js';
import { OwnPageController } from './api/own-page.controller.js';
import { PublicRegistrationController } from './api/public-registration.controller.js';
import { AccessNeedsRepository } from './data/access-needs-repository.js';
import { AttendeeRepository } from './data/attendee-repository.js';
import { ComingRepository } from './data/coming-repository.js';
import { ConsentRepository } from './data/consent-repository.js';
import { EmailChangeRepository } from './data/email-change-repository.js';
import { ErasureRepository } from './data/erasure-repository.js';
import { NoticeRepository } from './data/notice-repository.js';
import { RegistrationRepository } from './data/registration-repository.js';
import { RetentionRepository } from './data/retention-repository.js';
import { ApplyChanges } from './use-cases/apply-changes.js';
import { AskForLinks } from './use-cases/ask-for-links.js';
import { AttendanceListeners } from './use-cases/attendance-listeners.js';
import { AttendeeGrants } from './use-cases/attendee-grants.js';
import { CancelParty } from './use-cases/cancel-party.js';
import { AccessNeedsTasks } from './use-cases/coming/access-needs-tasks.js';
import { ChangeByHand } from './use-cases/coming/change-by-hand.js';
import { ComingPeople } from './use-cases/coming/coming-people.js';
import { ExportComing } from './use-cases/coming/export-coming.js';
import { ListComing } from './use-cases/coming/list-coming.js';
import { MoveByHand } from './use-cases/coming/move-by-hand.js';
import { DescribeForm } from './use-cases/describe-form.js';
import { DescribeRegistered } from './use-cases/describe-registered.js';
import { FormWriter } from './use-cases/form-writer.js';
import { EveningNotices } from './use-cases/mails/evening-notices.js';
import { Letters } from './use-cases/mails/letters.js';
import { RegistrationMails } from './use-cases/mails/registration-mails.js';
import { OpenPersonalLink } from './use-cases/open-personal-link.js';
import { ChangeEmail } from './use-cases/own/change-email.js';
import { EditOwn } from './use-cases/own/edit-own.js';
import { EmailChangeMails } from './use-cases/own/email-change-mails.js';
import { EraseOwn } from './use-cases/own/erase-own.js';
import { ErasureListeners } from './use-cases/own/erasure-listeners.js';
import { ErasureMails } from './use-cases/own/erasure-mails.js';
import { OwnAccessNeeds } from './use-cases/own/own-access-needs.js';
import { OwnDevices } from './use-cases/own/own-devices.js';
import { OwnParty } from './use-cases/own/own-party.js';
import { PartyErasure } from './use-cases/own/party-erasure.js';
import { PaperBoxes } from './use-cases/own/paper-boxes.js';
import { ReadOwnPage } from './use-cases/own/read-own-page.js';
import { PartyWriter } from './use-cases/party-writer.js';
import { PersonalLinks } from './use-cases/personal-links.js';
import { Purge } from './use-cases/purge.js';
import { Register } from './use-cases/register.js';
import { Registrations } from './use-cases/registrations.js';
import { Seats } from './use-cases/seats.js';
import { WalkInWriter } from './use-cases/walk-in-writer.js';

export type { HeadCount } from './data/attendee-repository.js';
export type { Attendee, RegistrationKind } from './data/rows.js';
export { keysOf, type NewCompanion } from './use-cases/person.js';
export { AskForLinks } from './use-cases/ask-for-links.js';
export { AttendanceListeners, type AttendanceListener } from './use-cases/attendance-listeners.js';
export { type ErasureListener, ErasureListeners } from './use-cases/own/erasure-listeners.js';
export { PaperBoxes, type PaperTicks } from './use-cases/own/paper-boxes.js';
export { PersonalLinks } from './use-cases/personal-links.js';
export { Registrations } from './use-cases/registrations.js';
export type { WalkIn } from './use-cases/walk-in-writer.js';

const REPOSITORIES = [
  AccessNeedsRepository,
  AttendeeRepository,
  ComingRepository,
  ConsentRepository,
  EmailChangeRepository,
  ErasureRepository,
  NoticeRepository,
  RegistrationRepository,
  RetentionRepository,
];

const COMING = [AccessNeedsTasks, ChangeByHand, ComingPeople, ExportComing, ListComing, MoveByHand];

const MAILS = [EveningNotices, Letters, RegistrationMails];

const OWN_PAGE = [
  ChangeEmail,
  EditOwn,
  EmailChangeMails,
  EraseOwn,
  ErasureListeners,
  ErasureMails,
  OwnAccessNeeds,
  OwnDevices,
  OwnParty,
  PartyErasure,
  PaperBoxes,
  ReadOwnPage,
];

/** Signing up, the waitlist, the own page, and who is coming. */
@Module({
  imports: [EveningsModule],
  controllers: [ComingController, OwnDataController, OwnPageController, PublicRegistrationController],
  providers: [
    ...REPOSITORIES,
    ...COMING,
    ...MAILS,
    ...OWN_PAGE,
    ApplyChanges,
    AskForLinks,
    AttendanceListeners,
    AttendeeGrants,
    CancelParty,
    DescribeForm,
    DescribeRegistered,
    FormWriter,
    OpenPersonalLink,
    PartyWriter,
    PersonalLinks,
    Purge,
    Register,
    Registrations,
    Seats,
    WalkInWriter,
  ],
  exports: [AskForLinks, AttendanceListeners, ErasureListeners, PaperBoxes, PersonalLinks, Registrations],
})
export class RegistrationModule {}
