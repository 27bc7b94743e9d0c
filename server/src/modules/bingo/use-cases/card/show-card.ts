import { Inject, Injectable } from '@nestjs/common';
import type { CardView } from '@hillo/contracts/bingo-schemas';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { cardView } from './card-view.js';
import { Meetings } from '../meeting/meetings.js';

@Injectable()
export class ShowCard {
  constructor(@Inject(Meetings) private readonly meetings: Meetings) {}

  async run(me: string, locale: Locale): Promise<Outcome<CardView, 'not-found' | 'no-card'>> {
    const meeting = await this.meetings.read(me, {});
    if (!meeting) return fail('not-found');
    const { card } = meeting;
    return card && !card.hidden ? ok(cardView(card, meeting.me.side, locale)) : fail('no-card');
  }
}
