import { Inject, Injectable } from '@nestjs/common';
import type { ContactFile } from '@hillo/contracts/contacts';
import type { ContactRow } from '@hillo/domain/contacts';
import { wallClockAt } from '@hillo/domain/evenings';
import { keptUntil } from '@hillo/domain/registration';
import type { Locale } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { writeCsv } from '../../../../platform/documents/csv.js';
import { writeTableReport } from '../../../../platform/documents/pdf/table-report.js';
import { writeVcards } from '../../../../platform/documents/vcard.js';
import { writeXlsx } from '../../../../platform/documents/xlsx.js';
import { Texts } from '../../../../platform/texts/index.js';
import { type Evening, Evenings } from '../../../evenings/index.js';
import { endOf } from '../sheet-view.js';
import { calendarOf, cardsOf, reportOf, sheetOf } from './sheet-content.js';

/** Rows of one person's sheet; several with their collectors in an association's view. */
export interface Section {
  readonly collector: string | null;
  readonly rows: readonly ContactRow[];
}

export interface SheetToWrite {
  readonly evening: Evening;
  /** First name of the sheet's owner, or the association's name. */
  readonly owner: string;
  readonly sections: readonly Section[];
}

export interface WrittenFile {
  readonly content: Buffer;
  readonly mediaType: string;
  /** Tells what it is for and until when it may be kept. */
  readonly name: string;
  readonly rows: number;
}

const MEDIA_TYPES: Readonly<Record<ContactFile, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  vcf: 'text/vcard; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
};

/** What the content of a file is made with. */
export interface Wording {
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly locale: Locale;
  readonly theme: string;
  readonly now: Date;
}

/** Writes a contact sheet as a file of each kind. */
@Injectable()
export class SheetFiles {
  constructor(
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async write(sheet: SheetToWrite, format: ContactFile, locale: Locale): Promise<WrittenFile> {
    const text: Wording['text'] = (key, values) => this.texts.text(locale, `contact-files.${key}`, values);
    const theme = this.evenings.nameOf(sheet.evening, locale);
    const wording: Wording = { text, locale, theme, now: this.clock.now() };
    const named = withNames(sheet, text('participant'));
    return {
      content: await contentOf(named, format, wording),
      mediaType: MEDIA_TYPES[format],
      name: `${fileName(sheet.evening, text)}.${format}`,
      rows: sheet.sections.reduce((sum, { rows }) => sum + rows.length, 0),
    };
  }
}

/** Somebody who had the own data erased is met all the same. */
function withNames(sheet: SheetToWrite, participant: string): SheetToWrite {
  const named = (row: ContactRow) => (row.firstName === '' ? { ...row, firstName: participant } : row);
  return {
    ...sheet,
    sections: sheet.sections.map((section) => ({ ...section, rows: section.rows.map(named) })),
  };
}

async function contentOf(sheet: SheetToWrite, format: ContactFile, wording: Wording): Promise<Buffer> {
  switch (format) {
    case 'pdf':
      return writeTableReport(reportOf(sheet, wording));
    case 'csv':
      return writeCsv(sheetOf(sheet, wording));
    case 'xlsx':
      return writeXlsx(sheetOf(sheet, wording));
    case 'vcf':
      return writeVcards(cardsOf(sheet, wording), wording.now);
    case 'ics':
      return calendarOf(sheet, wording);
  }
}

function fileName(evening: Evening, text: Wording['text']): string {
  const day = (instant: Date) => wallClockAt(instant, evening.plan.timeZone).slice(0, 10);
  const until = keptUntil('kept-contact', endOf(evening));
  return text('fileName', { date: day(evening.plan.startsAt), until: day(until) });
}
