import { Module } from '@nestjs/common';
import { AttendeeRepository } from './data/attendee-repository.js';
import { RegistrationRepository } from './data/registration-repository.js';
import { AttendanceListeners } from './use-cases/attendance-listeners.js';
import { PartyWriter } from './use-cases/party-writer.js';
import { PersonalLinks } from './use-cases/personal-links.js';
import { Registrations } from './use-cases/registrations.js';

export type { HeadCount } from './data/attendee-repository.js';
export type { Attendee, RegistrationKind } from './data/rows.js';
export { AttendanceListeners, type AttendanceListener } from './use-cases/attendance-listeners.js';
export type { NewCompanion } from './use-cases/person.js';
export { PersonalLinks } from './use-cases/personal-links.js';
export { Registrations, type WalkIn } from './use-cases/registrations.js';

/** Signing up, the waitlist, the own page, and who is coming. */
@Module({
  providers: [
    AttendanceListeners,
    AttendeeRepository,
    RegistrationRepository,
    PartyWriter,
    PersonalLinks,
    Registrations,
  ],
  exports: [AttendanceListeners, PersonalLinks, Registrations],
})
export class RegistrationModule {}
