import { Inject, Injectable } from '@nestjs/common';
import type { OwnQuestion } from '@hillo/contracts/panel-schemas';
import { askerMayEdit, firstState, nextQuestionState } from '@hillo/domain/panel';
import { fail, foldText, ok, type Outcome } from '@hillo/domain/shared';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { PanelRepository } from '../../data/panel-repository.js';
import { type QuestionChange, QuestionRepository } from '../../data/question-repository.js';
import type { PanelSettings, Question } from '../../data/question-rows.js';
import { PanelNews } from '../panel-news.js';
import { OwnQuestions } from './own-questions.js';

interface Own {
  readonly operation: Operation;
  readonly eveningId: string;
  readonly me: string;
  readonly questionId: string;
}

type Code = 'not-found' | 'question-state-forbids';
type Decide = (question: Question, panel: PanelSettings) => Outcome<QuestionChange, Code>;

/** What the asker does to the own question. */
@Injectable()
export class ChangeOwn {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(PanelRepository) private readonly panels: PanelRepository,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(OwnQuestions) private readonly own: OwnQuestions,
    @Inject(PanelNews) private readonly news: PanelNews,
  ) {}

  /** Corrects it while nobody else has seen it. */
  edit(own: Own, text: string) {
    return this.change(own, ({ state }, { isModerated }) => {
      if (!askerMayEdit(state)) return fail('question-state-forbids', { state, event: 'edit' });
      return ok({
        text,
        searchKey: foldText(text),
        originalText: null,
        state: firstState(text, isModerated),
      });
    });
  }

  follow(own: Own, follows: boolean) {
    return this.change(own, () => ok({ follows }));
  }

  /** Its words are gone; what had been merged into it waits for a moderator again. */
  withdraw({ operation, eveningId, me, questionId }: Own) {
    return this.operations.once<null, Code>(
      operation,
      async (db) => {
        await this.panels.lock(db, eveningId);
        const question = await this.questions.byId(eveningId, questionId, db);
        if (question?.askerId !== me) return fail('not-found');
        const next = nextQuestionState(question.state, 'withdraw');
        if (!next.ok) return next;
        for (const merged of await this.questions.mergedInto(questionId, db))
          await this.save(db, merged, { state: 'waiting', mergedIntoId: null });
        await this.save(db, question, {
          state: next.value,
          text: '',
          searchKey: '',
          originalText: null,
          place: null,
        });
        return ok({ id: questionId, answer: null });
      },
      async () => ok(null),
    );
  }

  private change({ operation, eveningId, me, questionId }: Own, decide: Decide) {
    return this.operations.once<OwnQuestion, Code>(
      operation,
      async (db) => {
        const panel = await this.panels.lock(db, eveningId);
        const question = await this.questions.byId(eveningId, questionId, db);
        if (question?.askerId !== me || question.state === 'withdrawn') return fail('not-found');
        const decided = decide(question, panel);
        if (!decided.ok) return decided;
        await this.save(db, question, decided.value);
        return ok({ id: questionId });
      },
      (id) => this.own.one(me, id),
    );
  }

  private async save(db: Transaction, question: Question, change: QuestionChange): Promise<void> {
    await this.questions.update(db, question.id, change);
    const after = await this.questions.byId(question.eveningId, question.id, db);
    if (after) this.news.question(db, question, after);
  }
}
