import { Inject, Injectable } from '@nestjs/common';
import { fail, languageTag, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import type { BlankLabel } from '../../../../platform/documents/pdf/label.js';
import { writeLabelSheet } from '../../../../platform/documents/pdf/label-sheet.js';
import { FileAnswer } from '../../../../platform/http/index.js';
import { Texts } from '../../../../platform/texts/index.js';
import { Evenings } from '../../../evenings/index.js';
import { Reserves } from './reserves.js';

/** Sheets of badges that are nobody's yet: QR and code, and room to write the name by hand. */
@Injectable()
export class PrintReserves {
  constructor(
    @Inject(Evenings) private readonly evenings: Evenings,
    @Inject(Reserves) private readonly reserves: Reserves,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(eveningId: string) {
    const evening = await this.evenings.byId(eveningId);
    if (!evening) return fail('not-found');
    const { locale } = evening.organisation;
    const text = (key: string, values?: Readonly<Record<string, string>>) =>
      this.texts.text(locale, `paperCard.${key}`, values);
    const title = text('reserves.title', { evening: this.evenings.nameOf(evening, locale) });
    const free = await this.reserves.free(eveningId);
    const sheet = await writeLabelSheet({
      title,
      language: languageTag(locale),
      created: this.clock.now(),
      printNote: this.texts.text(locale, 'door.badges.printNote'),
      labels: free.map(({ spokenCode, link }): BlankLabel => ({
        blank: { name: text('reserves.name'), from: text('reserves.from') },
        qr: { payload: link.toUpperCase(), alt: text('reserves.qr') },
        code: spokenCode,
      })),
    });
    return ok(new FileAnswer(sheet, 'application/pdf', `${title}.pdf`));
  }
}
