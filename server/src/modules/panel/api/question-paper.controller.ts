import { Controller, Inject } from '@nestjs/common';
import { panelApi } from '@hillo/contracts/panel';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { QuestionFiles } from '../use-cases/after/question-files.js';
import { AskQuestion } from '../use-cases/asking/ask-question.js';

type Api = typeof panelApi;

/** Questions that come in on paper or by voice, and the list that goes out. */
@Controller()
export class QuestionPaperController {
  constructor(
    @Inject(AskQuestion) private readonly asking: AskQuestion,
    @Inject(QuestionFiles) private readonly files: QuestionFiles,
  ) {}

  @Route(panelApi, 'POST /api/evenings/:evening/questions')
  typeIn({ operation, params, body }: CallOf<Api, 'POST /api/evenings/:evening/questions'>) {
    return this.asking.typedIn(operation, params.evening, body);
  }

  @Route(panelApi, 'GET /api/evenings/:evening/question-files/:format')
  file(call: CallOf<Api, 'GET /api/evenings/:evening/question-files/:format'>) {
    const { params, locale, actor } = call;
    return this.files.run(params.evening, params.format, locale, actor.key);
  }
}
