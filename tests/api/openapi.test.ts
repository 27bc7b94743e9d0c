import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { api } from '@hillo/contracts/api';
import { DeclaredRoutes } from '@hillo/server/platform/http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Browser } from '../support/browser-session.js';

const redocly = join(
  dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')),
  'bin/cli.js',
);

let application: TestApplication;
let folder: string;

beforeAll(async () => {
  application = await startTestApplication();
  folder = mkdtempSync(join(tmpdir(), 'hillo-openapi-'));
});
afterAll(async () => {
  await application.close();
  rmSync(folder, { recursive: true });
});

it('serves every declared route', () => {
  const served = application.nest.get(DeclaredRoutes).served();
  expect([...served.keys()].sort()).toEqual(Object.keys(api).sort());
});

it('describes every route', async () => {
  const { body } = await new Browser(application).get('/api/openapi.json');
  const described = Object.entries<Record<string, unknown>>(body.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(described.sort()).toEqual(Object.keys(api).sort());
});

it('is a valid OpenAPI document in the eyes of another program', async () => {
  const { body } = await new Browser(application).get('/api/openapi.json');
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(body));
  const config = join(folder, 'redocly.yaml');
  writeFileSync(config, 'extends: [recommended]\ntelemetry: off\nrules:\n  no-server-example.com: off\n');
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [redocly, 'lint', file, '--config', config, '--format', 'json'],
    {
      cwd: folder,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  ).catch((error: { stdout: string; stderr: string }) => error);
  const report = JSON.parse(stdout || '{}') as {
    totals?: { errors: number };
    problems?: { message: string; severity: string }[];
  };
  expect(
    report.problems?.filter((problem) => problem.severity === 'error'),
    stderr,
  ).toEqual([]);
  expect(report.totals?.errors).toBe(0);
}, 60_000);
