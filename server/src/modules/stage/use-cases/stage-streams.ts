import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { StreamAccess } from '../../../platform/realtime/index.js';
import { EveningListeners } from '../../evenings/index.js';

/** Who follows the stage, and what else than its hosts changes what it shows. */
@Injectable()
export class StageStreams implements OnModuleInit {
  constructor(
    @Inject(StreamAccess) private readonly streams: StreamAccess,
    @Inject(EveningListeners) private readonly listeners: EveningListeners,
  ) {}

  onModuleInit(): void {
    this.streams.declare('stage', ['attendee', 'host', 'organiser', 'helper']);
    this.listeners.add({
      replanned: async (db, { id }) => db.change(`stage:${id}`, 'plan'),
      closed: async (db, { id }) => db.change(`stage:${id}`, 'plan'),
    });
  }
}
