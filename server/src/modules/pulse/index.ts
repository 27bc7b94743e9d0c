import { Module } from '@nestjs/common';
import { RegistrationModule } from '../registration/index.js';
import { PulseController } from './api/pulse.controller.js';
import { RoomRepository } from './data/room-repository.js';
import { PulseTicker } from './use-cases/pulse-ticker.js';
import { SeeArrivals } from './use-cases/see-arrivals.js';
import { ShowRoom } from './use-cases/show-room.js';

export { PulseTicker } from './use-cases/pulse-ticker.js';

/** The evening's meetings as a picture of the room that tells of nobody. */
@Module({
  imports: [RegistrationModule],
  controllers: [PulseController],
  providers: [PulseTicker, RoomRepository, SeeArrivals, ShowRoom],
  exports: [PulseTicker],
})
export class PulseModule {}
