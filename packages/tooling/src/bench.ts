import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runProgram } from './checks/run-program.js';
import { projectRoot, type CommandContext } from './command.js';
import { Failure } from './failure.js';

/** `npm run bench`: figures of this machine, compared within one run. It judges nothing: it ends with 0 when it could measure. */
export async function run(args: string[], { step }: CommandContext): Promise<number> {
  const built = await step('Building the bench', () =>
    runProgram('tsc', ['-p', 'tests/tsconfig.bench.json']),
  );
  if (built.code !== 0) throw new Failure(`The bench does not build.\n${built.output.trim()}`);
  const child = spawn(process.execPath, [join(projectRoot, 'tests/dist/bench/main.js'), ...args], {
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
