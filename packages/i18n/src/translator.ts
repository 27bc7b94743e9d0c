import { intlTag, type TextLocale } from './locales.js';

/** One compiled message: text, or text and placeholders as `@lingui/message-utils` compiles ICU. */
export type Message = string | readonly Token[];
type Cases = Readonly<Record<string, Message | number | undefined>>;
type Token = string | readonly [name: string, type?: string, format?: string | Cases | null];
export type Messages = Readonly<Record<string, Message>>;

export type Value = string | number | boolean;
export type Values = Readonly<Record<string, Value>>;

/**
 * Gives the texts of one locale. Written here and not taken from `@lingui/core`, because that decodes `\x41` and
 * `\u0041` in the finished sentence, and with it in what people typed.
 *
 * A key that is not in the loaded bundle is shown as itself, so that the hole is seen.
 */
export function translator(locale: TextLocale, messages: Messages): (key: string, values?: Values) => string {
  const tag = intlTag(locale);
  const numbers = new Intl.NumberFormat(tag);
  const percents = new Intl.NumberFormat(tag, { style: 'percent' });
  const cardinal = new Intl.PluralRules(tag);
  const ordinal = new Intl.PluralRules(tag, { type: 'ordinal' });

  function choose(type: string, value: Value, cases: Cases): Message {
    const exact = cases[String(value)];
    if (typeof exact === 'string' || Array.isArray(exact)) return exact;
    const rule =
      type === 'select' ? 'other' : (type === 'plural' ? cardinal : ordinal).select(counted(value, cases));
    const chosen = cases[rule] ?? cases['other'];
    return typeof chosen === 'number' ? '' : (chosen ?? '');
  }

  function write(message: Message, values: Values, count?: number): string {
    if (typeof message === 'string') return message === '#' ? hash(count) : message;
    return message.map((token) => writeToken(token, values, count)).join('');
  }

  function hash(count: number | undefined): string {
    return count === undefined ? '#' : numbers.format(count);
  }

  function writeToken(token: Token, values: Values, count?: number): string {
    if (typeof token === 'string') return token === '#' ? hash(count) : token;
    const [name, type, format] = token;
    const value = values[name] ?? '';
    if (type === undefined) return String(value);
    if (type === 'number') return (format === 'percent' ? percents : numbers).format(Number(value));
    const cases = format as Cases;
    return write(choose(type, value, cases), values, type === 'select' ? count : counted(value, cases));
  }

  return (key, values = {}) => {
    const message = messages[key];
    return message === undefined ? key : write(message, values);
  };
}

function counted(value: Value, cases: Cases): number {
  return Number(value) - (typeof cases['offset'] === 'number' ? cases['offset'] : 0);
}
