import { Global, Module } from '@nestjs/common';
import { Relay } from './relay.js';

@Global()
@Module({ providers: [Relay], exports: [Relay] })
export class RelayModule {}
