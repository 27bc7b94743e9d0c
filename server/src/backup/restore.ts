import { parseArgs } from 'node:util';
import { CommandError, runCommand } from '../command.js';
import { readDatabaseUrl } from '../config/index.js';
import { BadBackup } from './backup-file.js';
import { progressBar } from './progress.js';
import { DatabaseInUse, restoreBackup } from './restore-backup.js';

const USAGE = 'Say which one: npm run restore -- hillo-20261122T033000Z.backup';

function readFile(): string {
  try {
    const { positionals } = parseArgs({ allowPositionals: true });
    if (positionals.length === 1 && positionals[0]) return positionals[0];
  } catch {
    throw new CommandError(USAGE);
  }
  throw new CommandError(USAGE);
}

function sentenceOf(error: unknown, file: string): unknown {
  if (error instanceof BadBackup) return new CommandError(error.message);
  if (error instanceof DatabaseInUse)
    return new CommandError('The database is not empty: restore into a new one. Nothing was changed.');
  const missing =
    error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR'].includes(String(error.code));
  return missing ? new CommandError(`${file} is no file.`) : error;
}

/** `npm run restore`: fills an empty database from a backup. */
await runCommand('The backup could not be restored', async () => {
  const file = readFile();
  try {
    const rows = await restoreBackup(readDatabaseUrl(process.env), file, progressBar('Restoring'));
    process.stdout.write(
      `${rows} rows are back. Start Hillo with the keys it had: FIELD_KEY and LINK_KEY.\n`,
    );
  } catch (error) {
    throw sentenceOf(error, file);
  }
});
