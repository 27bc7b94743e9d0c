import { Inject, Injectable } from '@nestjs/common';
import { isUnanswered } from '@hillo/domain/panel';
import { fail, ok } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import { AskerRepository } from '../../data/asker-repository.js';
import { QuestionRepository } from '../../data/question-repository.js';
import { PanelNews } from '../panel-news.js';
import { ChangeQuestion } from './change-question.js';
import { type DeskCall, PanelDesk } from './panel-desk.js';

type Call = DeskCall & { readonly questionId: string };

/** What a moderator does about whoever asked, without learning who it is. */
@Injectable()
export class MarkAsker {
  constructor(
    @Inject(PanelDesk) private readonly desk: PanelDesk,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(AskerRepository) private readonly askers: AskerRepository,
    @Inject(ChangeQuestion) private readonly change: ChangeQuestion,
    @Inject(PanelNews) private readonly news: PanelNews,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** No more questions of this asker are taken. Told by this question alone, so that no two of theirs are connected. */
  mute(call: Call, muted: boolean) {
    return this.desk.act<'not-found'>(call, async (db) => {
      const question = await this.questions.byId(call.eveningId, call.questionId, db);
      if (!question || question.askerId === null) return fail('not-found');
      if (muted) await this.askers.mute(db, question.id, question.askerId, call.operation.actor);
      else await this.askers.unmute(db, question.id);
      this.news.desk(db, call.eveningId, 'mute');
      return ok(undefined);
    });
  }

  /** Nobody answered it at the evening: it goes on at a table, or not any more. */
  forTable(call: Call, forTable: boolean) {
    return this.desk.act<'not-found' | 'question-state-forbids'>(call, async (db) => {
      const question = await this.questions.byId(call.eveningId, call.questionId, db);
      if (!question) return fail('not-found');
      const { state } = question;
      if (forTable && !isUnanswered(state))
        return fail('question-state-forbids', { state, event: 'for-table' });
      await this.change.save(db, question, { forTableAt: forTable ? this.clock.now() : null });
      return ok(undefined);
    });
  }
}
