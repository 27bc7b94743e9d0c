import { Inject, Injectable } from '@nestjs/common';
import type { Locale, Outcome } from '@hillo/domain/shared';
import type { Db, Transaction } from '../../../platform/database/index.js';
import { EveningRepository } from '../data/evening-repository.js';
import type { Evening } from '../data/evening-row.js';
import { EveningView } from './evening-view.js';
import { MoveEvening } from './move-evening.js';
import { ReadEvenings } from './read-evenings.js';
import { ShareEvening } from './share-evening.js';

/** What modules above may ask of evenings. */
@Injectable()
export class Evenings {
  constructor(
    @Inject(EveningRepository) private readonly evenings: EveningRepository,
    @Inject(MoveEvening) private readonly move: MoveEvening,
    @Inject(EveningView) private readonly view: EveningView,
    @Inject(ReadEvenings) private readonly reads: ReadEvenings,
    @Inject(ShareEvening) private readonly share: ShareEvening,
  ) {}

  /** In any state, also a draft: ask `isPublic(evening.state)` before showing it to the public. One round trip. */
  byId(id: string, db?: Db): Promise<Evening | undefined> {
    return this.evenings.byId(id, db);
  }

  bySlug(slug: string, db?: Db): Promise<Evening | undefined> {
    return this.evenings.bySlug(slug, db);
  }

  /** Holds the evening's row until the transaction ends: seats, waitlist and state are decided under it. Two round trips. */
  lock(db: Transaction, id: string): Promise<Evening | undefined> {
    return this.evenings.lock(db, id);
  }

  /** At a check-in: starts a published evening, changes nothing at a running one, refuses any other. */
  markRunning(
    db: Transaction,
    id: string,
  ): Promise<Outcome<void, 'not-found' | 'evening-state-forbids' | 'place-missing'>> {
    return this.move.startIn(db, id);
  }

  /** The public page. */
  publicUrl(evening: Pick<Evening, 'slug'>): string {
    return this.view.publicUrl(evening);
  }

  /** Own name, else the theme, in the reader's language. */
  nameOf(evening: Pick<Evening, 'plan'>, locale: Locale): string {
    return this.view.name(evening, locale);
  }

  /** As {@link nameOf}, for several at once, by id. One round trip. */
  namesOf(ids: readonly string[], locale: Locale): Promise<ReadonlyMap<string, string>> {
    return this.reads.names(ids, locale);
  }

  /** The calendar entry for `writeEventCalendar`; UID and SEQUENCE are those of every other file and mail. */
  calendarEvent(evening: Evening, locale: Locale) {
    return this.share.calendarEvent(evening, locale);
  }
}
