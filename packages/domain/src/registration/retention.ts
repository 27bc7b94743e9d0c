/** From when a time of keeping is counted. */
export type RetentionAnchor = 'evening-end' | 'made';

/** How long a group of fields is kept; exactly one of the lengths is set. */
export interface Retention {
  readonly from: RetentionAnchor;
  readonly hours?: number;
  readonly days?: number;
  /** Calendar months, in UTC. */
  readonly months?: number;
}

/**
 * Default times of keeping by group of fields (`quality.md` section 5; shorter is allowed, longer needs a written
 * reason). `access-needs` go at cancellation already; `kept-contact` goes when either withdraws; `draw-mapping` ties a
 * ticket to a person, the nameless proof stays; `operation` is the record that makes a repeated write harmless.
 */
export const RETENTION = {
  'access-needs': { from: 'evening-end', days: 7 },
  'unconfirmed-registration': { from: 'evening-end', days: 7 },
  'lapsed-waitlist': { from: 'evening-end', days: 7 },
  operation: { from: 'evening-end', days: 7 },
  registration: { from: 'evening-end', days: 90 },
  encounter: { from: 'evening-end', days: 30 },
  'kept-contact': { from: 'evening-end', months: 12 },
  'question-author': { from: 'evening-end', hours: 24 },
  'draw-mapping': { from: 'evening-end', days: 30 },
  'security-log': { from: 'made', days: 30 },
  'audit-trail': { from: 'made', months: 12 },
} as const satisfies Readonly<Record<string, Retention>>;
export type RetentionGroup = keyof typeof RETENTION;

const HOUR = 3_600_000;

/**
 * The instant from which a group of fields may no longer be kept.
 *
 * @param anchor the evening's end, or when the entry was made, as the group's `from` says
 */
export function keptUntil(group: RetentionGroup, anchor: Date): Date {
  const retention: Retention = RETENTION[group];
  const hours = (retention.hours ?? 0) + (retention.days ?? 0) * 24;
  return addMonths(new Date(anchor.getTime() + hours * HOUR), retention.months ?? 0);
}

/** True when the nightly job has to remove the group (`quality.md` section 5). */
export function isPastRetention(group: RetentionGroup, anchor: Date, now: Date): boolean {
  return now.getTime() >= keptUntil(group, anchor).getTime();
}

/** The same day some months later, or the last day of a shorter month. */
function addMonths(instant: Date, months: number): Date {
  const moved = new Date(instant);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  if (moved.getUTCDate() !== instant.getUTCDate()) moved.setUTCDate(0);
  return moved;
}
