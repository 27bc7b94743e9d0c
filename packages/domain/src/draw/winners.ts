import { type Outcome, fail, ok } from '../shared/index.js';

/** Why a drawn ticket did not get its prize; shown on the stage beside the next one (product rule 7). */
export const PASS_REASONS = ['not-present', 'declined', 'not-entitled'] as const;
export type PassReason = (typeof PASS_REASONS)[number];

/** A drawn ticket that was passed over. A draw keeps these in the order in which they were entered. */
export interface PassedTicket {
  readonly ticket: string;
  readonly reason: PassReason;
}

/** Who holds a prize now; `ticket` is undefined when the list ran out. */
export interface PrizeHolder {
  /** Place in the list of prizes, counted from 0. */
  readonly prize: number;
  readonly ticket: string | undefined;
  /** Who was drawn for it before, first to last. */
  readonly passed: readonly PassedTicket[];
}

export type PassRefusal = 'ticket-not-drawn' | 'ticket-already-passed';

/**
 * Who holds each prize: the k-th drawn gets the k-th, and for an absent winner the prize goes to the next of the same
 * sequence that nobody has been called from yet, so that the other winners keep theirs. A function of stored data
 * alone: after a crash it gives the same winners (P9).
 *
 * @param prizes how many there are
 * @param order all tickets in the order drawn (`order` of the proof)
 * @param passed as entered; refused when one of them held no prize at its turn
 */
export function prizeHolders(
  prizes: number,
  order: readonly string[],
  passed: readonly PassedTicket[],
): Outcome<readonly PrizeHolder[], PassRefusal> {
  let holders: readonly PrizeHolder[] = Array.from({ length: prizes }, (_, prize) => ({
    prize,
    ticket: order[prize],
    passed: [],
  }));
  for (const [turn, pass] of passed.entries()) {
    const held = holders.find(({ ticket }) => ticket === pass.ticket);
    if (held === undefined) {
      const before = passed.slice(0, turn).some(({ ticket }) => ticket === pass.ticket);
      return fail(before ? 'ticket-already-passed' : 'ticket-not-drawn', { ticket: pass.ticket });
    }
    const next: PrizeHolder = { ...held, ticket: order[prizes + turn], passed: [...held.passed, pass] };
    holders = holders.map((holder) => (holder === held ? next : holder));
  }
  return ok(holders);
}

/**
 * Passes over one more winner and tells who holds the prizes then. Two hosts who press at once pass one winner over,
 * not two: the second is refused, as the ticket holds no prize any more.
 */
export function passOver(
  prizes: number,
  order: readonly string[],
  passed: readonly PassedTicket[],
  pass: PassedTicket,
): Outcome<
  { readonly passed: readonly PassedTicket[]; readonly holders: readonly PrizeHolder[] },
  PassRefusal
> {
  const entered = [...passed, pass];
  const holders = prizeHolders(prizes, order, entered);
  return holders.ok ? ok({ passed: entered, holders: holders.value }) : holders;
}
