import { Inject, Injectable } from '@nestjs/common';
import { isPublic } from '@hillo/domain/evenings';
import { fail, type Locale, ok } from '@hillo/domain/shared';
import { Clock } from '../../../platform/clock/index.js';
import { EveningRepository } from '../data/evening-repository.js';
import type { Evening } from '../data/evening-row.js';
import { EveningView } from './evening-view.js';

/** Reads of evenings: for members, and what the public may see. */
@Injectable()
export class ReadEvenings {
  constructor(
    @Inject(EveningRepository) private readonly evenings: EveningRepository,
    @Inject(EveningView) private readonly view: EveningView,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async list(organisationId: string, locale: Locale) {
    return this.view.forList(await this.evenings.ofOrganisation(organisationId, this.clock.now()), locale);
  }

  async one(id: string, locale: Locale) {
    const evening = await this.evenings.byId(id);
    return evening ? ok(this.view.forMembers(evening, locale)) : fail('not-found');
  }

  async publicOne(slug: string, locale: Locale) {
    const evening = await this.published(slug);
    return evening ? ok(this.view.forPublic(evening, locale)) : fail('not-found');
  }

  /** What evenings are called in the reader's language, several at once, by id: own names, else their themes. */
  async names(ids: readonly string[], locale: Locale): Promise<ReadonlyMap<string, string>> {
    const rows = ids.length === 0 ? [] : await this.evenings.titles(ids);
    return new Map(
      rows.map(({ id, title, themeKey, theme }) => [
        id,
        title || this.view.themeText(themeKey === null ? { text: theme } : { key: themeKey }, locale),
      ]),
    );
  }

  /** The evening that a public address names; a draft has none. */
  async published(slug: string): Promise<Evening | undefined> {
    const evening = await this.evenings.bySlug(slug);
    return evening && isPublic(evening.state) ? evening : undefined;
  }
}
