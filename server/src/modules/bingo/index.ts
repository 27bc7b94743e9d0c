import { Module } from '@nestjs/common';
import { EncountersModule } from '../encounters/index.js';
import { RegistrationModule } from '../registration/index.js';
import { BadgeController } from './api/badge.controller.js';
import { CardController } from './api/card.controller.js';
import { EveningBingoController } from './api/evening-bingo.controller.js';
import { CardRepository } from './data/card-repository.js';
import { MeetingRepository } from './data/meeting-repository.js';
import { PromptRepository } from './data/prompt-repository.js';
import { PulseRepository } from './data/pulse-repository.js';
import { ChangeMark } from './use-cases/change-mark.js';
import { IssueCards } from './use-cases/issue-cards.js';
import { MarkFor } from './use-cases/mark-for.js';
import { MeetAndMark } from './use-cases/meet-and-mark.js';
import { Prompts } from './use-cases/prompts.js';
import { PulseTicker } from './use-cases/pulse-ticker.js';
import { ReadPulse } from './use-cases/read-pulse.js';
import { RemoveEncounter } from './use-cases/remove-encounter.js';
import { ScanBadge } from './use-cases/scan.js';
import { ShowCard } from './use-cases/show-card.js';
import { Tickets } from './use-cases/tickets.js';

export type { TicketHolder } from './data/card-repository.js';
export { Prompts } from './use-cases/prompts.js';
export { ReadPulse } from './use-cases/read-pulse.js';
export { Tickets } from './use-cases/tickets.js';

/** Cards, squares, rows: the game of the evening, and who has a ticket in the draw. */
@Module({
  imports: [EncountersModule, RegistrationModule],
  controllers: [BadgeController, CardController, EveningBingoController],
  providers: [
    CardRepository,
    ChangeMark,
    IssueCards,
    MarkFor,
    MeetAndMark,
    MeetingRepository,
    PromptRepository,
    Prompts,
    PulseRepository,
    PulseTicker,
    ReadPulse,
    RemoveEncounter,
    ScanBadge,
    ShowCard,
    Tickets,
  ],
  exports: [Prompts, ReadPulse, Tickets],
})
export class BingoModule {}
