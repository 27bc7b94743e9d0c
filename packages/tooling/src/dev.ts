import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { projectRoot, type CommandContext } from './command.js';
import { openDatabase } from './start/database.js';
import { localKeys } from './start/keys.js';
import { requireFreePort } from './start/ports.js';
import type { ServerReport } from './start/server-process.js';
import { readSettings } from './start/settings.js';
import { untilTold } from './start/until-told.js';

/** Where Vite's proxy (client/vite.config.ts) looks for the server. */
const SERVER_PORT = 3000;
const PAGE_PORT = 5173;
const HOST = '127.0.0.1';
const watched = ['packages/domain', 'packages/draw', 'packages/contracts', 'server'];

/** `npm run dev`: compilers that watch, a server that restarts, a page that reloads; one Ctrl-C ends them all. */
export async function run(_args: string[], { step }: CommandContext): Promise<number> {
  const end = untilTold();
  const { dataDir } = readSettings([], process.env);
  await requireFreePort(SERVER_PORT, HOST);
  await requireFreePort(PAGE_PORT, HOST);
  const keys = localKeys(dataDir, process.env);
  const database = await step('Starting the database', () =>
    openDatabase(process.env.DATABASE_URL || undefined, dataDir),
  );
  const children: ChildProcess[] = [];
  try {
    for (const folder of watched) {
      children.push(start(folder, 'tsc', ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']));
    }
    const server = start('server', process.execPath, ['--watch', '--watch-preserve-output', 'dist/main.js'], {
      ...keys,
      PORT: String(SERVER_PORT),
      HOST,
      DATABASE_URL: database.url,
      DEMO: 'auto',
      PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${PAGE_PORT}`,
    });
    server.on('message', (message: Partial<ServerReport>) => {
      if (message.kind) tellWhereToGo(message as ServerReport); // the watcher has messages of its own
    });
    children.push(
      server,
      start('client', 'vite', ['--port', String(PAGE_PORT), '--strictPort', '--host', HOST]),
    );
    const failed = children.map((child) => once(child, 'exit').then(() => 1));
    return await Promise.race([end.told.then(() => 0), ...failed]);
  } finally {
    await Promise.all(children.map(finish));
    await database.stop();
    end.forget();
  }
}

/** Told anew after every restart. */
function tellWhereToGo(report: ServerReport): void {
  if (report.kind === 'failed') return console.error(report.message);
  console.log(`Hillo is ready: ${report.url}`);
  for (const { label, url } of report.links) console.log(`  ${label}: ${url}`);
}

/** Detached, so that Ctrl-C reaches only us and the database ends last. */
function start(
  folder: string,
  program: string,
  args: string[],
  env: Record<string, string> = {},
): ChildProcess {
  const cwd = join(projectRoot, folder);
  const bins = [join(projectRoot, 'node_modules/.bin'), join(cwd, 'node_modules/.bin')];
  return spawn(program, args, {
    cwd,
    detached: true,
    // Node's watcher passes on what the server reports.
    stdio: ['ignore', 'inherit', 'inherit', program === process.execPath ? 'ipc' : 'ignore'],
    env: { ...process.env, ...env, PATH: [...bins, process.env.PATH].join(delimiter) },
  });
}

async function finish(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM'); // the whole group: a watcher has children of its own
  await ended;
}
