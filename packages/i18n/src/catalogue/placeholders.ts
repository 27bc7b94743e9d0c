import { type CompiledMessage, compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

/** What a text asks for: `number` where it counts, the options where it selects, else any text or number. */
export type Placeholder =
  { readonly kind: 'text' | 'number' } | { readonly kind: 'select'; readonly options: string[] };

export interface Compiled {
  readonly message: CompiledMessage;
  readonly placeholders: ReadonlyMap<string, Placeholder>;
  /** Names of `<tag>…</tag>` pairs that the screen fills with links. */
  readonly tags: readonly string[];
}

/** Compiles one ICU text. Throws with a sentence that says what is wrong. */
export function compileText(text: string): Compiled {
  const message = compileMessageOrThrow(text);
  const placeholders = new Map<string, Placeholder>();
  collect(message, placeholders);
  return { message, placeholders, tags: tagsOf(text) };
}

function collect(tokens: CompiledMessage, found: Map<string, Placeholder>): void {
  for (const token of tokens) {
    if (typeof token === 'string') continue;
    const [name, type, format] = token;
    if (type === undefined) {
      if (!found.has(name)) found.set(name, { kind: 'text' });
    } else if (type === 'number') {
      found.set(name, { kind: 'number' });
    } else if (type === 'plural' || type === 'selectordinal' || type === 'select') {
      const cases = format as Record<string, CompiledMessage | number | undefined>;
      if (cases['other'] === undefined) throw new Error(`{${name}, ${type}} has no case "other"`);
      const options = Object.keys(cases).filter((key) => key !== 'other' && key !== 'offset');
      found.set(name, type === 'select' ? { kind: 'select', options } : { kind: 'number' });
      for (const inner of Object.values(cases)) if (Array.isArray(inner)) collect(inner, found);
    } else {
      throw new Error(
        `{${name}, ${type}} is not used here: write dates with dates() and hand them in as text`,
      );
    }
  }
}

function tagsOf(text: string): string[] {
  const opened = [...text.matchAll(/<([a-z][A-Za-z]*)>/g)].map(([, name]) => String(name));
  const closed = [...text.matchAll(/<\/([a-z][A-Za-z]*)>/g)].map(([, name]) => String(name));
  const inOrder = (names: string[]): string[] => names.toSorted();
  if (inOrder(opened).join() !== inOrder(closed).join()) throw new Error('a <tag> is not closed');
  return inOrder([...new Set(opened)]);
}
