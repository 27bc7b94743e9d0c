import { Inject, Injectable } from '@nestjs/common';
import type { QuestionFile } from '@hillo/contracts/panel';
import { wallClockAt } from '@hillo/domain/evenings';
import { orderQuestions, type QuestionState } from '@hillo/domain/panel';
import { fail, languageTag, type Locale, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { writeCsv } from '../../../../platform/documents/csv.js';
import { writeTableReport } from '../../../../platform/documents/pdf/table-report.js';
import type { Cell, Sheet } from '../../../../platform/documents/sheet.js';
import { writeXlsx } from '../../../../platform/documents/xlsx.js';
import { FileAnswer } from '../../../../platform/http/index.js';
import { Log } from '../../../../platform/log/index.js';
import { Texts } from '../../../../platform/texts/index.js';
import { type Evening, Evenings } from '../../../evenings/index.js';
import { QuestionRepository } from '../../data/question-repository.js';
import type { Question } from '../../data/question-rows.js';

/** In the order of the file; what was hidden or withdrawn is not handed on. */
const STATES = ['on-stage', 'shown', 'waiting', 'answered'] as const satisfies readonly QuestionState[];
const COLUMNS = ['question', 'aim', 'votes', 'state', 'answer', 'table', 'source', 'asked'] as const;
const WIDTHS: Partial<Record<(typeof COLUMNS)[number], number>> = { question: 60, answer: 60 };

const MEDIA_TYPES: Readonly<Record<QuestionFile, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The questions of an evening for those who go on with them. Nobody's name is in it. */
@Injectable()
export class QuestionFiles {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Log) private readonly log: Log,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(eveningId: string, format: QuestionFile, locale: Locale, actorKey: string) {
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const found = await this.questions.ofEvening(eveningId, STATES);
    const questions = STATES.flatMap((state) => inOrder(found.filter((each) => each.state === state)));
    this.log.info('questions-exported', { eveningId, by: actorKey, rows: questions.length });
    const say: Say = (key, values) => this.texts.text(locale, `panel-files.${key}`, values);
    const name = say('fileName', { slug: evening.slug, made: day(this.clock.now(), evening) });
    const content = await this.write(format, evening, questions, locale, say);
    return ok(new FileAnswer(content, MEDIA_TYPES[format], `${name}.${format}`));
  }

  private write(
    format: QuestionFile,
    evening: Evening,
    questions: readonly Question[],
    locale: Locale,
    say: Say,
  ): Buffer | Promise<Buffer> {
    if (format === 'csv') return writeCsv(sheetOf(evening, questions, say));
    if (format === 'xlsx') return writeXlsx(sheetOf(evening, questions, say));
    const title = say('title', { evening: this.evenings.nameOf(evening, locale) });
    return writeTableReport({
      title,
      language: languageTag(locale),
      created: this.clock.now(),
      intro: [say('intro', { date: day(evening.plan.startsAt, evening), count: questions.length })],
      rows: questions.map((question) => ({
        heading: question.text,
        subheading: [
          aimOf(question, say),
          say(`state.${question.state}`),
          say('votes', { count: question.votes }),
        ].join(' · '),
        paragraphs: [
          ...(question.answer === '' ? [] : [{ label: say('column.answer'), text: question.answer }]),
          ...(question.forTable ? [{ text: say('forTable') }] : []),
        ],
      })),
      pageLabel: (page, pages) => say('page', { page, pages }),
    });
  }
}

function inOrder(questions: readonly Question[]): readonly Question[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const ordered = orderQuestions(
    questions.map(({ id, place, votes, askedAt }) => ({ id, place, votes, askedAt: askedAt.toISOString() })),
  );
  return ordered.flatMap(({ id }) => byId.get(id) ?? []);
}

function day(at: Date, { plan }: Evening): string {
  return wallClockAt(at, plan.timeZone).slice(0, 10);
}

function aimOf({ aim, speaker }: Question, say: Say): string {
  return aim === 'speaker' && speaker !== '' ? say('toSpeaker', { speaker }) : say(`aim.${aim}`);
}

function sheetOf(evening: Evening, questions: readonly Question[], say: Say): Sheet {
  return {
    name: say('sheet'),
    columns: COLUMNS.map((column) => ({
      header: say(`column.${column}`),
      kind: column === 'votes' ? 'number' : column === 'asked' ? 'date-time' : 'text',
      ...(WIDTHS[column] ? { width: WIDTHS[column] } : {}),
    })),
    rows: questions.map((question): Cell[] => [
      question.text,
      aimOf(question, say),
      question.votes,
      say(`state.${question.state}`),
      question.answer || null,
      question.forTable ? say('yes') : null,
      say(`source.${question.source}`),
      wallClockAt(question.askedAt, evening.plan.timeZone).replace('T', ' '),
    ]),
  };
}
