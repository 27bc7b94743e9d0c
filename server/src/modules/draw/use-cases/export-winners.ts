import { Inject, Injectable } from '@nestjs/common';
import type { DeskDraw } from '@hillo/contracts/draw';
import { formatSpokenCode } from '@hillo/domain/door';
import { wallClockAt } from '@hillo/domain/evenings';
import { keptUntil } from '@hillo/domain/registration';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { writeCsv } from '../../../platform/documents/csv.js';
import type { Cell, Column } from '../../../platform/documents/sheet.js';
import { FileAnswer } from '../../../platform/http/index.js';
import { Log } from '../../../platform/log/index.js';
import { Texts } from '../../../platform/texts/index.js';
import { Evenings } from '../../evenings/index.js';
import { DrawDesk } from './draw-desk.js';

const FIELDS = [
  'draw',
  'prize',
  'ticket',
  'firstName',
  'affiliation',
  'code',
  'handedOver',
  'handedBy',
  'withWhom',
] as const;

/** Who won what and has it, of all draws of the evening; the file's name says until when it may be kept. */
@Injectable()
export class ExportWinners {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(DrawDesk) private readonly desk: DrawDesk,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Log) private readonly log: Log,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(eveningId: string, locale: Locale, actorKey: string) {
    const evening = await this.evenings.byId(eveningId);
    const desk = await this.desk.read(eveningId, locale);
    if (!evening || !desk.ok) return fail('not-found');
    const { timeZone, endsAt } = evening.plan;
    const text = (key: string) => this.texts.text(locale, key);
    const columns = FIELDS.map((field): Column => ({
      header: text(`drawDesk.export.${field}`),
      kind: field === 'draw' ? 'number' : field === 'handedOver' ? 'date-time' : 'text',
    }));
    const rows = desk.value.draws.flatMap((draw) => rowsOf(draw, timeZone, text));
    this.log.info('winners-exported', { eveningId, by: actorKey, rows: rows.length });
    const day = (at: Date) => wallClockAt(at, timeZone).slice(0, 10);
    const name = this.texts.text(locale, 'drawDesk.export.fileName', {
      slug: evening.slug,
      made: day(this.clock.now()),
      until: day(keptUntil('draw-mapping', endsAt)),
    });
    const csv = writeCsv({ name: text('drawDesk.winners.title'), columns, rows });
    return ok(new FileAnswer(csv, 'text/csv; charset=utf-8', `${name}.csv`));
  }
}

function rowsOf(draw: DeskDraw, timeZone: string, text: (key: string) => string): Cell[][] {
  return draw.winners.map(({ prize, ticket, person, handedOver }) => {
    const { kind, words } = draw.prizes[prize] ?? { kind: 'other', words: '' };
    return [
      draw.number,
      words || text(`draw.prizeKind.${kind}`),
      ticket,
      person?.firstName ?? null,
      person?.affiliation ?? null,
      person && formatSpokenCode(person.spokenCode),
      handedOver && wallClockAt(new Date(handedOver.at), timeZone).replace('T', ' '),
      handedOver?.by ?? null,
      handedOver?.withWhom ?? null,
    ];
  });
}
