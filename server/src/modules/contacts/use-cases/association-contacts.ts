import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { AssociationContacts as Contacts, ContactFile } from '@hillo/contracts/contacts';
import { associationView, type CollectedContacts, sortSheet } from '@hillo/domain/contacts';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { FileAnswer } from '../../../platform/http/index.js';
import { contactValues, standingChoice } from '../../encounters/index.js';
import { Evenings } from '../../evenings/index.js';
import { AssociationViewRepository } from '../data/association-view-repository.js';
import { AssociationViews } from './association-views.js';
import { ExportLog } from './files/export-log.js';
import { SheetFiles } from './files/sheet-files.js';
import { Meetings } from './meetings.js';
import { eveningView, rowView } from './sheet-view.js';

/** What an association sees: contacts of those who ticked it, with fields only where the sharing text said so (rule 15). */
@Injectable()
export class AssociationContacts {
  constructor(
    @Inject(AssociationViewRepository) private readonly repository: AssociationViewRepository,
    @Inject(AssociationViews) private readonly views: AssociationViews,
    @Inject(Meetings) private readonly meetings: Meetings,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(SheetFiles) private readonly files: SheetFiles,
    @Inject(ExportLog) private readonly log: ExportLog,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read(actor: Actor, locale: Locale): Promise<Outcome<Contacts, 'not-found'>> {
    const found = await this.load(actor);
    if (!found) return fail('not-found');
    const { evening, view, collected } = found;
    return ok({
      evening: eveningView(this.evenings, evening, locale),
      affiliation: view.affiliation,
      expiresAt: view.expiresAt.toISOString(),
      collectors: collected.map(({ rows, ...collector }) => ({
        ...collector,
        rows: sortSheet(rows, 'name', locale).map(rowView),
      })),
    });
  }

  async file(actor: Actor, format: ContactFile, locale: Locale): Promise<Outcome<FileAnswer, 'not-found'>> {
    const found = await this.load(actor);
    if (!found) return fail('not-found');
    const { evening, view, collected } = found;
    const sections = collected.map(({ firstName, rows }) => ({
      collector: firstName,
      rows: sortSheet(rows, 'name', locale),
    }));
    const file = await this.files.write({ evening, owner: view.affiliation, sections }, format, locale);
    await this.log.add(evening.id, actor.key, format, file.rows);
    return ok(new FileAnswer(file.content, file.mediaType, file.name));
  }

  private async load(actor: Actor) {
    if (actor.role !== 'association') return undefined;
    const view = await this.repository.live(actor.viewId, this.clock.now());
    const evening = view && (await this.evenings.byId(view.eveningId));
    if (!view || !evening || view.eveningId !== actor.eveningId) return undefined;
    const association = await this.views.find(view.eveningId, view.affiliation);
    return { view, evening, collected: await this.collected(association?.allowing ?? []) };
  }

  private async collected(
    allowing: NonNullable<Awaited<ReturnType<AssociationViews['find']>>>['allowing'],
  ): Promise<CollectedContacts[]> {
    const met = await this.meetings.of(allowing.map(({ id }) => id));
    return associationView(
      allowing.map((attendee) => ({
        person: {
          attendeeId: attendee.id,
          firstName: attendee.firstName,
          affiliation: attendee.affiliation || null,
          values: contactValues(attendee),
          standing: standingChoice(attendee),
        },
        associationMaySee: attendee.associationMaySee,
        met: met.get(attendee.id) ?? [],
      })),
    );
  }
}
