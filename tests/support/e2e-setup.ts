import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '@hillo/tooling/postgres';
import { TEST_KEYS } from './keys.js';

const SERVER = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

interface Report {
  readonly kind: 'ready' | 'failed';
  readonly message?: string;
}

function started(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('message', (message: Report) =>
      message.kind === 'ready' ? resolve() : reject(new Error(message.message)),
    );
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
  });
}

/** One PostgreSQL and one server, the built one, for all browser tests; each test makes its own organisation and evening. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'hillo-e2e-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), fast: true });
  const port = await freePort();
  const server = fork(SERVER, {
    env: {
      ...process.env,
      ...TEST_KEYS,
      NODE_ENV: 'test',
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DATABASE_URL: postgres.url,
      LOG_LEVEL: 'error',
    },
  });
  await started(server);
  process.env['HILLO_E2E_URL'] = `http://localhost:${port}`;
  process.env['HILLO_E2E_DATABASE'] = postgres.url;
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
