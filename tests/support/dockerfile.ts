import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';

export interface Step {
  /** `RUN`, `COPY`, …, in capitals. */
  readonly name: string;
  readonly words: string;
}

export interface Stage {
  readonly alias: string | null;
  readonly steps: readonly Step[];
}

/** Stages of a Dockerfile: comments dropped, continued lines joined. */
export function readDockerfile(text: string): Stage[] {
  const lines = text
    .replaceAll(/^\s*#.*\n?/gm, '')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const stages: { alias: string | null; steps: Step[] }[] = [];
  for (const line of lines) {
    const [, name = '', words = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (name.toUpperCase() === 'FROM')
      stages.push({ alias: /\sAS\s+(\S+)$/i.exec(words)?.[1] ?? null, steps: [] });
    else stages.at(-1)?.steps.push({ name: name.toUpperCase(), words });
  }
  return stages;
}

/** `NAME=value` of the stage's ENV steps. */
export function environmentOf(stage: Stage): Record<string, string> {
  const pairs = stage.steps.filter((step) => step.name === 'ENV').flatMap((step) => step.words.split(/\s+/));
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}

/** Sources and target of a COPY, and the stage it copies from. */
export function copyOf(step: Step): { from: string | null; sources: string[]; target: string } {
  const words = step.words.split(/\s+/);
  const flag = words[0]?.startsWith('--from=') ? words.shift() : undefined;
  const target = words.pop() ?? '.';
  return { from: flag?.slice('--from='.length) ?? null, sources: words, target };
}

/** Whether `.dockerignore` keeps a path (relative to the context) out of the build. */
export function ignoring(dockerignore: string): (path: string) => boolean {
  const patterns = dockerignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const expression = line
        .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
        .replaceAll('**/', '\0')
        .replaceAll('*', '[^/]*')
        .replaceAll('\0', '(?:.*/)?');
      return new RegExp(`^${expression}(?:/|$)`);
    });
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function copyInto(
  stageFolder: string,
  sourceRoot: string,
  step: Step,
  leaveOut: (path: string) => boolean,
): void {
  const { sources, target } = copyOf(step);
  for (const source of sources) {
    const from = join(sourceRoot, source);
    const isFolder = statSync(from).isDirectory();
    const to = join(stageFolder, target, isFolder ? '' : basename(source));
    mkdirSync(isFolder ? to : join(stageFolder, target), { recursive: true });
    cpSync(from, to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !leaveOut(relative(sourceRoot, path)),
    });
  }
}

/** Runs one command; what it printed becomes part of the error when it fails. */
async function shell(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  await promisify(execFile)('sh', ['-ec', command], { cwd, env, maxBuffer: 64 * 1024 * 1024 }).catch(
    (error: Error & { stdout?: string }) => {
      throw new Error(`${error.message}\n${error.stdout?.slice(-3000) ?? ''}`);
    },
  );
}

/**
 * Does by shell what a container build would do: each stage in a folder of its own, which stands for the image's `/`.
 * @returns the folder of the last stage
 */
export async function runStages(stages: readonly Stage[], context: string, into: string): Promise<string> {
  const ignored = ignoring(readFileSync(join(context, '.dockerignore'), 'utf8'));
  const folders = new Map<string, string>();
  let folder = into;
  for (const [index, stage] of stages.entries()) {
    folder = join(into, String(index));
    if (stage.alias) folders.set(stage.alias, folder);
    let work = folder;
    for (const step of stage.steps) {
      if (step.name === 'WORKDIR') mkdirSync((work = join(folder, step.words)), { recursive: true });
      if (step.name === 'COPY') {
        const { from } = copyOf(step);
        if (from === null) copyInto(work, context, step, ignored);
        else copyInto(work, folders.get(from) ?? from, step, () => false);
      }
      if (step.name === 'RUN') {
        const { NODE_ENV: _, ...inherited } = process.env;
        await shell(step.words, work, { ...inherited, ...environmentOf(stage) });
      }
    }
  }
  return folder;
}
