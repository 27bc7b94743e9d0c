import { MARK_ICONS } from '@hillo/domain/registration';
import type { Label } from '../../../platform/documents/pdf/label.js';
import type { Attendee } from '../../registration/index.js';
import { ICON_BOX, ICON_LINE, ICON_PATHS, MARK_PATTERNS, SIDE_INKS } from './badge-icons.js';

/** What a badge says beside the person's own words, in the language of the organisation. */
export interface BadgeWords {
  /** Name of the mark that others see of the sector (product rule 1). */
  readonly mark: string;
  /** What the QR is, for people who cannot see it. */
  readonly qr: string;
}

/**
 * A badge: first name, last name only if the person chose so, affiliation, never a title (S99). A child's has neither QR
 * nor code (product rule 6). The link is in capitals, which makes the QR coarser and so readable from further away.
 */
export function badgeLabel(
  person: Pick<
    Attendee,
    'kind' | 'firstName' | 'lastName' | 'showsLastName' | 'affiliation' | 'side' | 'mark' | 'spokenCode'
  >,
  badgeLink: string | null,
  words: BadgeWords,
): Label {
  return {
    title: person.firstName,
    ...(person.showsLastName && person.lastName !== '' ? { subtitle: person.lastName } : {}),
    ...(person.affiliation === '' ? {} : { text: person.affiliation }),
    band: {
      colour: SIDE_INKS[person.side],
      pattern: MARK_PATTERNS[person.mark],
      icon: { path: ICON_PATHS[MARK_ICONS[person.mark]], viewBox: ICON_BOX, line: ICON_LINE },
      caption: words.mark,
    },
    ...(badgeLink === null
      ? {}
      : { qr: { payload: badgeLink.toUpperCase(), alt: words.qr }, code: person.spokenCode }),
  };
}
