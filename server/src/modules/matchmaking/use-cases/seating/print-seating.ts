import { Inject, Injectable } from '@nestjs/common';
import { languageTag, type Locale, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { writeLabelSheet } from '../../../../platform/documents/pdf/label-sheet.js';
import { writeTableReport } from '../../../../platform/documents/pdf/table-report.js';
import type { TextLabel } from '../../../../platform/documents/pdf/text-label.js';
import { FileAnswer } from '../../../../platform/http/index.js';
import { Texts } from '../../../../platform/texts/index.js';
import { type ShownPlan, ShownPlans } from './shown-plan.js';

/** The seating on paper: first name and affiliation as on the badge, never a title (S99). */
@Injectable()
export class PrintSeating {
  constructor(
    @Inject(ShownPlans) private readonly plans: ShownPlans,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A slip for each person with all rounds, in the person's own language. */
  async slips(eveningId: string) {
    const plan = await this.plans.read(eveningId);
    if (!plan.ok) return plan;
    const labels = plan.value.seated.map(({ person, rounds }): TextLabel => ({
      heading: person.firstName,
      subheading: person.affiliation,
      language: languageTag(person.locale),
      lines: rounds.map(({ round, table }) =>
        this.text(person.locale, 'slipLine', { round, table: plan.value.nameOf(table, person.locale) }),
      ),
    }));
    return this.labels(plan.value, 'slips', labels, {});
  }

  /** A card for each seat of a round, table by table. */
  async placeCards(eveningId: string, round: number) {
    const plan = await this.plans.read(eveningId);
    if (!plan.ok) return plan;
    const { tables, seated, nameOf, locale } = plan.value;
    const labels = tables.flatMap(({ id }) =>
      seated
        .filter(({ rounds }) => rounds.some((own) => own.round === round && own.table === id))
        .map(({ person }): TextLabel => ({
          heading: person.firstName,
          subheading: person.affiliation,
          lines: [this.text(locale, 'placeLine', { round, table: nameOf(id, locale) })],
        })),
    );
    return this.labels(plan.value, 'placeCards', labels, { round });
  }

  /** Who sits at each table, round by round. */
  async tables(eveningId: string) {
    const plan = await this.plans.read(eveningId);
    if (!plan.ok) return plan;
    const { theme, locale, rounds, tables, seated, nameOf } = plan.value;
    const title = this.text(locale, 'tables.title', { evening: theme });
    const nameIn = ({ firstName, affiliation }: (typeof seated)[number]['person']) =>
      affiliation === '' ? firstName : this.text(locale, 'person', { name: firstName, affiliation });
    const file = await writeTableReport({
      title,
      language: languageTag(locale),
      created: this.clock.now(),
      intro: [this.text(locale, 'tables.intro', { tables: tables.length, rounds: rounds.length })],
      rows: tables.map(({ id }) => ({
        heading: nameOf(id, locale),
        paragraphs: rounds.flatMap((round, at) => {
          const ids = round[id] ?? [];
          const names = seated
            .filter(({ person }) => ids.includes(person.id))
            .map(({ person }) => nameIn(person));
          return names.length === 0
            ? []
            : [{ label: this.text(locale, 'round', { round: at + 1 }), text: names.join(', ') }];
        }),
      })),
      pageLabel: (page, pages) => this.text(locale, 'page', { page, pages }),
    });
    return ok(new FileAnswer(file, 'application/pdf', `${title}.pdf`));
  }

  private async labels(
    { theme, locale }: ShownPlan,
    kind: 'slips' | 'placeCards',
    labels: readonly TextLabel[],
    values: Readonly<Record<string, number>>,
  ) {
    const title = this.text(locale, `${kind}.title`, { evening: theme, ...values });
    const sheet = await writeLabelSheet({
      title,
      language: languageTag(locale),
      created: this.clock.now(),
      printNote: this.texts.text(locale, 'door.badges.printNote'),
      labels,
    });
    return ok(new FileAnswer(sheet, 'application/pdf', `${title}.pdf`));
  }

  private text(locale: Locale, key: string, values: Readonly<Record<string, string | number>>): string {
    return this.texts.text(locale, `seatingPaper.${key}`, values);
  }
}
