import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
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

/** Unpacks the registry's browser once into `.cache`, with the libraries it carries where the machine lacks them. */
async function registryBrowser(): Promise<string> {
  const packageMain = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = join(dirname(packageMain), '..', '..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(projectRoot, '.cache', `browser-${version}`);
  const executable = join(folder, 'chromium');
  if (!existsSync(executable)) await unpack(home, folder);

  const libraries = join(folder, 'al2023', 'lib');
  if (existsSync(libraries)) {
    process.env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  }
  if (lacksLibraries(executable)) {
    throw new Failure(
      'The browser for the tests lacks system libraries: install Chromium, or set CHROMIUM_PATH to one.',
    );
  }
  return executable;
}

/** The package unpacks to fixed names in the temporary folder; ours gets its name when it is whole. */
async function unpack(home: string, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    if (lacksLibraries(await chromium.executablePath())) {
      const { inflate } = (await import(join(home, 'build', 'esm', 'lambdafs.js'))) as {
        inflate: (archive: string) => Promise<string>;
      };
      await inflate(join(home, 'bin', 'al2023.tar.br'));
    }
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another run has unpacked it meanwhile
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function lacksLibraries(executable: string): boolean {
  return spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout?.includes('not found') ?? false;
}
