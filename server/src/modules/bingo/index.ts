import { Module } from '@nestjs/common';
import { DoorModule } from '../door/index.js';
import { EncountersModule } from '../encounters/index.js';
import { EveningsModule } from '../evenings/index.js';
import { PulseModule } from '../pulse/index.js';
import { RegistrationModule } from '../registration/index.js';
import { BadgeController } from './api/badge.controller.js';
import { CardController } from './api/card.controller.js';
import { EveningBingoController } from './api/evening-bingo.controller.js';
import { PaperController } from './api/paper.controller.js';
import { CardRepository } from './data/card-repository.js';
import { MeetingRepository } from './data/meeting-repository.js';
import { PromptRepository } from './data/prompt-repository.js';
import { PulseRepository } from './data/pulse-repository.js';
import { ChangeMark } from './use-cases/card/change-mark.js';
import { IssueCards } from './use-cases/card/issue-cards.js';
import { MarkFor } from './use-cases/meeting/mark-for.js';
import { MeetAndMark } from './use-cases/meeting/meet-and-mark.js';
import { Meetings } from './use-cases/meeting/meetings.js';
import { EnterRow } from './use-cases/paper/enter-row.js';
import { PaperOwner } from './use-cases/paper/paper-owner.js';
import { PrintCards } from './use-cases/paper/print-cards.js';
import { ReadPaperCard } from './use-cases/paper/read-paper-card.js';
import { SettleCards } from './use-cases/paper/settle-cards.js';
import { TickBoxes } from './use-cases/paper/tick-boxes.js';
import { Prompts } from './use-cases/evening/prompts.js';
import { ReadPulse } from './use-cases/evening/read-pulse.js';
import { RecallOwnPage } from './use-cases/recall-own-page.js';
import { RemoveEncounter } from './use-cases/card/remove-encounter.js';
import { ScanBadge } from './use-cases/meeting/scan.js';
import { ShowCard } from './use-cases/card/show-card.js';
import { Tickets } from './use-cases/tickets.js';

export type { TicketHolder } from './data/card-repository.js';
export { Prompts } from './use-cases/evening/prompts.js';
export { ReadPulse } from './use-cases/evening/read-pulse.js';
export { Tickets } from './use-cases/tickets.js';

/** Cards, squares, rows: the game of the evening, and who has a ticket in the draw. */
@Module({
  imports: [DoorModule, EncountersModule, EveningsModule, PulseModule, RegistrationModule],
  controllers: [BadgeController, CardController, EveningBingoController, PaperController],
  providers: [
    CardRepository,
    ChangeMark,
    EnterRow,
    IssueCards,
    MarkFor,
    MeetAndMark,
    MeetingRepository,
    Meetings,
    PaperOwner,
    PrintCards,
    PromptRepository,
    Prompts,
    PulseRepository,
    ReadPaperCard,
    ReadPulse,
    RecallOwnPage,
    RemoveEncounter,
    ScanBadge,
    SettleCards,
    ShowCard,
    TickBoxes,
    Tickets,
  ],
  exports: [Prompts, ReadPulse, Tickets],
})
export class BingoModule {}
