import { Controller, Inject } from '@nestjs/common';
import { panelApi } from '@hillo/contracts/panel';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ArrangePanel } from '../use-cases/desk/arrange-panel.js';
import { EditQuestion } from '../use-cases/desk/edit-question.js';
import { MarkAsker } from '../use-cases/desk/mark-asker.js';
import { MoveQuestion } from '../use-cases/desk/move-question.js';
import { PanelDesk } from '../use-cases/desk/panel-desk.js';
import { callOf, type DeskRequest, questionOf } from './desk-call.js';

type Api = typeof panelApi;

/** What whoever moderates does with questions. */
@Controller()
export class DeskController {
  constructor(
    @Inject(PanelDesk) private readonly desk: PanelDesk,
    @Inject(ArrangePanel) private readonly arrange: ArrangePanel,
    @Inject(MoveQuestion) private readonly move: MoveQuestion,
    @Inject(EditQuestion) private readonly editing: EditQuestion,
    @Inject(MarkAsker) private readonly asker: MarkAsker,
  ) {}

  @Route(panelApi, 'GET /api/evenings/:evening/panel/desk')
  read({ params, locale }: CallOf<Api, 'GET /api/evenings/:evening/panel/desk'>) {
    return this.desk.read(params.evening, locale);
  }

  @Route(panelApi, 'PATCH /api/evenings/:evening/panel')
  settings(call: CallOf<Api, 'PATCH /api/evenings/:evening/panel'>) {
    return this.arrange.settings(callOf(call), call.body);
  }

  @Route(panelApi, 'PUT /api/evenings/:evening/panel/note')
  note(call: CallOf<Api, 'PUT /api/evenings/:evening/panel/note'>) {
    return this.arrange.note(callOf(call), call.body.note);
  }

  @Route(panelApi, 'PUT /api/evenings/:evening/panel/order')
  order(call: CallOf<Api, 'PUT /api/evenings/:evening/panel/order'>) {
    return this.arrange.order(callOf(call), call.body.version, call.body.placed);
  }

  @Route(panelApi, 'PATCH /api/evenings/:evening/questions/:question')
  edit(call: CallOf<Api, 'PATCH /api/evenings/:evening/questions/:question'>) {
    return this.editing.run({ ...questionOf(call), version: call.body.version }, call.body.text);
  }

  @Route(panelApi, 'POST /api/evenings/:evening/questions/:question/moves')
  moveOn(call: CallOf<Api, 'POST /api/evenings/:evening/questions/:question/moves'>) {
    return this.move.run(questionOf(call), call.body);
  }

  @Route(panelApi, 'PUT /api/evenings/:evening/questions/:question/mute')
  mute(call: DeskRequest) {
    return this.asker.mute(questionOf(call), true);
  }

  @Route(panelApi, 'DELETE /api/evenings/:evening/questions/:question/mute')
  unmute(call: DeskRequest) {
    return this.asker.mute(questionOf(call), false);
  }

  @Route(panelApi, 'PUT /api/evenings/:evening/questions/:question/table')
  forTable(call: CallOf<Api, 'PUT /api/evenings/:evening/questions/:question/table'>) {
    return this.asker.forTable(questionOf(call), call.body.forTable);
  }
}
