import type { MessageParameters } from './keys.js';
import type { TextLocale } from './locales.js';
import { type Messages, translator as looseTranslator } from './translator.js';

export { type DateStyle, type Dates, HOME_TIME_ZONE, type Moment, dates } from './dates.js';
export { TEXT_LOCALES, type TextLocale, intlTag } from './locales.js';
export type { Message, Messages, Value, Values } from './translator.js';
/** For keys that are put together at run time (`problem.<code>.title`): the compiler does not check them. */
export { looseTranslator };
export type { MessageParameters };

export type MessageKey = keyof MessageParameters & string;
type Arguments<Key extends MessageKey> = MessageParameters[Key] extends undefined
  ? []
  : [values: NonNullable<MessageParameters[Key]>];
/** `text('app.waiting', { count: 3 })`: the key and its placeholders are checked by the compiler. */
export type Text = <Key extends MessageKey>(key: Key, ...values: Arguments<Key>) => string;

/** The texts of one locale out of a loaded bundle, on the server and in the browser. */
export function translator(locale: TextLocale, messages: Messages): Text {
  return looseTranslator(locale, messages);
}
