import { randomUUID } from 'node:crypto';
import { type Application, startApplication } from '@hillo/server/application';
import { readConfig } from '@hillo/server/config';
import { Clock } from '@hillo/server/platform/clock';
import { Database, TransactionRunner } from '@hillo/server/platform/database';
import { DerivedTokens } from '@hillo/server/platform/tokens';
import { Jobs } from '@hillo/server/platform/jobs';
import { inject } from 'vitest';
import { cloneTemplate } from './database.js';
import { TEST_KEYS } from './keys.js';

/** A clock that tests set. It starts at the given instant and stands still. */
export class SetClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return this.instant;
  }

  set(instant: Date | string): void {
    this.instant = new Date(instant);
  }

  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}

/** A Thursday afternoon before an evening. */
export const NOW = '2026-11-26T12:00:00Z';

export interface TestApplication extends Application {
  readonly clock: SetClock;
  readonly databaseUrl: string;
  readonly db: Database;
  readonly transactions: TransactionRunner;
  readonly tokens: DerivedTokens;
  /** Runs every job that is due. */
  runJobs(): Promise<void>;
}

/** The whole application on a database of its own, on a free port, with a clock that stands still. */
export async function startTestApplication(
  environment: Readonly<Record<string, string>> = {},
): Promise<TestApplication> {
  const databaseUrl = environment['DATABASE_URL'] ?? (await cloneTemplate(inject('postgresUrl')));
  const clock = new SetClock(new Date(NOW));
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    PUBLIC_URL: 'http://hillo.test',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'fatal',
    CLIENT_DIR: '/nonexistent',
    ...TEST_KEYS,
    ...environment,
  });
  const application = await startApplication(config, { runJobs: false, ports: { clock } });
  return {
    ...application,
    clock,
    databaseUrl,
    db: application.nest.get(Database),
    transactions: application.nest.get(TransactionRunner),
    tokens: application.nest.get(DerivedTokens),
    runJobs: () => application.nest.get(Jobs).runDue(),
  };
}

/** A new operation id. */
export function operationId(): string {
  return randomUUID();
}
