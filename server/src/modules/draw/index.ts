import { Module } from '@nestjs/common';
import { BingoModule } from '../bingo/index.js';
import { EveningsModule } from '../evenings/index.js';
import { DrawPagesController } from './api/draw-pages.controller.js';
import { DrawController } from './api/draw.controller.js';
import { HandOverController } from './api/hand-over.controller.js';
import { ShownDrawController } from './api/shown-draw.controller.js';
import { VerifyPage } from './api/verify-page.js';
import { CandidateRepository } from './data/candidate-repository.js';
import { DrawRepository } from './data/draw-repository.js';
import { HandoverRepository } from './data/handover-repository.js';
import { PrizeRepository } from './data/prize-repository.js';
import { SilentPhoneRepository } from './data/silent-phone-repository.js';
import { TicketRepository } from './data/ticket-repository.js';
import { BeginDraw } from './use-cases/steps/begin-draw.js';
import { CallOffDraw } from './use-cases/steps/call-off-draw.js';
import { DrawDesk } from './use-cases/draw-desk.js';
import { DrawSteps } from './use-cases/steps/draw-steps.js';
import { Entrants } from './use-cases/entrants.js';
import { ExportWinners } from './use-cases/export-winners.js';
import { RegistrationModule } from '../registration/index.js';
import { ForgetTicketHolder } from './use-cases/forget-ticket-holder.js';
import { ForgetTicketHolders } from './use-cases/forget-ticket-holders.js';
import { FreezeDraw } from './use-cases/steps/freeze-draw.js';
import { OwnDraw } from './use-cases/own-draw.js';
import { FrozenList } from './use-cases/steps/frozen-list.js';
import { HandOverPrize } from './use-cases/steps/hand-over-prize.js';
import { PassOverWinner } from './use-cases/steps/pass-over-winner.js';
import { ProofOfDraw } from './use-cases/proof-of-draw.js';
import { RevealDraw } from './use-cases/steps/reveal-draw.js';
import { SeedDraw } from './use-cases/steps/seed-draw.js';
import { ShowDraw } from './use-cases/show-draw.js';
import { SetPrizes } from './use-cases/set-prizes.js';
import { TellCalls } from './use-cases/steps/tell-calls.js';
import { SilentPhones } from './use-cases/silent-phones.js';

/** The verifiable draw of an evening (`draw/1`), step by step. */
@Module({
  imports: [BingoModule, EveningsModule, RegistrationModule],
  controllers: [DrawController, DrawPagesController, HandOverController, ShownDrawController],
  providers: [
    BeginDraw,
    CallOffDraw,
    CandidateRepository,
    DrawDesk,
    DrawRepository,
    DrawSteps,
    Entrants,
    ExportWinners,
    ForgetTicketHolder,
    ForgetTicketHolders,
    FreezeDraw,
    FrozenList,
    HandOverPrize,
    HandoverRepository,
    OwnDraw,
    PassOverWinner,
    PrizeRepository,
    ProofOfDraw,
    RevealDraw,
    SeedDraw,
    SetPrizes,
    ShowDraw,
    SilentPhoneRepository,
    SilentPhones,
    TellCalls,
    TicketRepository,
    VerifyPage,
  ],
})
export class DrawModule {}
