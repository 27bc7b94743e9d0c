import { Inject, Injectable } from '@nestjs/common';
import { CONSENT_TEXT_VERSION, type ConsentKind } from '@hillo/domain/registration';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import type { Transaction } from '../../../../platform/database/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import { ConsentRepository } from '../../data/consent-repository.js';
import { RegistrationRepository } from '../../data/registration-repository.js';

/** The boxes of a paper card; what is missing stays as it is. */
export interface PaperTicks {
  readonly draw?: boolean | undefined;
  readonly share?: boolean | undefined;
}

const BOXES = [
  { tick: 'draw', column: 'drawOptIn', kind: 'draw' },
  { tick: 'share', column: 'sharesWithEveryone', kind: 'share-with-everyone' },
] as const satisfies readonly { tick: keyof PaperTicks; column: string; kind: ConsentKind }[];

/**
 * What somebody ticked on paper, kept as a consent given on paper (product rules 4 and 7). A tick typed in by mistake is taken
 * back the same way; a yes that the person gave elsewhere is not.
 */
@Injectable()
export class PaperBoxes {
  constructor(
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(RegistrationRepository) private readonly registrations: RegistrationRepository,
    @Inject(ConsentRepository) private readonly consents: ConsentRepository,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async tick(
    db: Transaction,
    id: string,
    ticks: PaperTicks,
  ): Promise<Outcome<void, 'not-found' | 'box-ticked-elsewhere'>> {
    const person = (await this.attendees.lock([id], db)).get(id);
    if (!person) return fail('not-found');
    const changed = BOXES.filter(
      ({ tick, column }) => ticks[tick] !== undefined && ticks[tick] !== person[column],
    );
    for (const { tick, kind } of changed)
      if (ticks[tick] === false && (await this.consents.lastChannel(db, id, kind)) !== 'paper')
        return fail('box-ticked-elsewhere');
    if (changed.length === 0) return ok(undefined);
    const set = Object.fromEntries(changed.map(({ tick, column }) => [column, ticks[tick] === true]));
    await this.registrations.update(db, [id], set);
    const decisions = changed.map(({ tick, kind }) => ({ kind, given: ticks[tick] === true }));
    await this.consents.record(db, id, decisions, {
      textVersion: CONSENT_TEXT_VERSION,
      channel: 'paper',
      decidedAt: this.clock.now(),
    });
    db.change(`registration:${id}`, 'edited');
    return ok(undefined);
  }
}
