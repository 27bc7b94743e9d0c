/** What is told of a venue before anybody registers (S19, `quality.md` section 6); texts: `evenings.venue.<feature>`. */
export const VENUE_FEATURES = ['step-free', 'hearing-loop', 'quiet-room', 'interpretation'] as const;
export type VenueFeature = (typeof VENUE_FEATURES)[number];

/** Yes, no, or absent: not told yet. A missing answer is never shown as a no. */
export type VenueFeatures = Readonly<Partial<Record<VenueFeature, boolean>>>;

/** Where the evening is held. */
export interface Venue {
  readonly name: string;
  readonly address: string;
  readonly features: VenueFeatures;
  /** Free words on how to come in and to travel; may be empty. */
  readonly directions: string;
}

/** Features with an answer, in their usual order. */
export function toldFeatures(features: VenueFeatures): readonly VenueFeature[] {
  return VENUE_FEATURES.filter((feature) => features[feature] !== undefined);
}

/** True when people who come to the one would not find the other: name or address differ. */
export function isSamePlace(a: Venue, b: Venue): boolean {
  return a.name === b.name && a.address === b.address;
}

/** True when both tell the same of every feature; "not told" differs from a no. */
export function haveSameFeatures(a: VenueFeatures, b: VenueFeatures): boolean {
  return VENUE_FEATURES.every((feature) => a[feature] === b[feature]);
}
