import { Global, Module } from '@nestjs/common';
import { Gateway } from './gateway.js';
import { HeardSessions } from './heard-sessions.js';
import { StreamAccess } from './stream-access.js';
import { Streams } from './streams.js';

@Global()
@Module({
  providers: [Gateway, HeardSessions, StreamAccess, Streams],
  exports: [Gateway, HeardSessions, StreamAccess, Streams],
})
export class RealtimeModule {}
