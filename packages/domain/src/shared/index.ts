export { type Outcome, type Failure, type Success, fail, ok } from './outcome.js';
export { LOCALES, type Locale, isLocale, languageTag } from './locale.js';
