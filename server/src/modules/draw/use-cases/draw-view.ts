import type { PrizeView } from '@hillo/contracts/draw';
import {
  isOpenDraw,
  type PassedTicket,
  type Prize,
  type PrizeHolder,
  prizeHolders,
  secretIsPublic,
} from '@hillo/domain/draw';
import type { Draw } from '../data/draw-repository.js';

/** What everybody may know of a draw at its step. The secret leaves only once the draw has ended. */
export function stepsOf(draw: Draw, prizes: readonly Prize[]) {
  const ended = secretIsPublic(draw.state);
  return {
    id: draw.id,
    number: draw.number,
    state: draw.state,
    commit: draw.commitment,
    chainHead: draw.chainHash,
    list: draw.list,
    ticketCount: draw.tickets?.length ?? null,
    prizes: [...(draw.prizes ?? (isOpenDraw(draw.state) ? prizes : []))] as PrizeView[],
    publicNumber: draw.publicNumber,
    secret: ended ? draw.secret : null,
    hasProof: ended && draw.seed !== null,
    voided: draw.voidReason === null ? null : { reason: draw.voidReason, words: draw.voidWords },
    committedAt: draw.committedAt.toISOString(),
    frozenAt: draw.frozenAt?.toISOString() ?? null,
    endedAt: draw.endedAt?.toISOString() ?? null,
  };
}

/** Who holds which prize, from the reveal on; recomputed from what is stored each time. */
export function holdersOf(draw: Draw, passed: readonly PassedTicket[]): readonly PrizeHolder[] {
  if (draw.state !== 'done') return [];
  const holders = prizeHolders(draw.prizes?.length ?? 0, draw.ticketOrder ?? [], passed);
  if (!holders.ok) throw new Error(`stored passes of draw ${draw.id}: ${holders.code}`);
  return holders.value;
}

export function winnerOf({ prize, ticket, passed }: PrizeHolder) {
  return { prize, ticket: ticket ?? null, passed: [...passed] };
}
