import { Module } from '@nestjs/common';
import { DemonstrationController } from './api/demonstration.controller.js';
import { DemonstrationRepository } from './data/demonstration-repository.js';
import { TraceRepository } from './data/trace-repository.js';
import { Demonstrations } from './use-cases/demonstrations.js';
import { RemoveDemonstration } from './use-cases/remove-demonstration.js';

export type { Demonstration } from './data/demonstration-repository.js';
export { Demonstrations } from './use-cases/demonstrations.js';

/** The invented evenings of the first start: that they are here, and that one button removes them all. */
@Module({
  controllers: [DemonstrationController],
  providers: [DemonstrationRepository, Demonstrations, RemoveDemonstration, TraceRepository],
  exports: [Demonstrations],
})
export class DemonstrationModule {}
