import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalCalendar,
  type ICalEventData,
} from 'ical-generator';

import { manyLines, oneLine } from './plain-text.js';

export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

interface CalendarItem {
  /** Stays the same for the life of the event. */
  uid: string;
  /** When this version was made. */
  stamp: Date;
  summary: string;
  description?: string;
  location?: string;
  url?: string;
}

export interface CalendarEvent extends CalendarItem {
  start: Date;
  end: Date;
  /** Grows with every change of time or place and with the cancellation (RFC 5546). */
  sequence: number;
}

export interface CalendarDay extends CalendarItem {
  /** `YYYY-MM-DD`; the event lasts this whole day wherever it is read. */
  day: string;
}

export interface Party {
  name: string;
  email: string;
}

export interface EventCalendar {
  method: CalendarMethod;
  /** Who made the file: `//company//product//EN`. */
  product: { company: string; product: string };
  event: CalendarEvent;
  /** REQUEST and CANCEL by mail need both; PUBLISH has no attendee (RFC 5546, 3.2.1). */
  organizer?: Party;
  attendee?: Party;
}

export interface DayCalendar {
  product: { company: string; product: string };
  name: string;
  days: readonly CalendarDay[];
}

const METHODS = {
  PUBLISH: ICalCalendarMethod.PUBLISH,
  REQUEST: ICalCalendarMethod.REQUEST,
  CANCEL: ICalCalendarMethod.CANCEL,
} as const;

/** A parameter value stands in double quotes, which RFC 5545 cannot escape. */
function party({ name, email }: Party): Party {
  const address = oneLine(email).replace(/[\s"<>;,]/gu, '');
  return { name: oneLine(name).replace(/["\\]/g, "'") || address, email: address };
}

function shared(
  item: CalendarItem,
): Pick<ICalEventData, 'id' | 'stamp' | 'summary' | 'description' | 'location' | 'url'> {
  return {
    id: oneLine(item.uid),
    stamp: item.stamp,
    summary: oneLine(item.summary),
    description: item.description ? manyLines(item.description) : null,
    location: item.location ? oneLine(item.location) : null,
    url: item.url ? oneLine(item.url) : null,
  };
}

/** RFC 5545 ends every line with CRLF, the library all but the last. */
function file(calendar: ICalCalendar): Buffer {
  return Buffer.from(`${calendar.toString()}\r\n`, 'utf8');
}

/** One event in UTC as iCalendar (RFC 5545); times carry `Z`, so that no reader needs our time-zone table. */
export function writeEventCalendar(input: EventCalendar): Buffer {
  const { event, method } = input;
  const calendar = ical({ prodId: input.product, method: METHODS[method] });
  const entry = calendar.createEvent({
    ...shared(event),
    start: event.start,
    end: event.end,
    sequence: event.sequence,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (input.organizer) entry.organizer(party(input.organizer));
  if (input.attendee && method !== 'PUBLISH') {
    entry.createAttendee({ ...party(input.attendee), rsvp: false, status: ICalAttendeeStatus.ACCEPTED });
  }
  return file(calendar);
}

/** A list of whole-day entries, such as things promised for a date; they do not block the day. */
export function writeDayCalendar(input: DayCalendar): Buffer {
  const calendar = ical({
    prodId: input.product,
    method: ICalCalendarMethod.PUBLISH,
    name: oneLine(input.name),
  });
  for (const item of input.days) {
    const start = new Date(`${item.day}T00:00:00Z`);
    calendar.createEvent({
      ...shared(item),
      start,
      // The end of a whole-day event is the first day after it.
      end: new Date(start.getTime() + 86_400_000),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return file(calendar);
}
