import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { ContactFile, ContactSheetView } from '@hillo/contracts/contacts';
import { contactSheet, sortSheet, whoHasMyContact } from '@hillo/domain/contacts';
import { keptUntil } from '@hillo/domain/registration';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { FileAnswer } from '../../../platform/http/index.js';
import { Evenings } from '../../evenings/index.js';
import { Registrations } from '../../registration/index.js';
import { ExportLog } from './files/export-log.js';
import { SheetFiles, type SheetToWrite } from './files/sheet-files.js';
import { Meetings } from './meetings.js';
import { endOf, eveningView, rowView } from './sheet-view.js';

/** An attendee's contact sheet (S70): on the page and as files. */
@Injectable()
export class OwnSheet {
  constructor(
    @Inject(Meetings) private readonly meetings: Meetings,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(SheetFiles) private readonly files: SheetFiles,
    @Inject(ExportLog) private readonly log: ExportLog,
  ) {}

  async read(actor: Actor, locale: Locale): Promise<Outcome<ContactSheetView, 'not-found'>> {
    if (actor.role !== 'attendee') return fail('not-found');
    const { registrationId, eveningId } = actor;
    const found = await this.load(eveningId, registrationId);
    if (!found) return fail('not-found');
    const { evening, me, met } = found;
    const end = endOf(evening);
    return ok({
      evening: eveningView(this.evenings, evening, locale),
      me: { firstName: me.firstName, hasAddress: me.email !== null },
      goneFrom: keptUntil('encounter', end).toISOString(),
      keptGoneFrom: keptUntil('kept-contact', end).toISOString(),
      rows: sortSheet(contactSheet(met), 'name', locale).map(rowView),
      holders: whoHasMyContact(met).map((holder) => ({ ...holder, fields: [...holder.fields] })),
    });
  }

  /** A read, though it is counted: who takes a copy when is what the organiser has to be able to tell. */
  async file(actor: Actor, format: ContactFile, locale: Locale): Promise<Outcome<FileAnswer, 'not-found'>> {
    if (actor.role !== 'attendee') return fail('not-found');
    const sheet = await this.toWrite(actor.eveningId, actor.registrationId, locale);
    if (!sheet) return fail('not-found');
    const file = await this.files.write(sheet, format, locale);
    await this.log.add(actor.eveningId, actor.key, format, file.rows);
    return ok(new FileAnswer(file.content, file.mediaType, file.name));
  }

  /** The sheet of one person as it is now, for a file or a mail. */
  async toWrite(
    eveningId: string,
    registrationId: string,
    locale: Locale,
  ): Promise<SheetToWrite | undefined> {
    const found = await this.load(eveningId, registrationId);
    if (!found) return undefined;
    const rows = sortSheet(contactSheet(found.met), 'name', locale);
    return { evening: found.evening, owner: found.me.firstName, sections: [{ collector: null, rows }] };
  }

  private async load(eveningId: string, registrationId: string) {
    const evening = await this.evenings.byId(eveningId);
    const me = await this.registrations.byId(eveningId, registrationId);
    if (!evening || !me) return undefined;
    const met = (await this.meetings.of([registrationId])).get(registrationId) ?? [];
    return { evening, me, met };
  }
}
