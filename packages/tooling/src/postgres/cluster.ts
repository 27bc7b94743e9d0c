import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure, isErrno } from '../failure.js';
import { postgresHome } from './binaries.js';
import { canEnter, ownerWhenRoot, runThroughClosedFolders, type Owner } from './owner.js';

export const SUPERUSER = 'hillo';

/** A PostgreSQL data folder of ours: the cluster, its password, its log, and how to run programs on it. */
export interface Cluster {
  folder: string;
  log: string;
  password: string;
  run(program: 'postgres', args: string[]): ChildProcess;
}

/** Opens the cluster below `dataDir`, and makes it first when there is none. `sync: false` skips the flush to disk. */
export function openCluster(dataDir: string, { sync }: { sync: boolean }): Cluster {
  const owner = ownerWhenRoot();
  const root = makeFolder(resolve(dataDir), owner);
  const home = postgresHome(owner);
  const folder = join(root, 'cluster');
  const log = join(root, 'server.log');
  const passwordFile = join(root, 'password');

  const closed = owner !== undefined && !canEnter(owner, root);
  const commandFor = (program: string, args: string[]): [string, string[]] => {
    const line = [...(closed ? runThroughClosedFolders(owner) : []), join(home, 'bin', program), ...args];
    return [line[0] ?? '', line.slice(1)];
  };
  // Nothing of our environment reaches the database: no PG* variable, no key, no locale that is not installed.
  const options = { env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, ...(closed ? {} : owner) };

  if (!existsSync(passwordFile)) {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (owner) chownSync(passwordFile, owner.uid, owner.gid);
  }
  if (!existsSync(folder)) {
    // Under another name until it is whole: a first start that was killed leaves nothing that looks like a cluster.
    const unfinished = join(root, 'cluster-unfinished');
    rmSync(unfinished, { recursive: true, force: true });
    const [command, args] = commandFor('initdb', [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(sync ? [] : ['--no-sync']),
    ]);
    const made = spawnSync(command, args, { ...options, encoding: 'utf8' });
    if (made.status !== 0) {
      const reason = made.error?.message ?? made.stderr.trim().split('\n').at(-1) ?? '';
      throw new Failure(`The database folder ${folder} could not be made: ${reason}`);
    }
    renameSync(unfinished, folder);
  }
  return {
    folder,
    log,
    password: readFileSync(passwordFile, 'utf8'),
    run(program, programArgs) {
      const [command, args] = commandFor(program, programArgs);
      const out = openSync(log, 'a', 0o600);
      try {
        return spawn(command, args, { ...options, detached: true, stdio: ['ignore', out, out] });
      } finally {
        closeSync(out);
      }
    },
  };
}

function makeFolder(folder: string, owner: Owner | undefined): string {
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
    if (owner) chownSync(folder, owner.uid, owner.gid);
    return folder;
  } catch (error) {
    if (isErrno(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC')) {
      throw new Failure(`The folder ${folder} cannot be written, so the database cannot be kept there.`);
    }
    throw error;
  }
}
