import { type Answer, request } from '../../../lib/http/request.js';

export type PaperCard = Answer<'GET /api/evenings/:evening/paper-card'>;
export type EnteredRow = Answer<'POST /api/evenings/:evening/paper-rows'>;

export interface PaperRow {
  readonly other: string;
  readonly square: number | null;
  readonly agreed: string;
  readonly nextStep: string;
}
export type Ticks = { draw: boolean } | { share: boolean };

/** Somebody's card on paper, as whoever types it in reaches it. */
export interface PaperSheet {
  /** Names what is typed and not yet saved. */
  readonly key: string;
  readonly read: () => Promise<PaperCard>;
  readonly enter: (row: PaperRow, operationId: string) => Promise<EnteredRow>;
  readonly tick: (ticks: Ticks) => Promise<PaperCard>;
}

/** By the code on the card: for host, helper and access host. */
export function sheetByCode(evening: string, owner: string): PaperSheet {
  const params = { evening };
  return {
    key: `paper.${evening}.${owner}`,
    read: () => request('GET /api/evenings/:evening/paper-card', { params, query: { owner } }),
    enter: (row, operationId) =>
      request('POST /api/evenings/:evening/paper-rows', {
        params,
        body: { owner, ...bodyOf(row) },
        operationId,
      }),
    tick: (ticks) => request('PUT /api/evenings/:evening/paper-boxes', { params, body: { owner, ...ticks } }),
  };
}

/** Of the person whom this support person accompanies. */
export function sheetOfAccompanied(registration: string): PaperSheet {
  const params = { registration };
  return {
    key: `paper.${registration}`,
    read: () => request('GET /api/me/:registration/paper-card', { params }),
    enter: (row, operationId) =>
      request('POST /api/me/:registration/paper-rows', { params, body: bodyOf(row), operationId }),
    tick: (ticks) => request('PUT /api/me/:registration/paper-boxes', { params, body: ticks }),
  };
}

type Square = PaperCard['squares'][number]['square'];

function bodyOf({ square, ...row }: PaperRow) {
  return { ...row, square: square as Square | null };
}
