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

import { SeatingFilesController } from './api/seating-files.controller.js';
import { SeatingController } from './api/seating.controller.js';
import { SeatingPlaceRepository } from './data/seating-place-repository.js';
import { SeatingRepository } from './data/seating-repository.js';
import { SeatingSetupRepository } from './data/seating-setup-repository.js';
import { BeginSeating } from './use-cases/seating/begin-seating.js';
import { EveningSeating } from './use-cases/seating/evening-seating.js';
import { ExportSeating } from './use-cases/seating/export-seating.js';
import { ForgetSeating } from './use-cases/seating/forget-seating.js';
import { OwnSeating } from './use-cases/seating/own-seating.js';
import { PlanSeating } from './use-cases/seating/plan-seating.js';
import { Planner } from './use-cases/seating/planner.js';
import { PrintSeating } from './use-cases/seating/print-seating.js';
import { PublishSeating } from './use-cases/seating/publish-seating.js';
import { ReadSeating } from './use-cases/seating/read-seating.js';
import { SaveSeating } from './use-cases/seating/save-seating.js';
import { SeatedRounds } from './use-cases/seated-rounds.js';
import { ShownPlans } from './use-cases/seating/shown-plan.js';

export { SeatedRounds } from './use-cases/seated-rounds.js';

const SUGGESTIONS = [
  ChooseSuggestions,
  EveningSuggestions,
  ForgetSuggestions,
  OwnSuggestions,
  SeekerRepository,
  SuggestionRepository,
  WordStems,
];

const SEATING = [
  BeginSeating,
  EveningSeating,
  ExportSeating,
  ForgetSeating,
  OwnSeating,
  PlanSeating,
  Planner,
  PrintSeating,
  PublishSeating,
  ReadSeating,
  SaveSeating,
  SeatedRounds,
  SeatingPlaceRepository,
  SeatingRepository,
  SeatingSetupRepository,
  ShownPlans,
];

/** Who is worth meeting, and who sits with whom. */
@Module({
  imports: [EncountersModule, EveningsModule, RegistrationModule],
  controllers: [SeatingController, SeatingFilesController, SuggestionsController],
  providers: [...SEATING, ...SUGGESTIONS],
  exports: [SeatedRounds],
})
export class MatchmakingModule {}
