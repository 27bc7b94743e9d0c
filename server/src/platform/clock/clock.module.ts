import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { Randomness, SystemRandomness } from './randomness.js';

/** Time and chance of the whole application; a test hands in its own. */
export interface Ports {
  readonly clock?: Clock;
  readonly randomness?: Randomness;
}

@Global()
@Module({})
export class ClockModule {
  static register(ports: Ports): DynamicModule {
    return {
      module: ClockModule,
      providers: [
        { provide: Clock, useValue: ports.clock ?? new SystemClock() },
        { provide: Randomness, useValue: ports.randomness ?? new SystemRandomness() },
      ],
      exports: [Clock, Randomness],
    };
  }
}
