import type { SectorMark, Side } from './sectors.js';

/** The jam whose colour, outline and pattern a side carries on screens and badges (product.md, Look). */
export const SIDE_JAMS = {
  public: 'blueberry',
  community: 'cloudberry',
  business: 'raspberry',
} as const satisfies Record<Side, string>;

/**
 * The picture of every mark, so that colour is never alone (product.md, Look). Whoever shows the shared mark of
 * residents and experts by experience shows one picture for both (S23).
 */
export const MARK_ICONS = {
  municipality: 'town-hall',
  'wellbeing-county': 'heart',
  state: 'shield',
  education: 'book',
  association: 'people',
  parish: 'chapel',
  resident: 'person',
  'expert-by-experience': 'person',
  company: 'shop',
  'resident-or-expert': 'person',
} as const satisfies Record<SectorMark, string>;
export type MarkIcon = (typeof MARK_ICONS)[SectorMark];
