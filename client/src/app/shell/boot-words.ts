import type { Locale } from '@hillo/domain/shared';
import { languageTag } from '@hillo/domain/shared';

/** The words that index.html carries, for when no texts are loaded yet or they cannot be loaded. */
export interface BootWords {
  readonly loading: string;
  readonly failure: string;
  readonly reload: string;
}

/** Read once before React replaces the loading words. */
export function readBootWords(): (locale: Locale) => BootWords {
  const loading = linesOf('boot-loading');
  const failure = linesOf('boot-failure');
  const reload = linesOf('boot-failure', 'a');
  return (locale) => {
    const language = languageTag(locale).slice(0, 2);
    return {
      loading: loading[language] ?? '…',
      failure: failure[language] ?? '',
      reload: reload[language] ?? '',
    };
  };
}

function linesOf(id: string, inside = ''): Readonly<Record<string, string>> {
  const lines = [...document.querySelectorAll<HTMLElement>(`#${id} [lang]`)];
  return Object.fromEntries(
    lines.map((line) => {
      const part = inside ? line.querySelector(inside) : line.firstChild;
      return [line.lang, part?.textContent?.trim() ?? ''];
    }),
  );
}
