import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { contactKeptUntil, contactSheet, type Met } from '@hillo/domain/contacts';
import { RETENTION } from '@hillo/domain/registration';
import { Clock } from '../../../platform/clock/index.js';
import { TransactionRunner } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { AssociationViewRepository } from '../data/association-view-repository.js';
import { type KeptContact, KeptContactRepository } from '../data/kept-contact-repository.js';
import { Meetings } from './meetings.js';

const TASK = 'purge-contacts';
const DAY_MS = 86_400_000;

/**
 * The night's removal of what may no longer be kept (`quality.md` section 5): encounters 30 days after the evening, unless
 * both said yes; those after 12 months, or the night after either took it back. What is kept is only what was shared.
 */
@Injectable()
export class PurgeContacts implements OnModuleInit {
  constructor(
    @Inject(KeptContactRepository) private readonly contacts: KeptContactRepository,
    @Inject(AssociationViewRepository) private readonly views: AssociationViewRepository,
    @Inject(Meetings) private readonly meetings: Meetings,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(TASK, () => this.run());
    // Before the night empties registrations: what is kept is read from them.
    this.jobs.schedule(TASK, '20 0 * * *');
  }

  /** Interrupted, it goes on the next night; run twice, it changes nothing more. */
  async run(): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() - RETENTION.encounter.days * DAY_MS);
    for (const { eveningId, endsAt, registrationIds } of await this.contacts.due(until)) {
      const met = [...(await this.meetings.of(registrationIds)).values()].flat();
      const kept = met.filter((meeting) => contactKeptUntil(meeting, endsAt) > now);
      const contacts = kept.flatMap(keptSide);
      await this.transactions.run(async (db) => {
        await this.contacts.insert(db, contacts, now);
        await this.contacts.deleteExcept(
          db,
          eveningId,
          kept.map(({ encounter }) => encounter.id),
        );
      });
    }
    await this.transactions.run((db) => this.views.deleteExpired(db, until));
  }
}

/** The other's side of a kept encounter as its owner sees it now; each encounter comes once by each of its two. */
function keptSide(meeting: Met): KeptContact[] {
  return contactSheet([meeting]).map(({ encounterId, firstName, affiliation, fields }) => ({
    encounterId,
    registrationId: meeting.other.attendeeId,
    firstName,
    affiliation: affiliation ?? '',
    fields,
  }));
}
