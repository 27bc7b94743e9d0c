import { Injectable } from '@nestjs/common';
import type { PanelPhase } from '@hillo/domain/panel';
import type { Transaction } from '../../../platform/database/index.js';
import type { Question } from '../data/question-rows.js';
import { shownQuestion } from './question-view.js';

/**
 * Who hears of what: phones of what everybody sees (`panel`), those who moderate of everything (`panel-desk`), and the asker
 * of the own question (`registration`). A shown question rides along, so that a thousand phones need not fetch it.
 */
@Injectable()
export class PanelNews {
  /** @param before undefined for a new one */
  question(db: Transaction, before: Question | undefined, after: Question): void {
    const { id, eveningId, askerId } = after;
    const payload = { questionId: id };
    const shown = shownQuestion(after);
    db.change(`panel-desk:${eveningId}`, 'question', payload);
    if (shown) db.change(`panel:${eveningId}`, 'question', payload, shown);
    else if (before && shownQuestion(before)) db.change(`panel:${eveningId}`, 'gone', payload);
    if (askerId !== null) db.change(`registration:${askerId}`, 'question', payload);
  }

  settings(db: Transaction, eveningId: string, settings: { phase: PanelPhase; isModerated: boolean }): void {
    db.change(`panel-desk:${eveningId}`, 'panel');
    const { phase, isModerated } = settings;
    db.change(`panel:${eveningId}`, 'panel', {}, { phase, isModerated });
  }

  order(db: Transaction, eveningId: string, placed: readonly string[]): void {
    db.change(`panel-desk:${eveningId}`, 'order');
    db.change(`panel:${eveningId}`, 'order', {}, { placed });
  }

  /** Names went from the list: it is read anew. */
  unlinked(db: Transaction, eveningId: string): void {
    db.change(`panel-desk:${eveningId}`, 'unlinked');
    db.change(`panel:${eveningId}`, 'unlinked');
  }

  /** Only those who moderate see the difference. */
  desk(db: Transaction, eveningId: string, kind: 'note' | 'mute'): void {
    db.change(`panel-desk:${eveningId}`, kind);
  }
}
