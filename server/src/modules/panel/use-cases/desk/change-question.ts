import { Inject, Injectable } from '@nestjs/common';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import type { Transaction } from '../../../../platform/database/index.js';
import { type QuestionChange, QuestionRepository } from '../../data/question-repository.js';
import type { Question } from '../../data/question-rows.js';
import { PanelNews } from '../panel-news.js';
import { type DeskCall, PanelDesk } from './panel-desk.js';

export interface QuestionCall extends DeskCall {
  readonly questionId: string;
  /** As the caller saw it; a question that somebody else changed meanwhile is left as it is. */
  readonly version: number;
}

type Decide<Code extends string> = (
  db: Transaction,
  question: Question,
) => Promise<Outcome<QuestionChange, Code>>;

/** One change of one question by a moderator: under the lock, by the version that was seen, told to all. */
@Injectable()
export class ChangeQuestion {
  constructor(
    @Inject(PanelDesk) private readonly desk: PanelDesk,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(PanelNews) private readonly news: PanelNews,
  ) {}

  run<Code extends string>(call: QuestionCall, decide: Decide<Code>) {
    return this.desk.act<Code | 'not-found' | 'question-changed'>(call, async (db) => {
      const question = await this.questions.byId(call.eveningId, call.questionId, db);
      if (!question || question.state === 'withdrawn') return fail('not-found');
      const { state, version } = question;
      if (version !== call.version) return fail('question-changed', { state, version });
      const decided = await decide(db, question);
      if (!decided.ok) return decided;
      await this.save(db, question, decided.value);
      return ok(undefined);
    });
  }

  async save(db: Transaction, before: Question, change: QuestionChange): Promise<void> {
    await this.questions.update(db, before.id, change);
    const after = await this.questions.byId(before.eveningId, before.id, db);
    if (after) this.news.question(db, before, after);
  }
}
