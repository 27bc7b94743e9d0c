import { Injectable } from '@nestjs/common';
import type { Locale } from '@hillo/domain/shared';

/** What the server writes into the page's HTML, so that it reads without JavaScript (invariant 12). */
export interface Page {
  readonly status: number;
  readonly title: string;
  /** Tags for `<head>`: description, `og:*`, JSON-LD. Already escaped. */
  readonly head: string;
  /** The readable text, shown until the application takes over. Already escaped. */
  readonly body: string;
  /** Pages opened by a link's token: not cached, not indexed. */
  readonly secret?: boolean;
}

type Renderer = (params: Readonly<Record<string, string>>, locale: Locale) => Promise<Page>;

interface Entry {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly render: Renderer;
}

/** Modules register what the server writes for a public path; every other path gets the bare application. */
@Injectable()
export class Pages {
  private readonly entries: Entry[] = [];

  /** `path` is a pattern such as `/e/:slug`. */
  register(path: string, render: Renderer): void {
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
    this.entries.push({ pattern: new RegExp(`^${path.replace(/:\w+/g, '([^/]+)')}/?$`), names, render });
  }

  async render(path: string, locale: Locale): Promise<Page | undefined> {
    for (const { pattern, names, render } of this.entries) {
      const match = pattern.exec(path);
      if (match)
        return render(Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ''])), locale);
    }
    return undefined;
  }
}
