import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../command.js';
import { Failure } from '../failure.js';

/** What the person asked for, from the command line and the environment. */
export interface Settings {
  port: number;
  host: string;
  lan: boolean;
  empty: boolean;
  production: boolean;
  databaseUrl: string | undefined;
  publicUrl: string | undefined;
  /** Database, keys and certificates of this installation: DATA_DIR, else `.data` of the project. */
  dataDir: string;
}

export function readSettings(args: string[], env: NodeJS.ProcessEnv): Settings {
  const { empty = false, lan = false } = parseOptions(args);
  const port = env.PORT ? Number(env.PORT) : 3000;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`PORT must be a number from 1 to 65535, not "${env.PORT}".`);
  }
  return {
    port,
    lan,
    empty,
    host: env.HOST || (lan ? '0.0.0.0' : '127.0.0.1'),
    production: env.NODE_ENV === 'production',
    databaseUrl: env.DATABASE_URL || undefined,
    publicUrl: env.PUBLIC_URL || undefined,
    dataDir: resolve(projectRoot, env.DATA_DIR || '.data'),
  };
}

function parseOptions(args: string[]): { empty?: boolean; lan?: boolean } {
  try {
    return parseArgs({ args, options: { empty: { type: 'boolean' }, lan: { type: 'boolean' } } }).values;
  } catch {
    throw new Failure(`npm start knows "-- --empty" and "-- --lan"; it does not know "${args.join(' ')}".`);
  }
}
