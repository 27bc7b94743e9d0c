import { Inject, Injectable } from '@nestjs/common';
import { SUGGEST_FROM, SUGGESTIONS } from '@hillo/domain/affiliations';
import { isPublic } from '@hillo/domain/evenings';
import { fail, foldedWords, ok } from '@hillo/domain/shared';
import { Evenings } from '../../evenings/index.js';
import { AffiliationRepository } from '../data/affiliation-repository.js';

/** Words that count: a long sentence is no search. */
const MOST_WORDS = 5;

/** Suggestions while an affiliation is typed: from the list only, never from what others typed. */
@Injectable()
export class Suggest {
  constructor(
    @Inject(AffiliationRepository) private readonly affiliations: AffiliationRepository,
    @Inject(Evenings) private readonly evenings: Evenings,
  ) {}

  /** For the public form; an evening that is not public is not found, as one that does not exist. */
  async forSlug(slug: string, typed: string) {
    const evening = await this.evenings.bySlug(slug);
    return evening && isPublic(evening.state) ? ok(await this.of(evening.id, typed)) : fail('not-found');
  }

  /** For the door and for those who arrange. */
  forEvening(id: string, typed: string) {
    return this.of(id, typed);
  }

  private async of(eveningId: string, typed: string) {
    const words = foldedWords(typed).slice(0, MOST_WORDS);
    if (words.join('').length < SUGGEST_FROM) return { suggestions: [] };
    return { suggestions: await this.affiliations.suggest(eveningId, words, SUGGESTIONS) };
  }
}
