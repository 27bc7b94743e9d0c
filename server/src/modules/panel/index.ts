import { Module } from '@nestjs/common';
import { EveningsModule } from '../evenings/index.js';
import { RegistrationModule } from '../registration/index.js';
import { DeskController } from './api/desk.controller.js';
import { PanelController } from './api/panel.controller.js';
import { QuestionPaperController } from './api/question-paper.controller.js';
import { AskerRepository } from './data/asker-repository.js';
import { PanelRepository } from './data/panel-repository.js';
import { QuestionRepository } from './data/question-repository.js';
import { VoteRepository } from './data/vote-repository.js';
import { ForgetAsker } from './use-cases/after/forget-asker.js';
import { QuestionFiles } from './use-cases/after/question-files.js';
import { TellAnswered } from './use-cases/after/tell-answered.js';
import { UnlinkAskers } from './use-cases/after/unlink-askers.js';
import { AskQuestion } from './use-cases/asking/ask-question.js';
import { ChangeOwn } from './use-cases/asking/change-own.js';
import { OwnQuestions } from './use-cases/asking/own-questions.js';
import { Vote } from './use-cases/asking/vote.js';
import { ArrangePanel } from './use-cases/desk/arrange-panel.js';
import { ChangeQuestion } from './use-cases/desk/change-question.js';
import { EditQuestion } from './use-cases/desk/edit-question.js';
import { MarkAsker } from './use-cases/desk/mark-asker.js';
import { MoveQuestion } from './use-cases/desk/move-question.js';
import { PanelDesk } from './use-cases/desk/panel-desk.js';
import { PanelList } from './use-cases/panel-list.js';
import { PanelNews } from './use-cases/panel-news.js';
import { PanelTicker } from './use-cases/panel-ticker.js';
import { Panel } from './use-cases/panel.js';

export { Panel } from './use-cases/panel.js';

const REPOSITORIES = [AskerRepository, PanelRepository, QuestionRepository, VoteRepository];

/** Questions to the panel: asked, voted for, moderated, answered. */
@Module({
  imports: [EveningsModule, RegistrationModule],
  controllers: [DeskController, PanelController, QuestionPaperController],
  providers: [
    ...REPOSITORIES,
    ArrangePanel,
    AskQuestion,
    ChangeOwn,
    ChangeQuestion,
    EditQuestion,
    ForgetAsker,
    MarkAsker,
    MoveQuestion,
    OwnQuestions,
    Panel,
    PanelDesk,
    PanelList,
    PanelNews,
    PanelTicker,
    QuestionFiles,
    TellAnswered,
    UnlinkAskers,
    Vote,
  ],
  exports: [Panel],
})
export class PanelModule {}
