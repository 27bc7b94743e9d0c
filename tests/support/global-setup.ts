import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@hillo/tooling/postgres';
import type { TestProject } from 'vitest/node';
import { createTemplate } from './database.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the run's PostgreSQL. */
    postgresUrl: string;
  }
}

/** One PostgreSQL a run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'hillo-test-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), fast: true });
  await createTemplate(postgres.url);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
