import { Inject, Injectable } from '@nestjs/common';
import { SUGGEST_FROM, SUGGESTIONS } from '@hillo/domain/affiliations';
import { EVENING_STATES, isPublic } from '@hillo/domain/evenings';
import { foldedWords } from '@hillo/domain/shared';
import { AffiliationRepository } from '../data/affiliation-repository.js';

const PUBLIC_STATES = EVENING_STATES.filter(isPublic);
/** Words that count: a long sentence is no search. */
const MOST_WORDS = 5;

/** Suggestions while an affiliation is typed: from the list only, never from what others typed. */
@Injectable()
export class Suggest {
  constructor(@Inject(AffiliationRepository) private readonly affiliations: AffiliationRepository) {}

  /** For the public form; an evening that is not public suggests nothing, as one that does not exist. */
  forSlug(slug: string, typed: string) {
    return this.of({ slug, states: PUBLIC_STATES }, typed);
  }

  /** For the door and for those who arrange. */
  forEvening(id: string, typed: string) {
    return this.of({ id }, typed);
  }

  private async of(evening: Parameters<AffiliationRepository['suggest']>[0], typed: string) {
    const words = foldedWords(typed).slice(0, MOST_WORDS);
    if (words.join('').length < SUGGEST_FROM) return { suggestions: [] };
    return { suggestions: await this.affiliations.suggest(evening, words, SUGGESTIONS) };
  }
}
