import { SOURCE, TEXT_LOCALES } from '../locales.js';
import type { Checked } from './check.js';
import type { Placeholder } from './placeholders.js';

/** `keys.d.ts`: every key with the names and types of its placeholders. */
export function declareKeys({ compiled }: Checked): string {
  const lines = [...compiled[SOURCE].keys()].toSorted().map((key) => {
    const merged = new Map<string, Placeholder[]>();
    for (const locale of TEXT_LOCALES) {
      for (const [name, placeholder] of compiled[locale].get(key)?.placeholders ?? []) {
        merged.set(name, [...(merged.get(name) ?? []), placeholder]);
      }
    }
    const fields = [...merged].map(([name, all]) => `${JSON.stringify(name)}: ${typeOf(all)}`);
    return `  ${JSON.stringify(key)}: ${fields.length ? `{ ${fields.join('; ')} }` : 'undefined'};`;
  });
  return `export interface MessageParameters {\n${lines.join('\n')}\n}\n`;
}

/** One locale that counts makes the placeholder a number for all; options of all locales are joined. */
function typeOf(placeholders: readonly Placeholder[]): string {
  if (placeholders.some(({ kind }) => kind === 'number')) return 'number';
  const options = placeholders.flatMap((placeholder) =>
    placeholder.kind === 'select' ? placeholder.options : [],
  );
  if (options.length === 0) return 'string | number';
  return [...new Set(options)].map((option) => JSON.stringify(option)).join(' | ') + ' | (string & {})';
}
