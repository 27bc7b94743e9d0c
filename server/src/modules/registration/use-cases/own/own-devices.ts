import { Inject, Injectable } from '@nestjs/common';
import { fail, ok } from '@hillo/domain/shared';
import { type Operation, Operations } from '../../../../platform/database/index.js';
import { DerivedTokens } from '../../../../platform/tokens/index.js';
import { Sessions } from '../../../accounts/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { RegistrationRepository } from '../../data/registration-repository.js';
import { enqueueMail } from '../mails/tasks.js';
import { PersonalLinks } from '../personal-links.js';

/** The devices on which the own page is open, and the new link that ends the others (product rule 14). */
@Injectable()
export class OwnDevices {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  async list(id: string, sessionId: string | null) {
    const devices = await this.sessions.devices('attendee', id);
    return {
      devices: devices.map((device) => ({
        label: device.deviceLabel,
        since: device.createdAt.toISOString(),
        seenAt: device.seenAt.toISOString(),
        isThisOne: device.id === sessionId,
      })),
    };
  }

  newLink(id: string, sessionId: string | null, operation: Operation) {
    return this.operations.once(
      operation,
      async (db) => {
        const own = (await this.attendees.lock([id], db)).get(id);
        if (!own) return fail('not-found');
        const personalVersion = own.personalVersion + 1;
        await this.registrations.update(db, [id], {
          personalVersion,
          personalHash: this.tokens.deriveHash('personal', id, personalVersion),
        });
        await this.sessions.revoke(db, 'attendee', id, sessionId);
        await enqueueMail(db, id, 'newLink');
        return ok({ id });
      },
      async () => {
        const [own] = await this.attendees.byIds([id]);
        return own ? ok({ personalLink: this.links.personal(own) }) : fail('not-found');
      },
    );
  }

  async leave(id: string, sessionId: string | null): Promise<void> {
    if (sessionId !== null) await this.sessions.leave(sessionId, 'attendee', id);
  }
}
