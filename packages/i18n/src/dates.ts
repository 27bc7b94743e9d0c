import { intlTag, type TextLocale } from './locales.js';

export const HOME_TIME_ZONE = 'Europe/Helsinki';
/** A moment: a Date or an ISO 8601 string with its offset. */
export type Moment = Date | string;

const styles = {
  /** torstaina 14. tammikuuta 2027 */
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** to 14.1. */
  shortDay: { weekday: 'short', day: 'numeric', month: 'numeric' },
  /** 14.1.2027 */
  date: { day: 'numeric', month: 'numeric', year: 'numeric' },
  /** 17.00 */
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** 17.00.12 */
  timeToSecond: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  /** torstaina 14. tammikuuta 2027 klo 17.00 */
  longDateTime: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  /** 14.1.2027 klo 17.00 */
  dateTime: {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof styles;

export interface Dates {
  readonly timeZone: string;
  /** Writes a moment in the reader's way. */
  write(moment: Moment, style: DateStyle): string;
  /** Writes a span; what both ends share is said once where the language does so. */
  span(start: Moment, end: Moment, style: DateStyle): string;
  /** 1 234,5 */
  number(value: number, options?: Intl.NumberFormatOptions): string;
}

/** Dates and numbers of a locale, in Helsinki's time unless the organisation's is given. */
export function dates(locale: TextLocale, timeZone: string = HOME_TIME_ZONE): Dates {
  const tag = intlTag(locale);
  const formats = new Map<DateStyle, Intl.DateTimeFormat>();
  const format = (style: DateStyle): Intl.DateTimeFormat => {
    const known = formats.get(style) ?? new Intl.DateTimeFormat(tag, { ...styles[style], timeZone });
    formats.set(style, known);
    return known;
  };
  return {
    timeZone,
    write: (moment, style) => format(style).format(new Date(moment)),
    span: (start, end, style) => format(style).formatRange(new Date(start), new Date(end)),
    number: (value, options) => new Intl.NumberFormat(tag, options).format(value),
  };
}
