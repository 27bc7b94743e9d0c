import { Controller, Inject } from '@nestjs/common';
import { pulseApi } from '@hillo/contracts/pulse';
import { type CallOf, Route } from '../../../platform/http/index.js';
import { ShowRoom } from '../use-cases/show-room.js';

/** The room as a picture. */
@Controller()
export class PulseController {
  constructor(@Inject(ShowRoom) private readonly room: ShowRoom) {}

  @Route(pulseApi, 'GET /api/evenings/:evening/pulse/room')
  show(call: CallOf<typeof pulseApi, 'GET /api/evenings/:evening/pulse/room'>) {
    return this.room.answer(call.params.evening);
  }
}
