import { Inject, Injectable } from '@nestjs/common';
import type { QuestionMove } from '@hillo/contracts/panel';
import { mayMerge, nextQuestionState } from '@hillo/domain/panel';
import { fail, ok, type Outcome } from '@hillo/domain/shared';
import { Clock } from '../../../../platform/clock/index.js';
import type { Transaction } from '../../../../platform/database/index.js';
import { type QuestionChange, QuestionRepository } from '../../data/question-repository.js';
import type { Question } from '../../data/question-rows.js';
import { TellAnswered } from '../after/tell-answered.js';
import { PanelNews } from '../panel-news.js';
import { PanelTicker } from '../panel-ticker.js';
import { ChangeQuestion, type QuestionCall } from './change-question.js';

type Code = 'question-state-forbids' | 'merge-target';
const UNTOUCHED: QuestionChange = { mergedIntoId: null, hideReason: null, hideWords: '' };

/** Moves a question along the transition table of the domain. */
@Injectable()
export class MoveQuestion {
  constructor(
    @Inject(ChangeQuestion) private readonly change: ChangeQuestion,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(TellAnswered) private readonly answered: TellAnswered,
    @Inject(PanelNews) private readonly news: PanelNews,
    @Inject(PanelTicker) private readonly ticker: PanelTicker,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(call: Omit<QuestionCall, 'version'>, move: QuestionMove) {
    return this.change.run<Code>({ ...call, version: move.version }, async (db, question) => {
      const next = nextQuestionState(question.state, move.move);
      if (!next.ok) return next;
      if (question.mergedIntoId !== null) this.countAnew(db, question.eveningId, question.mergedIntoId);
      const change = { ...UNTOUCHED, state: next.value };
      switch (move.move) {
        case 'put-on-stage':
          await this.clearStage(db, question);
          return ok(change);
        case 'answer':
          await this.answered.plan(db, question);
          await this.tellMerged(db, question);
          return ok({ ...change, answer: move.answer, answeredAt: this.clock.now(), place: null });
        case 'hide':
          return ok({ ...change, hideReason: move.reason, hideWords: move.words, place: null });
        case 'merge':
          return this.merge(db, question, move.into, change);
        case 'approve':
        case 'put-back':
          return ok(change);
      }
    });
  }

  /** One question is large at a time; the one before is shown again in the list. */
  private async clearStage(db: Transaction, { eveningId }: Question): Promise<void> {
    const before = await this.questions.onStage(eveningId, db);
    if (before) await this.change.save(db, before, { state: 'shown' });
  }

  private async merge(
    db: Transaction,
    source: Question,
    into: string,
    change: QuestionChange,
  ): Promise<Outcome<QuestionChange, Code>> {
    const target = await this.questions.byId(source.eveningId, into, db);
    if (!target) return fail('merge-target');
    const allowed = mayMerge(source, target);
    if (!allowed.ok) return allowed;
    await this.questions.moveMerged(db, source.id, target.id);
    this.countAnew(db, source.eveningId, target.id);
    return ok({ ...change, mergedIntoId: target.id, place: null });
  }

  /** Votes went with what was merged, or came back with it. */
  private countAnew(db: Transaction, eveningId: string, target: string): void {
    db.afterCommit(() => this.ticker.touch(eveningId, target));
  }

  /** Whoever asked the same hears of the answer too. */
  private async tellMerged(db: Transaction, question: Question): Promise<void> {
    for (const merged of await this.questions.mergedInto(question.id, db)) {
      await this.answered.plan(db, merged);
      this.news.question(db, undefined, merged);
    }
  }
}
