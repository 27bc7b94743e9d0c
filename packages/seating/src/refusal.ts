/** Why there is no plan. The first eight are faults of the instance's form, the others contradictions in it. */
export const REFUSALS = [
  'malformed',
  'duplicate-id',
  'unknown-person',
  'unknown-table',
  'unknown-round',
  'same-person-twice',
  'too-many-played-rounds',
  'too-large',
  'too-few-seats',
  'fixed-table-full',
  'together-larger-than-table',
  'together-at-different-tables',
  'together-and-apart',
  'apart-at-same-table',
  'groups-do-not-fit',
  'apart-does-not-fit',
  'no-seating-found',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** An instance without a plan: `code` names the reason for programs, `message` in one English sentence for their makers. */
export class SeatingError extends Error {
  override readonly name = 'SeatingError';

  constructor(
    readonly code: Refusal,
    message: string,
    /** 1-based, where the reason belongs to one round. */
    readonly round?: number,
  ) {
    super(message);
  }
}
