import { Client } from 'pg';
import { runCommand } from '../command.js';
import { readDatabaseUrl } from '../config/index.js';
import { findBroken, INVARIANTS } from './find-broken.js';

/** `npm run --silent invariants`: looks at a live database without holding anybody up; exit code 1 if a rule is broken. */
await runCommand('The invariants could not be checked', async () => {
  const client = new Client({ connectionString: readDatabaseUrl(process.env) });
  await client.connect();
  try {
    // One moment for all checks, or a write between two of them would look like a fault.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const broken = await findBroken(async (sql) => (await client.query<object>(sql)).rows);
    if (broken.length === 0) process.stdout.write(`${INVARIANTS.length} invariants hold\n`);
    for (const { invariant, subjects } of broken) {
      process.stdout.write(`BROKEN ${invariant}: ${subjects.join(' ')}\n`);
      process.exitCode = 1;
    }
  } finally {
    await client.end();
  }
});
