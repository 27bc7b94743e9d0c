import { intlTag, type TextLocale } from './locales.js';

export const HOME_TIME_ZONE = 'Europe/Helsinki';
/** A moment: a Date or an ISO 8601 string with its offset. */
export type Moment = Date | string;

const styles = {
  /** torstai 14. tammikuuta 2027 */
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** to 14.1. */
  shortDay: { weekday: 'short', day: 'numeric', month: 'numeric' },
  /** 14.1.2027 */
  date: { day: 'numeric', month: 'numeric', year: 'numeric' },
  /** 17.00 */
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** 17.00.12 */
  timeToSecond: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  /** torstai 14. tammikuuta 2027 klo 17.00 */
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
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone });
  /**
   * Some releases of the locale data inflect six Finnish weekdays inside a date and leave Sunday as it is: "maanantaina 23.",
   * but "sunnuntai 22.". The name alone is the same everywhere.
   */
  const spell = (parts: readonly Intl.DateTimeFormatPart[], name: (part: object) => string): string =>
    parts.map((part) => (part.type === 'weekday' && tag === 'fi-FI' ? name(part) : part.value)).join('');
  return {
    timeZone,
    write: (moment, style) => {
      const instant = new Date(moment);
      const named = 'weekday' in styles[style] && styles[style].weekday === 'long';
      return named
        ? spell(format(style).formatToParts(instant), () => weekday.format(instant))
        : format(style).format(instant);
    },
    span: (start, end, style) => {
      const [from, to] = [new Date(start), new Date(end)];
      const named = 'weekday' in styles[style] && styles[style].weekday === 'long';
      if (!named) return format(style).formatRange(from, to);
      return spell(format(style).formatRangeToParts(from, to), (part) =>
        weekday.format('source' in part && part.source === 'endRange' ? to : from),
      );
    },
    number: (value, options) => new Intl.NumberFormat(tag, options).format(value),
  };
}
