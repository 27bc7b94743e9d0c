import { Module } from '@nestjs/common';
import { DoorModule } from '../door/index.js';
import { RegistrationModule } from '../registration/index.js';
import { EncountersController } from './api/encounters.controller.js';
import { EncounterRepository } from './data/encounter-repository.js';
import { ChangeEncounter } from './use-cases/change-encounter.js';
import { ChooseSharing } from './use-cases/choose-sharing.js';
import { Encounters } from './use-cases/encounters.js';
import { ForgetParty } from './use-cases/forget-party.js';
import { WriteNote } from './use-cases/write-note.js';

export { SHARING_TEXT_VERSION } from './data/encounter-repository.js';
export { type MetPair, readPair } from './data/encounter-rows.js';
export {
  contactValues,
  metPerson,
  type Partner,
  standingChoice,
  viewOf,
} from './use-cases/encounter-view.js';
export { Encounters } from './use-cases/encounters.js';

/** Who met whom, both notes, and what is shared. */
@Module({
  imports: [DoorModule, RegistrationModule],
  controllers: [EncountersController],
  providers: [ChangeEncounter, ChooseSharing, EncounterRepository, Encounters, ForgetParty, WriteNote],
  exports: [Encounters],
})
export class EncountersModule {}
