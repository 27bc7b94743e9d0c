import { Inject, Injectable } from '@nestjs/common';
import type { PaperCard } from '@hillo/contracts/bingo-schemas';
import { completedRows } from '@hillo/domain/bingo';
import { CONTACT_FIELDS, shareableFields } from '@hillo/domain/registration';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { contactValues, metPerson } from '../../../encounters/index.js';
import type { Attendee } from '../../../registration/index.js';
import { toDomain } from '../../data/card-rows.js';
import { cardView } from '../card/card-view.js';
import { Meetings } from '../meeting/meetings.js';
import { type OwnerNamed, type OwnerRefusal, PaperOwner } from './paper-owner.js';

/** A card as whoever types it in sees it: which squares are filled, never with whom (product rule 15). */
@Injectable()
export class ReadPaperCard {
  constructor(
    @Inject(PaperOwner) private readonly owners: PaperOwner,
    @Inject(Meetings) private readonly meetings: Meetings,
  ) {}

  async run(named: OwnerNamed, locale: Locale): Promise<Outcome<PaperCard, OwnerRefusal>> {
    const owner = await this.owners.find(named);
    return owner.ok ? this.of(owner.value, locale) : owner;
  }

  async of(owner: Attendee, locale: Locale): Promise<Outcome<PaperCard, 'no-card'>> {
    const meeting = await this.meetings.read(owner.id, {});
    if (!meeting?.card || meeting.card.hidden) return fail('no-card');
    const { me, card } = meeting;
    const { prompts } = cardView(card, me.side, locale);
    const filled = new Set<number>(card.marks.map(({ square }) => square));
    return ok({
      owner: metPerson(me),
      squares: card.prompts.flatMap((_, square) => {
        const prompt = prompts[square];
        return prompt ? [{ square, prompt, filled: filled.has(square) } as PaperCard['squares'][number]] : [];
      }),
      rows: completedRows(toDomain(card)).length,
      ticket: card.ticket,
      frozen: card.frozen,
      boxes: {
        draw: owner.drawOptIn,
        share: owner.sharesWithEveryone,
        nothingToShare:
          shareableFields(CONTACT_FIELDS, contactValues(owner)).filter((field) =>
            owner.shareFields.includes(field),
          ).length === 0,
      },
    });
  }
}
