import { Inject, Injectable } from '@nestjs/common';
import type { OwnQuestion } from '@hillo/contracts/panel-schemas';
import {
  type AskRefusal,
  firstState,
  mayAsk,
  PANEL_HOLDS,
  type QuestionAim,
  type QuestionSource,
} from '@hillo/domain/panel';
import { fail, ok } from '@hillo/domain/shared';
import { Clock, newId } from '../../../../platform/clock/index.js';
import { type Operation, Operations, type Transaction } from '../../../../platform/database/index.js';
import { type NewQuestion, QuestionRepository } from '../../data/question-repository.js';
import { PanelRepository } from '../../data/panel-repository.js';
import { PanelNews } from '../panel-news.js';
import { OwnQuestions } from './own-questions.js';

interface Asked {
  readonly text: string;
  readonly aim: QuestionAim;
  readonly speaker: string;
}

/** A question comes in: from a phone, or typed in from a card or from what was said (S76, S77). */
@Injectable()
export class AskQuestion {
  constructor(
    @Inject(Operations) private readonly operations: Operations,
    @Inject(PanelRepository) private readonly panels: PanelRepository,
    @Inject(QuestionRepository) private readonly questions: QuestionRepository,
    @Inject(OwnQuestions) private readonly own: OwnQuestions,
    @Inject(PanelNews) private readonly news: PanelNews,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  byPhone(operation: Operation, eveningId: string, me: string, asked: Asked & { withName: boolean }) {
    return this.operations.once<OwnQuestion, AskRefusal | 'not-found'>(
      operation,
      async (db) => {
        const panel = await this.panels.lock(db, eveningId);
        const state = await this.panels.asking(db, eveningId, me);
        if (!state) return fail('not-found');
        const { lastAskedAt, ...rest } = state;
        const sinceLast = lastAskedAt && this.clock.now().getTime() - lastAskedAt.getTime();
        const allowed = mayAsk({ ...rest, phase: panel.phase, sinceLast });
        if (!allowed.ok) return allowed;
        return ok({
          id: await this.add(db, panel.isModerated, {
            ...asked,
            eveningId,
            askerId: me,
            source: 'phone',
            enteredBy: null,
          }),
        });
      },
      (id) => this.own.one(me, id),
    );
  }

  typedIn(
    operation: Operation,
    eveningId: string,
    asked: Asked & { source: Exclude<QuestionSource, 'phone'> },
  ) {
    return this.operations.once<{ id: string }, 'panel-closed' | 'panel-full'>(
      operation,
      async (db) => {
        const panel = await this.panels.lock(db, eveningId);
        if (panel.phase === 'closed') return fail('panel-closed');
        if ((await this.panels.total(db, eveningId)) >= PANEL_HOLDS)
          return fail('panel-full', { max: PANEL_HOLDS });
        const id = await this.add(db, panel.isModerated, {
          ...asked,
          eveningId,
          askerId: null,
          withName: false,
          enteredBy: operation.actor,
        });
        return ok({ id });
      },
      async (id) => ok({ id }),
    );
  }

  private async add(
    db: Transaction,
    isModerated: boolean,
    asked: Omit<NewQuestion, 'id' | 'state' | 'askedAt'>,
  ): Promise<string> {
    const id = newId();
    const state = firstState(asked.text, isModerated);
    await this.questions.insert(db, { ...asked, id, state, askedAt: this.clock.now() });
    const question = await this.questions.byId(asked.eveningId, id, db);
    if (question) this.news.question(db, undefined, question);
    return id;
  }
}
