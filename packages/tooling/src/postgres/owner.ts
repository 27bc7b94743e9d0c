import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Failure } from '../failure.js';

/** Who runs PostgreSQL: it refuses to run as root, so root hands it to another account. */
export interface Owner {
  uid: number;
  gid: number;
}

/** The account for PostgreSQL when we are root, undefined when PostgreSQL can simply be ours. */
export function ownerWhenRoot(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find(([login]) => login === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Failure(
    'PostgreSQL cannot run as root and there is no account "postgres" or "nobody" to run it.',
  );
}

/** Whether the account may enter every folder from the root down to `folder`. */
export function canEnter(owner: Owner, folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const shift = uid === owner.uid ? 6 : gid === owner.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * The arguments before a program's own that run it as `owner`, who keeps the one capability needed to walk through
 * folders that only root may enter (a project below a home of mode 0700). Read-only search is preferred where the
 * container still has it.
 */
export function runThroughClosedFolders(owner: Owner): string[] {
  const held = /^CapPrm:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  const has = (bit: bigint) => ((BigInt(`0x${held}`) >> bit) & 1n) === 1n;
  const capability = has(2n) ? '+dac_read_search' : has(1n) ? '+dac_override' : undefined;
  if (!capability) {
    throw new Failure(
      'The project folder is closed to the account that runs PostgreSQL; move it to a folder that others may enter.',
    );
  }
  return [
    'setpriv',
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    '--clear-groups',
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
  ];
}
