/** What the list can be narrowed to. */
export const COMING_FILTERS = [
  'everyone',
  'confirmed',
  'waiting',
  'cancelled',
  'unconfirmed',
  'duplicates',
  'checked-in',
] as const;
export type ComingFilter = (typeof COMING_FILTERS)[number];
