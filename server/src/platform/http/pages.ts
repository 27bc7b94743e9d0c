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
  readonly segments: readonly string[];
  readonly render: Renderer;
}

function segmentsOf(path: string): readonly string[] {
  return path.replace(/\/$/, '').split('/');
}

/** The params of a path that the pattern fits, segment by segment; undefined when it does not. */
function fit(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const given = path[index] ?? '';
    if (segment.startsWith(':') && given !== '') params[segment.slice(1)] = given;
    else if (segment !== given) return undefined;
  }
  return pattern.length === path.length ? params : undefined;
}

/** Modules register what the server writes for a public path; every other path gets the bare application. */
@Injectable()
export class Pages {
  private readonly entries: Entry[] = [];

  /** `path` is a pattern such as `/e/:slug`. */
  register(path: string, render: Renderer): void {
    this.entries.push({ segments: segmentsOf(path), render });
  }

  async render(path: string, locale: Locale): Promise<Page | undefined> {
    for (const { segments, render } of this.entries) {
      const params = fit(segments, segmentsOf(path));
      if (params) return render(params, locale);
    }
    return undefined;
  }
}
