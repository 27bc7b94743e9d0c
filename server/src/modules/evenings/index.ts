import { Module } from '@nestjs/common';
import { CrewController } from './api/crew.controller.js';
import { EveningsController } from './api/evenings.controller.js';
import { PublicEveningsController } from './api/public-evenings.controller.js';
import { CrewRepository } from './data/crew-repository.js';
import { EveningRepository } from './data/evening-repository.js';
import { ShareImageRepository } from './data/share-image-repository.js';
import { ChangeEvening } from './use-cases/change-evening.js';
import { ChangePlan } from './use-cases/change-plan.js';
import { ChangeProgramme } from './use-cases/change-programme.js';
import { CreateEvening } from './use-cases/create-evening.js';
import { ClaimCrewLink } from './use-cases/crew/claim-crew-link.js';
import { CrewDevices } from './use-cases/crew/crew-devices.js';
import { ShowCrewLink } from './use-cases/crew/show-crew-link.js';
import { EveningListeners } from './use-cases/evening-listeners.js';
import { EveningPage } from './use-cases/page/evening-page.js';
import { EveningView } from './use-cases/evening-view.js';
import { Evenings } from './use-cases/evenings.js';
import { MoveEvening } from './use-cases/move-evening.js';
import { NightWatch } from './use-cases/night-watch.js';
import { ReadEvenings } from './use-cases/read-evenings.js';
import { ShareEvening } from './use-cases/share-evening.js';

export type { Evening } from './data/evening-row.js';
export { devicesExpireAt } from './use-cases/crew/claim-crew-link.js';
export { EveningListeners, type EveningListener, type ToldChange } from './use-cases/evening-listeners.js';
export { Evenings } from './use-cases/evenings.js';
export { CALENDAR_PRODUCT, MAKE_SHARE_IMAGE } from './use-cases/share-evening.js';

/** Planning and publishing of evenings, and the devices of their crew. */
@Module({
  controllers: [CrewController, EveningsController, PublicEveningsController],
  providers: [
    ChangeEvening,
    ChangePlan,
    ChangeProgramme,
    ClaimCrewLink,
    CreateEvening,
    CrewDevices,
    CrewRepository,
    EveningListeners,
    EveningPage,
    EveningRepository,
    EveningView,
    Evenings,
    MoveEvening,
    NightWatch,
    ReadEvenings,
    ShareEvening,
    ShareImageRepository,
    ShowCrewLink,
  ],
  exports: [EveningListeners, Evenings],
})
export class EveningsModule {}
