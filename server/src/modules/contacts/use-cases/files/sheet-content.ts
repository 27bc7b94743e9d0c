import { type ContactRow, nextStepEntries } from '@hillo/domain/contacts';
import { wallClockAt } from '@hillo/domain/evenings';
import { CONTACT_FIELDS, type ContactField } from '@hillo/domain/registration';
import { languageTag } from '@hillo/domain/shared';
import { dates } from '@hillo/i18n';
import { writeDayCalendar } from '../../../../platform/documents/calendar.js';
import type { Report, ReportRow } from '../../../../platform/documents/pdf/table-report.js';
import type { Cell, Column, Sheet } from '../../../../platform/documents/sheet.js';
import type { ContactCard } from '../../../../platform/documents/vcard.js';
import { CALENDAR_PRODUCT } from '../../../evenings/index.js';
import type { SheetToWrite, Wording } from './sheet-files.js';

type Text = Wording['text'];

function nameOf({ firstName, fields }: ContactRow): string {
  return fields.lastName === undefined ? firstName : `${firstName} ${fields.lastName}`;
}

function ownerOf(row: ContactRow, text: Text): string {
  const owner = row.nextStep?.owner ?? null;
  return owner === null ? '' : text(`owner.${owner}`, { name: row.firstName });
}

/** `YYYY-MM-DD` in the reader's way. */
function day(date: string, { locale }: Wording): string {
  return dates(locale, 'UTC').write(`${date}T12:00:00Z`, 'date');
}

const COLUMNS = [
  ['firstName', 'text', 14],
  ['lastName', 'text', 18],
  ['affiliation', 'text', 28],
  ['email', 'text', 28],
  ['phone', 'text', 18],
  ['offers', 'text', 30],
  ['needs', 'text', 30],
  ['agreed', 'text', 40],
  ['theirAgreed', 'text', 40],
  ['nextStep', 'text', 34],
  ['date', 'date', 12],
  ['owner', 'text', 14],
  ['metAt', 'date-time', 17],
] as const;

/** One line an encounter; whose contact it is stands first in an association's sheet. */
export function sheetOf({ evening, sections }: SheetToWrite, { text }: Wording): Sheet {
  const withCollector = sections.some(({ collector }) => collector !== null);
  const columns: Column[] = COLUMNS.map(([key, kind, width]) => ({
    header: text(`column.${key}`),
    kind,
    width,
  }));
  const cells = (row: ContactRow): Cell[] => [
    row.firstName,
    row.fields.lastName ?? '',
    row.affiliation ?? '',
    row.fields.email ?? '',
    row.fields.phone ?? '',
    row.fields.offers ?? '',
    row.fields.needs ?? '',
    row.ownNote.agreed,
    row.otherNote.agreed,
    row.nextStep?.text ?? '',
    row.nextStep?.date ?? null,
    ownerOf(row, text),
    wallClockAt(row.metAt, evening.plan.timeZone).replace('T', ' '),
  ];
  return {
    name: text('sheetName'),
    columns: withCollector
      ? [{ header: text('column.collector'), kind: 'text', width: 14 }, ...columns]
      : columns,
    rows: sections.flatMap(({ collector, rows }) =>
      rows.map((row) => (withCollector ? [collector, ...cells(row)] : cells(row))),
    ),
  };
}

function reportRow(row: ContactRow, collector: string | null, wording: Wording): ReportRow {
  const { text } = wording;
  const shared = CONTACT_FIELDS.filter((field) => field !== 'lastName').flatMap((field) => {
    const value = row.fields[field as ContactField];
    return value === undefined ? [] : [{ label: text(`column.${field}`), text: value }];
  });
  const { nextStep } = row;
  const when = nextStep?.date ? day(nextStep.date, wording) : '';
  const step = [nextStep?.text ?? '', when, ownerOf(row, text)].filter((part) => part !== '').join(' · ');
  const notes = [
    { label: text('column.agreed'), text: row.ownNote.agreed },
    { label: text('column.theirAgreed'), text: row.otherNote.agreed },
    { label: text('column.nextStep'), text: step },
  ].filter((paragraph) => paragraph.text !== '');
  const under = [row.affiliation ?? '', collector === null ? '' : text('collectedBy', { name: collector })];
  return {
    heading: nameOf(row),
    subheading: under.filter((part) => part !== '').join(' · ') || undefined,
    paragraphs: [...shared, ...notes],
  };
}

/** For paper: name by name, what was agreed, how to go on. */
export function reportOf({ evening, owner, sections }: SheetToWrite, wording: Wording): Report {
  const { text, locale, theme, now } = wording;
  const date = dates(locale, evening.plan.timeZone).write(evening.plan.startsAt, 'longDate');
  const rows = sections.flatMap(({ collector, rows: own }) =>
    own.map((row) => reportRow(row, collector, wording)),
  );
  return {
    title: text('title', { name: owner }),
    language: languageTag(locale),
    created: now,
    intro: [
      text('intro', { theme, date }),
      rows.length === 0 ? text('empty') : text('count', { count: rows.length }),
      text('care'),
    ],
    rows,
    pageLabel: (page, pages) => text('page', { page, pages }),
  };
}

/** One card a person, with what was agreed as its note. */
export function cardsOf({ sections }: SheetToWrite, { text, theme }: Wording): ContactCard[] {
  return sections.flatMap(({ rows }) =>
    rows.map((row) => ({
      firstName: row.firstName,
      lastName: row.fields.lastName,
      organisation: row.affiliation ?? undefined,
      email: row.fields.email,
      phone: row.fields.phone,
      note: [
        text('metAt', { theme }),
        row.ownNote.agreed || row.otherNote.agreed,
        [row.nextStep?.text ?? '', row.nextStep?.date ?? ''].filter((part) => part !== '').join(' '),
      ]
        .filter((part) => part !== '')
        .join('\n'),
      categories: [text('category')],
    })),
  );
}

/** Next steps with a date as whole days; the same step keeps its UID in every export. */
export function calendarOf({ sections }: SheetToWrite, { text, theme, now }: Wording): Buffer {
  const entries = nextStepEntries(sections.flatMap(({ rows }) => rows));
  return writeDayCalendar({
    product: CALENDAR_PRODUCT,
    name: text('calendarName', { theme }),
    days: entries.map((entry) => ({
      uid: `next-step-${entry.encounterId}@hillo`,
      stamp: now,
      day: entry.start,
      summary: text('stepSummary', { step: entry.text || text('stepUnnamed'), name: entry.firstName }),
      description: [entry.affiliation ?? '', entry.agreed].filter((part) => part !== '').join('\n'),
    })),
  });
}
