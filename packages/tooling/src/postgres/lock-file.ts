import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isErrno } from '../failure.js';

/** What `postmaster.pid` says about the server that holds a cluster. We only read it: PostgreSQL judges it itself. */
export interface LockFile {
  pid: number;
  port: number | undefined;
}

export function readLockFile(cluster: string): LockFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) || undefined };
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'EACCES', 'ENOTDIR')) return undefined;
    throw error;
  }
}

export type Pulse = 'alive' | 'zombie' | 'dead';

/** A zombie has ended and waits for its parent to notice; under a slow init that takes seconds. */
export function pulseOf(pid: number): Pulse {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return isErrno(error, 'EPERM') ? 'alive' : 'dead';
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z') ? 'zombie' : 'alive';
  } catch {
    return 'alive';
  }
}
