import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { languageTag, type Locale, LOCALES } from '@hillo/domain/shared';
import { CONFIG, type Config } from '../../../../config/index.js';
import { type Page, Pages } from '../../../../platform/http/index.js';
import { Texts } from '../../../../platform/texts/index.js';
import type { Evening } from '../../data/evening-row.js';
import { EveningView } from '../evening-view.js';
import { ReadEvenings } from '../read-evenings.js';
import { readableEvening } from './readable-evening.js';
import { escapeHtml, jsonLd, meta } from './html.js';
import { schemaOrgEvent } from './schema-org-event.js';

const OG_LOCALES: Readonly<Record<Locale, string>> = {
  fi: 'fi_FI',
  sv: 'sv_FI',
  en: 'en_GB',
  'fi-selko': 'fi_FI',
};
const DESCRIPTION_MAX = 200;

/** `/e/:slug` as the server writes it: readable, findable and shareable without JavaScript (invariant 12). */
@Injectable()
export class EveningPage implements OnModuleInit {
  constructor(
    @Inject(ReadEvenings) private readonly reads: ReadEvenings,
    @Inject(EveningView) private readonly view: EveningView,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.pages.register('/e/:slug', async ({ slug = '' }, locale) => {
      const evening = await this.reads.published(slug);
      return evening ? this.page(evening, locale) : this.missing(locale);
    });
  }

  private page(evening: Evening, locale: Locale): Page {
    const text = (key: string, values?: Readonly<Record<string, string | number>>) =>
      this.texts.text(locale, `evenings.${key}`, values);
    const url = this.view.publicUrl(evening);
    const files = `${this.config.PUBLIC_URL}/api/public/evenings/${evening.slug}`;
    const subject = {
      evening,
      name: this.view.name(evening, locale),
      theme: this.view.themeText(evening.plan.theme, locale),
      url,
      image: `${files}/share-image`,
      calendar: `${files}/calendar`,
      locale,
      text,
    };
    const readable = readableEvening(subject);
    const description = readable.summary.slice(0, DESCRIPTION_MAX);
    return {
      status: 200,
      title: escapeHtml(this.texts.text(locale, 'app.pageTitle', { page: subject.name })),
      head: [
        meta('description', description),
        `<link rel="canonical" href="${url}">`,
        ...LOCALES.map(
          (other) => `<link rel="alternate" hreflang="${languageTag(other)}" href="${url}?lang=${other}">`,
        ),
        meta('og:type', 'website', 'property'),
        meta('og:site_name', this.texts.text(locale, 'app.name'), 'property'),
        meta('og:title', subject.name, 'property'),
        meta('og:description', description, 'property'),
        meta('og:url', url, 'property'),
        meta('og:locale', OG_LOCALES[locale], 'property'),
        meta('og:image', subject.image, 'property'),
        meta('og:image:type', 'image/png', 'property'),
        meta('og:image:width', '1200', 'property'),
        meta('og:image:height', '630', 'property'),
        meta('og:image:alt', readable.summary, 'property'),
        meta('twitter:card', 'summary_large_image'),
        jsonLd(schemaOrgEvent(subject)),
      ].join(''),
      body: readable.html,
    };
  }

  private missing(locale: Locale): Page {
    const title = this.texts.text(locale, 'app.notFound.title');
    return {
      status: 404,
      title: escapeHtml(this.texts.text(locale, 'app.pageTitle', { page: title })),
      head: meta('robots', 'noindex'),
      body: `<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(this.texts.text(locale, 'app.notFound.text'))}</p></main>`,
    };
  }
}
