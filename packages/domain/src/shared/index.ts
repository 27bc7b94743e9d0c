export { type Outcome, type Failure, type Success, fail, ok } from './outcome.js';
export { LOCALES, type Locale, isLocale, languageTag } from './locale.js';
export { type TextProblem, cleanLine, cleanLines, countCharacters, isBlank, utf8Length } from './text.js';
export { foldText, foldedWords } from './fold.js';
export { type RandomBelow } from './randomness.js';
