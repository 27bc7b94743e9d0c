import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { wallClockAt } from '@hillo/domain/evenings';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { dates } from '@hillo/i18n';
import { Clock } from '../../../platform/clock/index.js';
import { writeEventCalendar } from '../../../platform/documents/calendar.js';
import { renderShareImage } from '../../../platform/documents/share-image.js';
import { FileAnswer } from '../../../platform/http/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Texts } from '../../../platform/texts/index.js';
import { EveningRepository } from '../data/evening-repository.js';
import type { Evening } from '../data/evening-row.js';
import { ShareImageRepository } from '../data/share-image-repository.js';
import { EveningView } from './evening-view.js';
import { ReadEvenings } from './read-evenings.js';

/** Job that draws the picture of an evening; payload `{ eveningId }`. */
export const MAKE_SHARE_IMAGE = 'make-share-image';

export const CALENDAR_PRODUCT = { company: 'Hillo', product: 'Hillo' } as const;

/** What lets people share an evening: its picture and its calendar file. */
@Injectable()
export class ShareEvening implements OnModuleInit {
  constructor(
    @Inject(EveningRepository) private readonly evenings: EveningRepository,
    @Inject(ShareImageRepository) private readonly images: ShareImageRepository,
    @Inject(ReadEvenings) private readonly reads: ReadEvenings,
    @Inject(EveningView) private readonly view: EveningView,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.register(MAKE_SHARE_IMAGE, async ({ eveningId }) => {
      const evening = await this.evenings.byId(String(eveningId));
      if (evening) await this.images.save(evening.id, await this.draw(evening), this.clock.now());
    });
  }

  async image(slug: string) {
    const evening = await this.reads.published(slug);
    const png = evening && (await this.images.find(evening.id));
    return png ? ok(new FileAnswer(png, 'image/png', `${slug}.png`, 'inline')) : fail('not-found');
  }

  /** The public entry: it names the public address only, never a person or a personal link. */
  async calendar(slug: string, locale: Locale) {
    const evening = await this.reads.published(slug);
    if (!evening) return fail('not-found');
    const content = writeEventCalendar({
      method: evening.state === 'cancelled' ? 'CANCEL' : 'PUBLISH',
      product: CALENDAR_PRODUCT,
      event: this.calendarEvent(evening, locale),
    });
    return ok(new FileAnswer(content, 'text/calendar; charset=utf-8', `${slug}.ics`));
  }

  /** The same UID in every file and mail, so that calendars replace the entry instead of adding one. */
  calendarEvent(evening: Evening, locale: Locale) {
    const { plan } = evening;
    const theme = this.view.themeText(plan.theme, locale);
    return {
      uid: `${evening.id}@hillo`,
      stamp: this.clock.now(),
      summary: plan.texts.title === '' ? theme : `${plan.texts.title} – ${theme}`,
      description: [plan.texts.description, this.view.publicUrl(evening)]
        .filter((text) => text !== '')
        .join('\n\n'),
      location: [plan.venue.name, plan.venue.address].filter((text) => text !== '').join(', '),
      url: this.view.publicUrl(evening),
      start: plan.startsAt,
      end: plan.endsAt,
      sequence: evening.sequence,
    };
  }

  private draw(evening: Evening): Promise<Buffer> {
    const { plan, organisation } = evening;
    const { locale } = organisation;
    const write = dates(locale, plan.timeZone);
    const sameDay =
      wallClockAt(plan.startsAt, plan.timeZone).slice(0, 10) ===
      wallClockAt(plan.endsAt, plan.timeZone).slice(0, 10);
    return renderShareImage({
      title: this.view.name(evening, locale),
      dateLine: sameDay
        ? this.texts.text(locale, 'evenings.page.dateLine', {
            date: write.write(plan.startsAt, 'longDate'),
            time: write.span(plan.startsAt, plan.endsAt, 'time'),
          })
        : write.span(plan.startsAt, plan.endsAt, 'dateTime'),
      placeLine: [plan.venue.name, plan.venue.address].filter((text) => text !== '').join(', '),
      organiserLine: organisation.name,
    });
  }
}
