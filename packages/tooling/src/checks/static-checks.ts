import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../command.js';
import { runProgram, type Finished } from './run-program.js';

/** A check without tests of its own: it counts as one. */
export interface StaticCheck {
  name: string;
  run(): Promise<Finished>;
}

export const staticChecks: StaticCheck[] = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: () => runProgram('oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'format', run: () => runProgram('prettier', ['--check', '--log-level=warn', '.']) },
  { name: 'boundaries', run: () => runProgram('node', ['packages/tooling/dist/boundaries/index.js']) },
  { name: 'dead code', run: () => runProgram('knip', ['--no-progress', '--no-config-hints']) },
];

async function checkTypes(): Promise<Finished> {
  const runs = await Promise.all(typeScriptProjects().map((project) => runProgram('tsc', ['-p', project])));
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
