import { Inject, Injectable } from '@nestjs/common';
import { formatSpokenCode } from '@hillo/domain/door';
import { fail, languageTag, ok } from '@hillo/domain/shared';
import { dates } from '@hillo/i18n';
import { Clock } from '../../../platform/clock/index.js';
import { writeTickList } from '../../../platform/documents/pdf/tick-list.js';
import { FileAnswer } from '../../../platform/http/index.js';
import { Texts } from '../../../platform/texts/index.js';
import { Evenings } from '../../evenings/index.js';
import { type Attendee, Registrations } from '../../registration/index.js';

/** Walk-ins, a tenth of the guests perhaps, and never fewer lines than this. */
const EMPTY_LINES = 10;

/** The list on the door's table (S77): everybody with a seat by last name, boxes, codes, empty lines. */
@Injectable()
export class PrintAttendanceList {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(eveningId: string) {
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const { locale } = evening.organisation;
    const text = (key: string, values?: Readonly<Record<string, string | number>>) =>
      this.texts.text(locale, `paperCard.list.${key}`, values);
    const { plan } = evening;
    const seated = (await this.registrations.all(eveningId)).filter(({ state }) => state === 'confirmed');
    const collator = new Intl.Collator(languageTag(locale));
    const byLastName = seated.toSorted(
      (a, b) => collator.compare(a.lastName, b.lastName) || collator.compare(a.firstName, b.firstName),
    );
    const nameOf = ({ kind, firstName, lastName }: Attendee) => {
      const name = lastName === '' ? firstName : `${lastName} ${firstName}`;
      return kind === 'person' ? name : text(kind, { name });
    };
    const title = text('title', { evening: this.evenings.nameOf(evening, locale) });
    const list = await writeTickList({
      title,
      language: languageTag(locale),
      created: this.clock.now(),
      intro: text('intro', {
        when: dates(locale, plan.timeZone).span(plan.startsAt, plan.endsAt, 'longDateTime'),
        venue: plan.venue.name,
        count: seated.length,
      }),
      columns: [text('name'), text('from'), text('code')],
      rows: byLastName.map((person) => [
        nameOf(person),
        person.affiliation,
        person.kind === 'child' ? '' : formatSpokenCode(person.spokenCode),
      ]),
      emptyLines: Math.max(EMPTY_LINES, Math.ceil(seated.length / 10)),
      emptyTitle: text('empty'),
      tick: text('tick'),
      pageLabel: (page, pages) => text('page', { page, pages }),
    });
    return ok(new FileAnswer(list, 'application/pdf', `${title}.pdf`));
  }
}
