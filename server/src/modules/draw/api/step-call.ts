import type { drawApi } from '@hillo/contracts/draw';
import type { CallOf } from '../../../platform/http/index.js';

export type StepCall = CallOf<typeof drawApi, 'POST /api/evenings/:evening/draws/:draw/reveal'>;

/** What every step of a draw is told. */
export function stepOf({ operation, params, locale }: Pick<StepCall, 'operation' | 'params' | 'locale'>) {
  return { operation, eveningId: params.evening, drawId: params.draw, locale };
}
