import { checkIn, type AttendanceState, type DoorPerson } from '../check-in.js';
import { parseSpokenCode } from '../spoken-code.js';

/** What a phone of the door keeps of a person to decide by itself (quality.md, Corrections: door list offline). */
export interface ListedPerson {
  readonly id: string;
  readonly spokenCode: string;
  /** SHA-256 of the badge's token in capitals, hex; null for a child, whose badge has no QR (product rule 6). */
  readonly badge: string | null;
  readonly registration: DoorPerson['registration'];
  readonly attendance: AttendanceState;
}

/** The list as it was when the phone last heard of the server, with what was done on this phone since. */
export interface DoorList<Person extends ListedPerson> {
  readonly people: readonly Person[];
  /** Hashes of badges that were replaced, or whose person is gone. */
  readonly voidBadges: readonly string[];
  /** `doorIsOpen(state)` of the evening. */
  readonly doorOpen: boolean;
}

/** Whom the volunteer looks for; a badge by the hash of its token. */
export type Sought =
  | { readonly by: 'badge'; readonly hash: string }
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'registration'; readonly id: string };

/**
 * `let-in`, `already-in`: sent to the server all the same, which has the last word. `ask`: the volunteer may let the
 * person in after seeing the figures (rule 11). `verify-later`: not on the list, perhaps registered since: let in, the
 * server tells later who it was (T5). `refuse`: nothing to send.
 */
export type OfflineDecision<Person> =
  | { readonly decision: 'let-in' | 'already-in'; readonly person: Person }
  | {
      readonly decision: 'ask';
      readonly code: 'on-waitlist' | 'registration-cancelled';
      readonly person: Person;
    }
  | { readonly decision: 'verify-later' }
  | {
      readonly decision: 'refuse';
      readonly code: 'evening-not-open' | 'badge-unknown' | 'spoken-code-slip' | 'spoken-code-malformed';
    };

/**
 * What a phone of the door does without network. For a person on the list it decides as {@link checkIn} does on the
 * server; a badge that was void at the last sync is refused (T5).
 */
export function decideOffline<Person extends ListedPerson>(
  list: DoorList<Person>,
  sought: Sought,
): OfflineDecision<Person> {
  const code = sought.by === 'code' ? parseSpokenCode(sought.code) : undefined;
  if (code?.ok === false) return { decision: 'refuse', code: code.code };
  if (sought.by === 'badge' && list.voidBadges.includes(sought.hash))
    return { decision: 'refuse', code: 'badge-unknown' };
  const person = list.people.find((listed) => {
    if (sought.by === 'badge') return listed.badge === sought.hash;
    return sought.by === 'registration' ? listed.id === sought.id : listed.spokenCode === code?.value;
  });
  if (!person) return list.doorOpen ? { decision: 'verify-later' } : NOT_OPEN;
  const nobody = { at: new Date(0), by: '' };
  const { registration, attendance: state } = person;
  const attendance = state === 'expected' ? { state } : { state, last: nobody };
  // Whether there is a card is the server's affair.
  const asked = checkIn({ registration, plays: false, hasCard: false, attendance }, nobody, list.doorOpen);
  if (asked.ok) return { decision: asked.value.repeated ? 'already-in' : 'let-in', person };
  return asked.code === 'evening-not-open' ? NOT_OPEN : { decision: 'ask', code: asked.code, person };
}

const NOT_OPEN = { decision: 'refuse', code: 'evening-not-open' } as const;
