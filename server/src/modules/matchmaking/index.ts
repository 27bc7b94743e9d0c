import { Module } from '@nestjs/common';
import { EncountersModule } from '../encounters/index.js';
import { EveningsModule } from '../evenings/index.js';
import { RegistrationModule } from '../registration/index.js';
import { SuggestionsController } from './api/suggestions.controller.js';
import { SeekerRepository } from './data/seeker-repository.js';
import { SuggestionRepository } from './data/suggestion-repository.js';
import { ChooseSuggestions } from './use-cases/suggestions/choose-suggestions.js';
import { EveningSuggestions } from './use-cases/suggestions/evening-suggestions.js';
import { ForgetSuggestions } from './use-cases/suggestions/forget-suggestions.js';
import { OwnSuggestions } from './use-cases/suggestions/own-suggestions.js';
import { WordStems } from './use-cases/suggestions/word-stems.js';

const SUGGESTIONS = [
  ChooseSuggestions,
  EveningSuggestions,
  ForgetSuggestions,
  OwnSuggestions,
  SeekerRepository,
  SuggestionRepository,
  WordStems,
];

/** Who is worth meeting, and who sits with whom. */
@Module({
  imports: [EncountersModule, EveningsModule, RegistrationModule],
  controllers: [SuggestionsController],
  providers: SUGGESTIONS,
})
export class MatchmakingModule {}
