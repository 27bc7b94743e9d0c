import type { CommandContext } from './command.js';
import { openDatabase } from './start/database.js';
import { readSettings } from './start/settings.js';

/** Runs something on the database that `npm start` uses: that of `DATABASE_URL`, or our own one, started if need be. */
export async function forwardOnDatabase(
  forward: (env: NodeJS.ProcessEnv) => Promise<number>,
  { step }: CommandContext,
): Promise<number> {
  const { databaseUrl, dataDir } = readSettings([], process.env);
  const database = await step('Starting the database', () => openDatabase(databaseUrl, dataDir));
  try {
    return await forward({ ...process.env, DATA_DIR: dataDir, DATABASE_URL: database.url });
  } finally {
    await database.stop();
  }
}
