import { isDefaultPrompt } from '@hillo/domain/bingo';
import type { Text } from '@hillo/i18n';
import { languageTag } from '@hillo/domain/shared';
import type { CardPrompt } from './api.js';

export interface PromptWords {
  readonly title: string;
  /** How to begin the talk; empty when the organiser wrote none. */
  readonly starter: string;
  /** Set when the words are in another language than the page may be. */
  readonly lang?: string;
}

/** What a square asks for: the organiser's words, else the interface's for a default prompt. */
export function promptWords(text: Text, { id, own }: CardPrompt): PromptWords {
  if (own) return { title: own.title, starter: own.starter, lang: languageTag(own.locale) };
  if (!isDefaultPrompt(id)) return { title: '', starter: '' };
  return { title: text(`prompts.${id}.title`), starter: text(`prompts.${id}.starter`) };
}
