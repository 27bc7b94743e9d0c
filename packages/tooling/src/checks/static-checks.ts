import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../command.js';
import { runProgram, type Finished, type RunOptions } from './run-program.js';

/** A check without tests of its own: it counts as one. */
export interface StaticCheck {
  name: string;
  run(options?: RunOptions): Promise<Finished>;
}

export const staticChecks: StaticCheck[] = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: (options) => runProgram('oxlint', ['--type-aware', '--deny-warnings'], options) },
  { name: 'format', run: (options) => runProgram('prettier', ['--check', '--log-level=warn', '.'], options) },
  {
    name: 'boundaries',
    run: (options) => runProgram('node', ['packages/tooling/dist/boundaries/index.js'], options),
  },
  {
    name: 'dead code',
    run: (options) => runProgram('knip', ['--no-progress', '--no-config-hints'], options),
  },
];

async function checkTypes(options?: RunOptions): Promise<Finished> {
  const runs = await Promise.all(
    typeScriptProjects().map((project) => runProgram('tsc', ['-p', project], options)),
  );
  return {
    code: runs.some(({ code }) => code !== 0) ? 1 : 0,
    output: runs.map(({ output }) => output).join(''),
  };
}

/** Every `tsconfig.json` and `tsconfig.test.json`: packages whose sources may not see Node check their tests by the second. */
function typeScriptProjects(): string[] {
  const packages = readdirSync(join(projectRoot, 'packages')).map((name) => `packages/${name}`);
  return [...packages, 'server', 'client', 'tests']
    .flatMap((folder) => [`${folder}/tsconfig.json`, `${folder}/tsconfig.test.json`])
    .filter((file) => existsSync(join(projectRoot, file)));
}
