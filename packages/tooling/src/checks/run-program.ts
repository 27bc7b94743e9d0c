import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../command.js';

const bins = ['node_modules/.bin', 'packages/tooling/node_modules/.bin', 'tests/node_modules/.bin'];

export interface Finished {
  code: number;
  output: string;
}

export interface RunOptions {
  /** Lets the person follow; otherwise the output is kept and shown when something failed. */
  shown?: boolean;
  env?: Record<string, string>;
  /** Takes only the time that no other program wants. */
  aside?: boolean;
}

/** Runs a program of the project's packages in the project's folder. Never rejects: a missing program is a failure too. */
export function runProgram(
  program: string,
  args: string[],
  { shown = false, env = {}, aside = false }: RunOptions = {},
): Promise<Finished> {
  // By a program of every Unix: a process cannot make those threads polite that it has begun already.
  const [file, words] = aside ? ['nice', ['-n', '19', program, ...args]] : [program, args];
  const child = spawn(file, words, {
    cwd: projectRoot,
    env: {
      ...process.env,
      PATH: [...bins.map((folder) => join(projectRoot, folder)), process.env.PATH].join(delimiter),
      ...env,
    },
    stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
