import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../../platform/jobs/index.js';
import { EveningListeners, Evenings } from '../../evenings/index.js';
import { Registrations } from '../../registration/index.js';
import { KeptContactRepository } from '../data/kept-contact-repository.js';
import { ContactLetters } from './contact-letters.js';

/** Job for one person; payload `{ eveningId, registrationId }`. */
const SEND_SHEET_READY = 'send-contact-sheet-ready';

/** At the close everyone with encounters gets one mail to the contact sheet. */
@Injectable()
export class TellSheetsReady implements OnModuleInit {
  constructor(
    @Inject(EveningListeners) private readonly listeners: EveningListeners,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(KeptContactRepository) private readonly contacts: KeptContactRepository,
    @Inject(ContactLetters) private readonly letters: ContactLetters,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.listeners.add({
      closed: async (db, { id: eveningId }) => {
        for (const registrationId of await this.contacts.whoMetSomebody(db, eveningId))
          await db.enqueue(
            SEND_SHEET_READY,
            { eveningId, registrationId },
            { key: `${SEND_SHEET_READY}:${registrationId}` },
          );
      },
    });
    this.jobs.register(SEND_SHEET_READY, async ({ eveningId, registrationId }) => {
      const evening = await this.evenings.byId(String(eveningId));
      const me = await this.registrations.byId(String(eveningId), String(registrationId));
      if (evening && me?.email) await this.letters.sheetIsReady(me, evening);
    });
  }
}
