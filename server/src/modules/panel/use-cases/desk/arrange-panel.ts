import { Inject, Injectable } from '@nestjs/common';
import { firstState, type PanelPhase } from '@hillo/domain/panel';
import { fail, ok } from '@hillo/domain/shared';
import type { Transaction } from '../../../../platform/database/index.js';
import { PanelRepository } from '../../data/panel-repository.js';
import { QuestionRepository } from '../../data/question-repository.js';
import { PanelNews } from '../panel-news.js';
import { ChangeQuestion } from './change-question.js';
import { type DeskCall, PanelDesk } from './panel-desk.js';

/** What holds for the whole list: moderation, whether the panel has begun, the order by hand, the note to the host. */
@Injectable()
export class ArrangePanel {
  constructor(
    @Inject(PanelDesk) private readonly desk: PanelDesk,
    @Inject(PanelRepository) private readonly panels: PanelRepository,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(ChangeQuestion) private readonly change: ChangeQuestion,
    @Inject(PanelNews) private readonly news: PanelNews,
  ) {}

  settings(
    call: DeskCall,
    wanted: { readonly phase?: PanelPhase | undefined; readonly isModerated?: boolean | undefined },
  ) {
    return this.desk.act<never>(call, async (db, panel) => {
      const phase = wanted.phase ?? panel.phase;
      const isModerated = wanted.isModerated ?? panel.isModerated;
      await this.panels.save(db, call.eveningId, { ...panel, phase, isModerated });
      if (panel.isModerated && !isModerated) await this.showWaiting(db, call.eveningId);
      this.news.settings(db, call.eveningId, { phase, isModerated });
      return ok(undefined);
    });
  }

  note(call: DeskCall, note: string) {
    return this.desk.act<never>(call, async (db, panel) => {
      await this.panels.save(db, call.eveningId, { ...panel, note });
      this.news.desk(db, call.eveningId, 'note');
      return ok(undefined);
    });
  }

  /** Ids that are not of this evening have no place. */
  order(call: DeskCall, version: number, placed: readonly string[]) {
    return this.desk.act<'order-changed'>(call, async (db, { orderVersion }) => {
      if (orderVersion !== version) return fail('order-changed', { version: orderVersion });
      await this.panels.place(db, call.eveningId, placed);
      this.news.order(db, call.eveningId, placed);
      return ok(undefined);
    });
  }

  /** Whatever waits for nobody's eye any more is shown; what the word list marks goes on waiting. */
  private async showWaiting(db: Transaction, eveningId: string): Promise<void> {
    for (const question of await this.questions.ofEvening(eveningId, ['waiting'], db)) {
      const state = firstState(question.text, false);
      if (state === 'shown') await this.change.save(db, question, { state });
    }
  }
}
