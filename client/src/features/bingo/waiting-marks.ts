import { squaresOffline } from '@hillo/domain/bingo';
import type { Entry } from '../../lib/offline/outbox/entry.js';
import type { CardView } from './api.js';
import { boardOf } from './board.js';

const MARK = 'POST /api/me/:registration/encounters/:encounter/mark';

export interface WaitingMark {
  readonly operationId: string;
  readonly square: number;
  /** Of the meeting, when it is known to the server. */
  readonly encounter: string;
  /** Of the scan that waits, else undefined. */
  readonly scanned: string | undefined;
}

/** Marks that the server has not answered yet; a refused one fills no square. */
export function waitingMarks(entries: readonly Entry[]): readonly WaitingMark[] {
  return entries
    .filter(({ route, refusal }) => route === MARK && refusal === undefined)
    .map(({ operationId, body, params, follows }) => ({
      operationId,
      square: (body as { square: number }).square,
      encounter: params['encounter'] ?? '',
      scanned: follows?.operationId,
    }));
}

/** The squares for somebody of whom nothing is known yet (product rule 5): those of waiting marks are taken. */
export function squaresWithoutNetwork(card: CardView, waiting: readonly WaitingMark[]) {
  const taken = new Set(waiting.map(({ square }) => square));
  return squaresOffline(boardOf(card)).map((one) =>
    taken.has(one.square) ? { ...one, verdict: 'filled' as const } : one,
  );
}
