import { Inject, Injectable } from '@nestjs/common';
import type { CardView } from '@hillo/contracts/bingo';
import { fail, type Locale, ok, type Outcome } from '@hillo/domain/shared';
import { MeetingRepository } from '../data/meeting-repository.js';
import { cardView } from './card-view.js';

@Injectable()
export class ShowCard {
  constructor(@Inject(MeetingRepository) private readonly meetings: MeetingRepository) {}

  async run(me: string, locale: Locale): Promise<Outcome<CardView, 'not-found' | 'no-card'>> {
    const meeting = await this.meetings.read(me, {});
    if (!meeting) return fail('not-found');
    const { card } = meeting;
    return card && !card.hidden ? ok(cardView(card, meeting.me.side, locale)) : fail('no-card');
  }
}
