import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { projectRoot } from './command.js';
import { Failure } from './failure.js';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser for tests: `CHROMIUM_PATH`, an installed Chrome or Chromium, else the one of the registry (x64 Linux). */
export async function browserExecutable(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Failure(`CHROMIUM_PATH is ${chosen}, which is no program.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const installed = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...MAC].find(
    runs,
  );
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return registryBrowser();
  throw new Failure(
    'There is no Chrome or Chromium on this machine: install one, or set CHROMIUM_PATH to one.',
  );
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Unpacks the registry's browser once into `.cache` (it uses a fixed name in the temporary folder), with its libraries if needed. */
async function registryBrowser(): Promise<string> {
  const cache = join(projectRoot, '.cache', 'browser');
  mkdirSync(cache, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = cache;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executable = await chromium.executablePath();
    if (lacksLibraries(executable)) await addCarriedLibraries(cache);
    if (lacksLibraries(executable)) {
      throw new Failure(
        'The browser for the tests lacks system libraries: install Chromium, or set CHROMIUM_PATH to one.',
      );
    }
    return executable;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function lacksLibraries(executable: string): boolean {
  return spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout?.includes('not found') ?? false;
}

/** The package carries libnss3 and others for machines without them; the browser finds them by LD_LIBRARY_PATH. */
async function addCarriedLibraries(cache: string): Promise<void> {
  const libraries = join(cache, 'al2023', 'lib');
  if (!existsSync(libraries)) {
    const build = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
    const { inflate } = (await import(join(build, '..', 'esm', 'lambdafs.js'))) as {
      inflate: (archive: string) => Promise<string>;
    };
    await inflate(join(build, '..', '..', 'bin', 'al2023.tar.br'));
  }
  process.env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
}
