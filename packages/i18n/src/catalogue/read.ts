import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TEXT_LOCALES, type TextLocale } from '../locales.js';

/** Texts of one locale: flat key (`<noun>.<path>`) to ICU text. */
export type Texts = ReadonlyMap<string, string>;
/** Who reads a noun's texts; each reader but the server gets a bundle of its own. */
export const READERS = [
  'public',
  'attendee',
  'door',
  'host',
  'organiser',
  'stage',
  'now',
  'ownData',
  'panel',
  'gallery',
] as const;
export type Reader = (typeof READERS)[number];
export interface NounDeclaration {
  readonly readers: readonly Reader[];
  /** Kept out of the screens' bundles: mails, documents, problem texts. */
  readonly serverOnly?: boolean;
}
export interface Catalogue {
  readonly nouns: Readonly<Record<string, NounDeclaration>>;
  readonly texts: Readonly<Record<TextLocale, Texts>>;
  /** What could not even be read. */
  readonly faults: readonly string[];
}

/** Reads `<root>/nouns.json` and `<root>/<locale>/<noun>.json`. */
export function readCatalogue(root: string): Catalogue {
  const nouns = JSON.parse(readFileSync(join(root, 'nouns.json'), 'utf8')) as Record<string, NounDeclaration>;
  const faults: string[] = [];
  const texts = {} as Record<TextLocale, Texts>;
  for (const locale of TEXT_LOCALES) {
    const found = new Map<string, string>();
    for (const file of readdirSync(join(root, locale)).filter((name) => name.endsWith('.json'))) {
      const noun = basename(file, '.json');
      if (!nouns[noun])
        faults.push(`${locale}/${file}: declare the noun "${noun}" and its readers in nouns.json`);
      try {
        flatten(
          JSON.parse(readFileSync(join(root, locale, file), 'utf8')),
          noun,
          found,
          faults,
          `${locale}/${file}`,
        );
      } catch (error) {
        faults.push(`${locale}/${file}: ${(error as Error).message}`);
      }
    }
    texts[locale] = found;
  }
  return { nouns, texts, faults };
}

function flatten(
  node: unknown,
  path: string,
  into: Map<string, string>,
  faults: string[],
  file: string,
): void {
  if (typeof node === 'string' && node.trim() !== '') {
    into.set(path, node);
  } else if (typeof node === 'object' && node !== null && !Array.isArray(node)) {
    for (const [name, child] of Object.entries(node)) {
      if (!/^[A-Za-z0-9-]+$/.test(name)) faults.push(`${file}: "${name}" is no name for a key`);
      flatten(child, `${path}.${name}`, into, faults, file);
    }
  } else {
    faults.push(`${file}: ${path} has to be a text that is not empty`);
  }
}
