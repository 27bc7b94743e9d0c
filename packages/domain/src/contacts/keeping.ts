import { isKept } from '../encounters/index.js';
import { keptUntil } from '../registration/index.js';
import { type Met, seenMeeting } from './sheet.js';

/**
 * The instant from which an encounter may no longer be kept: 12 months after the evening's end while both have said
 * yes, else 30 days; so a withdrawal or a removal shortens it at once (product rule 4, `quality.md` section 5).
 */
export function contactKeptUntil(met: Met, eveningEnd: Date): Date {
  const seen = seenMeeting(met);
  const kept = seen !== undefined && isKept(seen.mine, seen.theirs);
  return keptUntil(kept ? 'kept-contact' : 'encounter', eveningEnd);
}
