import type { ProgrammeBlock } from './programme.js';
import type { RegistrationWindow } from './registration-window.js';
import type { Theme } from './themes.js';
import type { Venue } from './venue.js';

/** What an organiser plans; theme, time and place are enough to publish (S36). */
export interface EveningPlan {
  readonly theme: Theme;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA name, `Europe/Helsinki` unless the organisation says otherwise. */
  readonly timeZone: string;
  readonly venue: Venue;
  /** Greatest number of people; `null`: as many as come (product rule 11). */
  readonly capacity: number | null;
  readonly registration: RegistrationWindow;
  readonly programme: readonly ProgrammeBlock[];
  readonly texts: EveningTexts;
}

/** The organiser's own words for the public page; each may be empty. */
export interface EveningTexts {
  /** A name beside the theme. */
  readonly title: string;
  readonly description: string;
  /** What this evening can do, and what it cannot (S22). */
  readonly can: string;
  readonly cannot: string;
}

/** The fields of {@link EveningTexts}, in the order of the form. */
export const EVENING_TEXTS = [
  'title',
  'description',
  'can',
  'cannot',
] as const satisfies readonly (keyof EveningTexts)[];
