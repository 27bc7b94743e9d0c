import { Inject, Injectable } from '@nestjs/common';
import { moderatorMayEdit } from '@hillo/domain/panel';
import { fail, foldText, ok } from '@hillo/domain/shared';
import { ChangeQuestion, type QuestionCall } from './change-question.js';

/** Makes a question clearer. The asker's words are kept beside, and it is shown as edited until they stand again. */
@Injectable()
export class EditQuestion {
  constructor(@Inject(ChangeQuestion) private readonly change: ChangeQuestion) {}

  run(call: QuestionCall, text: string) {
    return this.change.run<'question-state-forbids'>(call, async (_db, { state, ...question }) => {
      if (!moderatorMayEdit(state)) return fail('question-state-forbids', { state, event: 'edit' });
      const original = question.originalText ?? question.text;
      return ok({
        text,
        searchKey: foldText(text),
        originalText: original === text ? null : original,
      });
    });
  }
}
