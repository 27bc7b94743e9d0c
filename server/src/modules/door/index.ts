import { Module } from '@nestjs/common';
import { EveningsModule } from '../evenings/index.js';
import { RegistrationModule } from '../registration/index.js';
import { DoorController } from './api/door.controller.js';
import { HandoverController } from './api/handover.controller.js';
import { DoorActRepository } from './data/door-act-repository.js';
import { HandoverRepository } from './data/handover-repository.js';
import { QueueRepository } from './data/queue-repository.js';
import { ReservesController } from './api/reserves.controller.js';
import { ReserveRepository } from './data/reserve-repository.js';
import { ActorNames } from './use-cases/actor-names.js';
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
import { PrintAttendanceList } from './use-cases/print-attendance-list.js';
import { RegisterWalkIn } from './use-cases/register-walk-in.js';
import { BindBadge } from './use-cases/reserves/bind-badge.js';
import { FindWearer } from './use-cases/reserves/find-wearer.js';
import { MakeReserves } from './use-cases/reserves/make-reserves.js';
import { PrintReserves } from './use-cases/reserves/print-reserves.js';
import { Reserves } from './use-cases/reserves/reserves.js';
import { UndoCheckIn } from './use-cases/undo-check-in.js';
import { UseHandover } from './use-cases/handover/use-handover.js';

export { ActorNames } from './use-cases/actor-names.js';
export { type FreeBadge, Reserves } from './use-cases/reserves/reserves.js';

/** Check-in, walk-ins, the way back to the own page, badges. */
@Module({
  imports: [EveningsModule, RegistrationModule],
  controllers: [DoorController, HandoverController, ReservesController],
  providers: [
    ActorNames,
    Admission,
    AttendanceWriter,
    BindBadge,
    CheckIn,
    DescribeDoor,
    DoorActRepository,
    DoorOperations,
    DoorPeople,
    FindWearer,
    HandoverRepository,
    HearQueue,
    LateWriter,
    MakeHandover,
    MakeReserves,
    PrintAttendanceList,
    PrintBadges,
    QueueRepository,
    PrintReserves,
    RegisterWalkIn,
    ReserveRepository,
    Reserves,
    UndoCheckIn,
    UseHandover,
  ],
  exports: [ActorNames, Reserves],
})
export class DoorModule {}
