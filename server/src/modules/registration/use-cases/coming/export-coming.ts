import { Inject, Injectable } from '@nestjs/common';
import { wallClockAt } from '@hillo/domain/evenings';
import { keptUntil } from '@hillo/domain/registration';
import { formatSpokenCode } from '@hillo/domain/door';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { writeCsv } from '../../../../platform/documents/csv.js';
import type { Cell, Column, Sheet } from '../../../../platform/documents/sheet.js';
import { writeXlsx } from '../../../../platform/documents/xlsx.js';
import { FileAnswer } from '../../../../platform/http/index.js';
import { Log } from '../../../../platform/log/index.js';
import { Texts } from '../../../../platform/texts/index.js';
import { type Evening, Evenings } from '../../../evenings/index.js';
import { AttendeeRepository } from '../../data/attendee-repository.js';
import type { Attendee } from '../../data/rows.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FIELDS = [
  'state',
  'firstName',
  'lastName',
  'kind',
  'affiliation',
  'side',
  'sector',
  'email',
  'phone',
  'offers',
  'needs',
  'code',
  'checkedIn',
  'registered',
  'agreedHow',
] as const;
type Field = (typeof FIELDS)[number];

/** Who is coming as a file. Access needs are never in it (T55); its name says until when it may be kept. */
@Injectable()
export class ExportComing {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(AttendeeRepository) private readonly attendees: AttendeeRepository,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Log) private readonly log: Log,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(eveningId: string, format: 'csv' | 'xlsx', locale: Locale, actorKey: string) {
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const people = await this.attendees.all(eveningId);
    const sheet = this.sheet(evening, people, locale);
    this.log.info('registrations-exported', { eveningId, by: actorKey, rows: people.length, format });
    const name = this.texts.text(locale, 'coming.export.fileName', {
      slug: evening.slug,
      made: wallClockAt(this.clock.now(), evening.plan.timeZone).slice(0, 10),
      until: wallClockAt(keptUntil('registration', evening.plan.endsAt), evening.plan.timeZone).slice(0, 10),
    });
    return ok(
      format === 'csv'
        ? new FileAnswer(writeCsv(sheet), 'text/csv; charset=utf-8', `${name}.csv`)
        : new FileAnswer(await writeXlsx(sheet), XLSX, `${name}.xlsx`),
    );
  }

  private sheet(evening: Evening, people: readonly Attendee[], locale: Locale): Sheet {
    const text = (key: string) => this.texts.text(locale, key);
    const columns = FIELDS.map((field): Column => ({
      header: text(`coming.column.${field}`),
      kind: field === 'checkedIn' || field === 'registered' ? 'date-time' : 'text',
    }));
    return {
      name: text('coming.export.sheet'),
      columns,
      rows: people.map((person) => FIELDS.map((field) => cell(field, person, evening.plan.timeZone, text))),
    };
  }
}

function cell(field: Field, person: Attendee, timeZone: string, text: (key: string) => string): Cell {
  const time = (at: Date | null) => at && wallClockAt(at, timeZone).replace('T', ' ');
  switch (field) {
    case 'state':
      return text(`coming.state.${person.state}`);
    case 'kind':
      return text(`coming.kind.${person.kind}`);
    case 'side':
      return text(`sectors.sides.${person.side}`);
    case 'sector':
      return text(`sectors.names.${person.mark}`);
    case 'offers':
      return [person.offers, ...person.offerTags].filter(Boolean).join('\n');
    case 'needs':
      return [person.needs, ...person.needTags].filter(Boolean).join('\n');
    case 'code':
      return formatSpokenCode(person.spokenCode);
    case 'checkedIn':
      return time(person.checkedInAt);
    case 'registered':
      return time(person.createdAt);
    case 'firstName':
    case 'lastName':
    case 'affiliation':
    case 'email':
    case 'phone':
    case 'agreedHow':
      return person[field];
  }
}
