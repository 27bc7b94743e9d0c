import { Inject, Injectable } from '@nestjs/common';
import { wallClockAt } from '@hillo/domain/evenings';
import { keptUntil } from '@hillo/domain/registration';
import { ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { writeCsv } from '../../../../platform/documents/csv.js';
import type { Column } from '../../../../platform/documents/sheet.js';
import { FileAnswer } from '../../../../platform/http/index.js';
import { Log } from '../../../../platform/log/index.js';
import { Texts } from '../../../../platform/texts/index.js';
import { ShownPlans } from './shown-plan.js';

/** Everybody and their tables, one row a person; the file's name says until when it may be kept. */
@Injectable()
export class ExportSeating {
  constructor(
    @Inject(ShownPlans) private readonly plans: ShownPlans,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Log) private readonly log: Log,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(eveningId: string, actorKey: string) {
    const plan = await this.plans.read(eveningId);
    if (!plan.ok) return plan;
    const { evening, locale, rounds, seated, nameOf } = plan.value;
    const text = (key: string, values?: Readonly<Record<string, string | number>>) =>
      this.texts.text(locale, `seatingPaper.${key}`, values);
    const columns: Column[] = [
      ...['firstName', 'lastName', 'affiliation'].map((field) => text(`csv.${field}`)),
      ...rounds.map((_, at) => text('round', { round: at + 1 })),
    ].map((header) => ({ header, kind: 'text' }));
    const rows = seated.map(({ person, rounds: own }) => [
      person.firstName,
      person.lastName,
      person.affiliation,
      ...rounds.map((_, at) => {
        const seat = own.find(({ round }) => round === at + 1);
        return seat ? nameOf(seat.table, locale) : '';
      }),
    ]);
    this.log.info('seating-exported', { eveningId, by: actorKey, rows: rows.length });
    const day = (at: Date) => wallClockAt(at, evening.plan.timeZone).slice(0, 10);
    const name = text('csv.fileName', {
      slug: evening.slug,
      made: day(this.clock.now()),
      until: day(keptUntil('encounter', evening.plan.endsAt)),
    });
    const csv = writeCsv({ name, columns, rows });
    return ok(new FileAnswer(csv, 'text/csv; charset=utf-8', `${name}.csv`));
  }
}
