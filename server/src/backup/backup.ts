import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { CommandError, runCommand } from '../command.js';
import { readDatabaseUrl } from '../config/index.js';
import { progressBar } from './progress.js';
import { writeBackup } from './write-backup.js';

const USAGE = 'Say where to: npm run backup -- --to folder [--keep 14]';
const NAME = /^hillo-\d{8}T\d{6}Z\.backup$/;

interface Options {
  readonly folder: string;
  /** How many backups stay in the folder; undefined keeps all. */
  readonly keep: number | undefined;
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' }, keep: { type: 'string' } } });
    const keep = values.keep === undefined ? undefined : Number(values.keep);
    const keepFits = keep === undefined || (Number.isInteger(keep) && keep >= 1);
    const dataDir = process.env['DATA_DIR'];
    const folder = values.to ?? (dataDir && join(dataDir, 'backups'));
    if (folder && keepFits) return { folder, keep };
  } catch {
    throw new CommandError(USAGE);
  }
  throw new CommandError(USAGE);
}

async function dropOldest(folder: string, keep: number): Promise<void> {
  const ours = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  for (const name of ours.slice(0, -keep)) await rm(join(folder, name));
}

/** `npm run backup`: everything of this moment in one file, and no more than `--keep` of them. */
await runCommand('The backup could not be made', async () => {
  const { folder, keep } = readOptions();
  const now = new Date();
  const file = join(folder, `hillo-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.backup`);
  const client = new Client({ connectionString: readDatabaseUrl(process.env) });
  await client.connect();
  try {
    const rows = await writeBackup(client, file, now, progressBar('Backing up'));
    if (keep !== undefined) await dropOldest(folder, keep);
    const { size } = await stat(file);
    process.stdout.write(`${file}: ${rows} rows, ${(size / 1024 / 1024).toFixed(1)} MiB\n`);
  } finally {
    await client.end();
  }
});
