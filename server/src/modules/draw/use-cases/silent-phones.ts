import { Inject, Injectable } from '@nestjs/common';
import type { SilentPhones as View } from '@hillo/contracts/draw';
import { PHONE_SILENT_AFTER_MS, SILENT_PHONES_NAMED_MAX } from '@hillo/domain/draw';
import { Clock } from '../../../platform/clock/index.js';
import { SilentPhoneRepository } from '../data/silent-phone-repository.js';

/** Whose phone was not heard from, so that a host knows before the freeze who may still have marks to send (rule 5). */
@Injectable()
export class SilentPhones {
  constructor(
    @Inject(SilentPhoneRepository) private readonly phones: SilentPhoneRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(eveningId: string): Promise<View> {
    const since = new Date(this.clock.now().getTime() - PHONE_SILENT_AFTER_MS);
    const people = await this.phones.read(eveningId, since, SILENT_PHONES_NAMED_MAX);
    return {
      count: people[0]?.count ?? 0,
      people: people.map(({ heardAt, ...person }) => ({ ...person, heardAt: heardAt.toISOString() })),
    };
  }
}
