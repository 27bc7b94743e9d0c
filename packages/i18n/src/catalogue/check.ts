import { SOURCE, TEXT_LOCALES, type TextLocale } from '../locales.js';
import { type Compiled, compileText } from './placeholders.js';
import type { Catalogue, NounDeclaration, Reader } from './read.js';

/** Readers to whom easy Finnish is promised in full (product.md, Languages). */
const EASY_FINNISH_READERS: readonly Reader[] = [
  'public',
  'attendee',
  'ownData',
  'panel',
  'door',
  'stage',
  'now',
];

export type CompiledTexts = ReadonlyMap<string, Compiled>;
export interface Checked {
  readonly compiled: Readonly<Record<TextLocale, CompiledTexts>>;
  /** Empty when every locale is complete and says what the source says. */
  readonly faults: readonly string[];
}

/** Compiles every text and compares each locale with the source: keys, placeholders, tags. */
export function checkCatalogue({ nouns, texts, faults: unread }: Catalogue): Checked {
  const faults = [...unread];
  const compiled = {} as Record<TextLocale, CompiledTexts>;
  for (const locale of TEXT_LOCALES) {
    const done = new Map<string, Compiled>();
    for (const [key, text] of texts[locale]) {
      try {
        done.set(key, compileText(text));
      } catch (error) {
        faults.push(`${locale} ${key}: ${(error as Error).message.split('\n')[0]}`);
      }
    }
    compiled[locale] = done;
  }
  const source = texts[SOURCE];
  for (const locale of TEXT_LOCALES.filter((other) => other !== SOURCE)) {
    for (const key of source.keys()) {
      if (!texts[locale].has(key) && isPromised(locale, nouns[nounOf(key)]))
        faults.push(`${locale} ${key}: missing`);
    }
    for (const key of texts[locale].keys()) {
      if (!source.has(key)) faults.push(`${locale} ${key}: not in ${SOURCE}`);
    }
    for (const [key, translated] of compiled[locale]) {
      const original = compiled[SOURCE].get(key);
      const difference = original && differenceOf(original, translated);
      if (difference) faults.push(`${locale} ${key}: ${difference}`);
    }
  }
  return { compiled, faults };
}

export function nounOf(key: string): string {
  return key.slice(0, key.indexOf('.'));
}

function isPromised(locale: TextLocale, noun: NounDeclaration | undefined): boolean {
  return (
    locale !== 'fi-selko' || (noun?.readers.some((reader) => EASY_FINNISH_READERS.includes(reader)) ?? true)
  );
}

function differenceOf(original: Compiled, translated: Compiled): string | undefined {
  const expected = [...original.placeholders.keys()].toSorted().join(', ');
  const found = [...translated.placeholders.keys()].toSorted().join(', ');
  if (expected !== found) return `placeholders {${found}} differ from {${expected}}`;
  if (original.tags.join() !== translated.tags.join()) {
    return `tags <${translated.tags.join('> <')}> differ from <${original.tags.join('> <')}>`;
  }
  return undefined;
}
