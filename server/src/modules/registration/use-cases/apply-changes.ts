import { Inject, Injectable } from '@nestjs/common';
import { chooseShownSector } from '@hillo/domain/registration';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import type { Transaction } from '../../../platform/database/index.js';
import type { Evening } from '../../evenings/index.js';
import { AttendeeRepository } from '../data/attendee-repository.js';
import { type RegistrationChanges, RegistrationRepository } from '../data/registration-repository.js';
import type { Attendee } from '../data/rows.js';
import { keysOf } from './person.js';

/** Writes corrected fields of one registration, whoever corrects them, and keeps everything that follows from them true. */
@Injectable()
export class ApplyChanges {
  constructor(
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
  ) {}

  /** Call it with the row locked. Sector and playing stand from check-in on: the card was made with them. */
  async run(
    db: Transaction,
    own: Attendee,
    evening: Evening,
    changes: RegistrationChanges,
  ): Promise<Outcome<void, 'shown-sector-on-another-side' | 'registration-checked-in'>> {
    const next = { ...own, ...changes };
    const settled = next.sector === own.sector && next.plays === own.plays;
    if (own.checkedInAt !== null && !settled) return fail('registration-checked-in');
    // A sector that was shown before may lie on another side than the new own one.
    const asked = changes.shownSector !== undefined;
    const shown = chooseShownSector(next.sector, next.shownSector ?? next.sector, evening.sideOverrides);
    if (!shown.ok && asked) return shown;
    await this.registrations.update(db, [own.id], {
      ...changes,
      ...(shown.ok ? {} : { shownSector: null }),
      ...(next.plays ? {} : { drawOptIn: false }),
      ...keysOf(next),
    });
    if (next.sector !== own.sector) {
      const companions = (await this.attendees.party(own.id, db)).slice(1).map(({ id }) => id);
      await this.registrations.update(db, companions, { sector: next.sector });
    }
    return ok(undefined);
  }
}
