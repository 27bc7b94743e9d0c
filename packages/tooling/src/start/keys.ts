import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, isErrno } from '../failure.js';

/** The keys of this installation, unless the environment brings its own. */
export function localKeys(dataDir: string, env: NodeJS.ProcessEnv): { FIELD_KEY: string; LINK_KEY: string } {
  return {
    FIELD_KEY: env.FIELD_KEY || localKey(dataDir, 'FIELD_KEY'),
    LINK_KEY: env.LINK_KEY || localKey(dataDir, 'LINK_KEY'),
  };
}

/**
 * A key of this installation from `.data/keys`, made at the first start: `<keyId>:<base64 of 32 bytes>`. The id goes
 * into every ciphertext, so that a later key can live beside this one.
 */
function localKey(dataDir: string, name: 'FIELD_KEY' | 'LINK_KEY'): string {
  const folder = join(dataDir, 'keys');
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const made = `k${randomBytes(3).toString('hex')}:${randomBytes(32).toString('base64')}`;
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return readFileSync(file, 'utf8');
    if (isErrno(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOSPC')) {
      throw new Failure(
        `The folder ${folder} cannot be written, so the keys of this installation cannot be kept.`,
      );
    }
    throw error;
  }
}
