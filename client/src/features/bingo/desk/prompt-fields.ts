import { SQUARES } from '@hillo/domain/bingo';
import { LOCALES, type Locale } from '@hillo/domain/shared';

export const WORDING_PARTS = ['title', 'starter'] as const;
export type WordingPart = (typeof WORDING_PARTS)[number];

/** Id of the control for one part of an own prompt's words. */
export function wordId(index: number, locale: Locale, part: WordingPart): string {
  return `prompt-${index}-${locale}-${part}`;
}

/** Controls by the server's pointers. */
export const PROMPT_FIELDS: Readonly<Record<string, string>> = Object.fromEntries(
  SQUARES.flatMap((index) =>
    LOCALES.flatMap((locale) =>
      WORDING_PARTS.map((part) => [
        `#/prompts/${index}/wordings/${locale}/${part}`,
        wordId(index, locale, part),
      ]),
    ),
  ),
);
