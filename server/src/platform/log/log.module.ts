import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { Log } from './log.js';

@Global()
@Module({
  providers: [{ provide: Log, useFactory: (config: Config) => new Log(config), inject: [CONFIG] }],
  exports: [Log],
})
export class LogModule {}
