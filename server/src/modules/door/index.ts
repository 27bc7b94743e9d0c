import { Module } from '@nestjs/common';
import { EveningsModule } from '../evenings/index.js';
import { RegistrationModule } from '../registration/index.js';
import { DoorController } from './api/door.controller.js';
import { HandoverController } from './api/handover.controller.js';
import { DoorActRepository } from './data/door-act-repository.js';
import { HandoverRepository } from './data/handover-repository.js';
import { QueueRepository } from './data/queue-repository.js';
import { Admission } from './use-cases/admission.js';
import { AttendanceWriter } from './use-cases/attendance-writer.js';
import { CheckIn } from './use-cases/check-in.js';
import { DescribeDoor } from './use-cases/describe-door.js';
import { DoorOperations } from './use-cases/door-operations.js';
import { DoorPeople } from './use-cases/door-people.js';
import { MakeHandover } from './use-cases/handover/make-handover.js';
import { HearQueue } from './use-cases/offline/hear-queue.js';
import { LateWriter } from './use-cases/offline/late-writer.js';
import { PrintBadges } from './use-cases/print-badges.js';
import { RegisterWalkIn } from './use-cases/register-walk-in.js';
import { UndoCheckIn } from './use-cases/undo-check-in.js';
import { UseHandover } from './use-cases/handover/use-handover.js';

/** Check-in, walk-ins, the way back to the own page, badges. */
@Module({
  imports: [EveningsModule, RegistrationModule],
  controllers: [DoorController, HandoverController],
  providers: [
    Admission,
    AttendanceWriter,
    CheckIn,
    DescribeDoor,
    DoorActRepository,
    DoorOperations,
    DoorPeople,
    HandoverRepository,
    HearQueue,
    LateWriter,
    MakeHandover,
    PrintBadges,
    QueueRepository,
    RegisterWalkIn,
    UndoCheckIn,
    UseHandover,
  ],
})
export class DoorModule {}
