import type { panelApi } from '@hillo/contracts/panel';
import type { CallOf } from '../../../platform/http/index.js';
import type { DeskCall } from '../use-cases/desk/panel-desk.js';

type Api = typeof panelApi;
export type DeskRequest = CallOf<Api, 'PUT /api/evenings/:evening/questions/:question/mute'>;

export function callOf({
  operation,
  params,
  locale,
}: Pick<CallOf<Api, 'PUT /api/evenings/:evening/panel/note'>, 'operation' | 'params' | 'locale'>): DeskCall {
  return { operation, eveningId: params.evening, locale };
}

export function questionOf(call: Pick<DeskRequest, 'operation' | 'params' | 'locale'>) {
  return { ...callOf(call), questionId: call.params.question };
}
