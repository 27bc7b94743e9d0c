import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, Messages } from '../translator.js';
import { SOURCE, TEXT_LOCALES, type TextLocale } from '../locales.js';
import { type Checked, nounOf } from './check.js';
import { declareKeys } from './declare.js';
import { type Catalogue, READERS } from './read.js';

const BUNDLES = [...READERS, 'server'] as const;
type Bundle = (typeof BUNDLES)[number];

/** Writes `bundles/<locale>/<bundle>.json`, the typed keys and the loaders to `out`. */
export function writeCatalogue(catalogue: Catalogue, checked: Checked, out: string): void {
  for (const locale of TEXT_LOCALES) {
    mkdirSync(join(out, 'bundles', locale), { recursive: true });
    for (const bundle of BUNDLES) {
      const file = join(out, 'bundles', locale, `${bundle}.json`);
      writeFileSync(file, JSON.stringify(messagesOf(catalogue, checked, locale, bundle)));
    }
  }
  writeFileSync(join(out, 'keys.d.ts'), declareKeys(checked));
  writeFileSync(join(out, 'load.js'), loader());
  writeFileSync(join(out, 'load.d.ts'), loaderTypes());
}

function messagesOf(catalogue: Catalogue, checked: Checked, locale: TextLocale, bundle: Bundle): Messages {
  const messages: Record<string, Message> = {};
  for (const [key, source] of checked.compiled[SOURCE]) {
    const noun = catalogue.nouns[nounOf(key)];
    const wanted = bundle === 'server' || (!noun?.serverOnly && noun?.readers.includes(bundle));
    if (!wanted) continue;
    const { message } = checked.compiled[locale].get(key) ?? source;
    messages[key] = message.every((token) => typeof token === 'string')
      ? message.join('')
      : (message as Message);
  }
  return messages;
}

/** Written out import by import, so that a bundler makes each bundle a file of its own. */
function loader(): string {
  const lines = TEXT_LOCALES.map((locale) => {
    const imports = READERS.map(
      (bundle) => `    ${bundle}: () => import('./bundles/${locale}/${bundle}.json'),`,
    );
    return `  '${locale}': {\n${imports.join('\n')}\n  },`;
  });
  return [
    `const bundles = {`,
    ...lines,
    `};`,
    `export async function loadBundle(locale, bundle) {`,
    `  return (await bundles[locale][bundle]()).default;`,
    `}`,
    ``,
  ].join('\n');
}

function loaderTypes(): string {
  return [
    `import type { Messages, TextLocale } from './index.js';`,
    `export type Bundle = ${READERS.map((reader) => `'${reader}'`).join(' | ')};`,
    `/** Fetches the texts of one shell in one locale. */`,
    `export declare function loadBundle(locale: TextLocale, bundle: Bundle): Promise<Messages>;`,
    ``,
  ].join('\n');
}
