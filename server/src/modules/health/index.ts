import { Module } from '@nestjs/common';
import { HealthController } from './api/health.controller.js';
import { StreamController } from './api/stream.controller.js';

@Module({ controllers: [HealthController, StreamController] })
export class HealthModule {}
