import { Controller, Inject } from '@nestjs/common';
import { panelApi } from '@hillo/contracts/panel';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { AskQuestion } from '../use-cases/asking/ask-question.js';
import { ChangeOwn } from '../use-cases/asking/change-own.js';
import { OwnQuestions } from '../use-cases/asking/own-questions.js';
import { Vote } from '../use-cases/asking/vote.js';
import { PanelList } from '../use-cases/panel-list.js';
import { eveningOf } from '../use-cases/policy.js';

type Api = typeof panelApi;
type OfQuestion = Pick<
  CallOf<Api, 'DELETE /api/me/:registration/questions/:question'>,
  'actor' | 'operation' | 'params'
>;

function mine({ actor, operation, params }: OfQuestion) {
  return {
    operation,
    eveningId: eveningOf(actor),
    me: params.registration,
    questionId: params.question,
  };
}

/** What an attendee does with questions. */
@Controller()
export class PanelController {
  constructor(
    @Inject(PanelList) private readonly list: PanelList,
    @Inject(OwnQuestions) private readonly own: OwnQuestions,
    @Inject(AskQuestion) private readonly asking: AskQuestion,
    @Inject(ChangeOwn) private readonly change: ChangeOwn,
    @Inject(Vote) private readonly vote: Vote,
  ) {}

  @Route(panelApi, 'GET /api/evenings/:evening/panel')
  panel(call: CallOf<Api, 'GET /api/evenings/:evening/panel'>) {
    return this.list.answer(call.params.evening);
  }

  @Route(panelApi, 'GET /api/me/:registration/questions')
  questions({ actor, params, locale }: CallOf<Api, 'GET /api/me/:registration/questions'>) {
    return this.own.read(eveningOf(actor), params.registration, locale);
  }

  @Route(panelApi, 'POST /api/me/:registration/questions')
  ask({ actor, operation, params, body }: CallOf<Api, 'POST /api/me/:registration/questions'>) {
    return this.asking.byPhone(operation, eveningOf(actor), params.registration, body);
  }

  @Route(panelApi, 'PATCH /api/me/:registration/questions/:question')
  edit(call: CallOf<Api, 'PATCH /api/me/:registration/questions/:question'>) {
    return this.change.edit(mine(call), call.body.text);
  }

  @Route(panelApi, 'DELETE /api/me/:registration/questions/:question')
  withdraw(call: CallOf<Api, 'DELETE /api/me/:registration/questions/:question'>) {
    return this.change.withdraw(mine(call));
  }

  @Route(panelApi, 'PUT /api/me/:registration/questions/:question/following')
  follow(call: CallOf<Api, 'PUT /api/me/:registration/questions/:question/following'>) {
    return this.change.follow(mine(call), call.body.follows);
  }

  @Route(panelApi, 'GET /api/me/:registration/similar-questions')
  similar({ actor, query }: CallOf<Api, 'GET /api/me/:registration/similar-questions'>) {
    return this.own.similar(eveningOf(actor), query.text);
  }

  @Route(panelApi, 'PUT /api/me/:registration/votes/:question')
  give(call: CallOf<Api, 'PUT /api/me/:registration/votes/:question'>) {
    return this.vote.give(mine(call));
  }

  @Route(panelApi, 'DELETE /api/me/:registration/votes/:question')
  takeBack(call: CallOf<Api, 'DELETE /api/me/:registration/votes/:question'>) {
    return this.vote.takeBack(mine(call));
  }
}
