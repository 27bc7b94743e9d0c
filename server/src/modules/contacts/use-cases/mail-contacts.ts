import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import { CONTACT_FILES } from '@hillo/contracts/contacts';
import { fail, isLocale, type Locale, ok } from '@hillo/domain/shared';
import { type Operation, Operations } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Registrations } from '../../registration/index.js';
import { ExportLog } from './files/export-log.js';
import { SheetFiles } from './files/sheet-files.js';
import { OwnSheet } from './own-sheet.js';
import { ContactLetters } from './contact-letters.js';

/** Job that mails a sheet to its owner; payload `{ eveningId, registrationId, locale, operationId }`. */
const SEND_OWN_CONTACTS = 'send-own-contacts';
const ATTACHED = CONTACT_FILES.filter((format) => format === 'pdf' || format === 'xlsx' || format === 'vcf');

/** The contact sheet mailed to oneself, as files (S70). */
@Injectable()
export class MailContacts implements OnModuleInit {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(OwnSheet) private readonly sheets: OwnSheet,
    @Inject(SheetFiles) private readonly files: SheetFiles,
    @Inject(ContactLetters) private readonly letters: ContactLetters,
    @Inject(ExportLog) private readonly log: ExportLog,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(SEND_OWN_CONTACTS, ({ eveningId, registrationId, locale, operationId }) =>
      this.send(String(eveningId), String(registrationId), String(locale), String(operationId)),
    );
  }

  ask(actor: Actor, operation: Operation, locale: Locale) {
    return this.operations.once<undefined, 'not-found' | 'no-own-address'>(
      operation,
      async (db) => {
        if (actor.role !== 'attendee') return fail('not-found');
        const { eveningId, registrationId } = actor;
        const me = await this.registrations.byId(eveningId, registrationId, db);
        if (!me) return fail('not-found');
        if (me.email === null) return fail('no-own-address');
        const payload = { eveningId, registrationId, locale, operationId: operation.id };
        await db.enqueue(SEND_OWN_CONTACTS, payload);
        return ok({ id: registrationId });
      },
      () => Promise.resolve(ok(undefined)),
    );
  }

  /** Read when it is sent, so that a yes taken back meanwhile is respected. */
  private async send(
    eveningId: string,
    registrationId: string,
    said: string,
    operationId: string,
  ): Promise<void> {
    const me = await this.registrations.byId(eveningId, registrationId);
    const locale = isLocale(said) ? said : 'fi';
    const sheet = await this.sheets.toWrite(eveningId, registrationId, locale);
    if (!me || me.email === null || !sheet) return;
    const files = await Promise.all(ATTACHED.map((format) => this.files.write(sheet, format, locale)));
    await this.letters.ownContacts(me, sheet.evening, locale, operationId, files);
    await this.log.add(eveningId, `attendee:${registrationId}`, 'mail', files[0]?.rows ?? 0);
  }
}
