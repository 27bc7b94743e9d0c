import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../config/index.js';
import { createDataSource, migrate, type Schema } from './data-source.js';
import { Operations } from './operations.js';
import { Database, TransactionRunner } from './transaction-runner.js';

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  static register(schema: Schema): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSource,
          inject: [CONFIG],
          useFactory: async (config: Config) => {
            const source = await createDataSource(config, schema).initialize();
            await migrate(source, config.DATABASE_URL);
            return source;
          },
        },
        Database,
        TransactionRunner,
        Operations,
      ],
      exports: [DataSource, Database, TransactionRunner, Operations],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }
}
