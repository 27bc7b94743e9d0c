import { Global, Module } from '@nestjs/common';
import { Gateway } from './gateway.js';
import { StreamAccess } from './stream-access.js';
import { Streams } from './streams.js';

@Global()
@Module({ providers: [Gateway, StreamAccess, Streams], exports: [Gateway, StreamAccess, Streams] })
export class RealtimeModule {}
