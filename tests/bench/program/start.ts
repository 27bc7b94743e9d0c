import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, plain } from '../figures.js';
import { freePort, inProject } from '../ground/child.js';
import { step } from '../progress.js';

/** After the start nobody asks for anything; what the start needed has been given back by then. */
const REST_MS = 5_000;
const KIB_A_MIB = 1024;

/** `npm start` on a folder that was started before: seconds until it serves, and the memory of all its processes at rest. */
export async function measureStart(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hillo-bench-start-'));
  try {
    await step('npm start, the first time', async () => stop(await start(folder)));
    return await step('npm start, warm, and at rest', async () => {
      const began = performance.now();
      const child = await start(folder);
      const seconds = (performance.now() - began) / 1000;
      await sleep(REST_MS);
      const memory = memoryOfTree(child.pid ?? 0);
      await stop(child);
      return [
        plain('npm start, warm: until it serves', 's', seconds),
        plain('npm start: memory at rest, all processes and PostgreSQL', 'MiB', memory),
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(dataDir: string): Promise<ChildProcess> {
  const { DATABASE_URL: _, PUBLIC_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['packages/tooling/run.mjs', 'start', '--empty'], {
    cwd: inProject(''),
    env: { ...inherited, DATA_DIR: dataDir, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Hillo is ready')) resolve();
      });
    child.once('exit', () => reject(new Error(`npm start ended:\n${output}`)));
  });
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly commandLine: string;
}

/**
 * What the processes have in memory, pages that they share counted once (PSS), in MiB; null where /proc does not tell.
 * PostgreSQL runs detached: it is found by its data folder, and its own children by their parent.
 */
function memoryOfTree(root: number): number | null {
  const processes = runningProcesses();
  const environment = (pid: number) => readOr(`/proc/${pid}/environ`);
  const dataDir = /DATA_DIR=([^\0]+)/.exec(environment(root))?.[1];
  const tree = new Set([root]);
  for (let grown = 0; grown !== tree.size;) {
    grown = tree.size;
    for (const { pid, parent, commandLine } of processes)
      if (tree.has(parent) || (dataDir !== undefined && commandLine.includes(dataDir))) tree.add(pid);
  }
  const sizes = [...tree].map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1]),
  );
  return sizes.some(Number.isNaN) ? null : sizes.reduce((sum, size) => sum + size, 0) / KIB_A_MIB;
}

function runningProcesses(): Process[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => {
        const stat = readOr(`/proc/${name}/stat`);
        return {
          pid: Number(name),
          parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]),
          commandLine: readOr(`/proc/${name}/cmdline`),
        };
      });
  } catch {
    return [];
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
