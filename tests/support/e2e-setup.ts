import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@hillo/tooling/postgres';
import { startBuiltServer } from './built-server.js';

/** One PostgreSQL and one server, the built one, for all browser tests; each test makes its own organisation and evening. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'hillo-e2e-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), fast: true });
  const server = await startBuiltServer(postgres.url);
  process.env['HILLO_E2E_URL'] = server.url;
  process.env['HILLO_E2E_DATABASE'] = postgres.url;
  return async () => {
    await server.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    // What the server complained of during the tests is worth reading.
    process.stderr.write(server.output());
  };
}
