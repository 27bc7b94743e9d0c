import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Lifeline } from '../../server/src/platform/jobs/lifeline.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

let application: TestApplication;

beforeAll(async () => {
  application = await startTestApplication();
});
afterAll(() => application.close());

/** A job that a worker of this name has taken and not finished. */
async function takenBy(worker: string): Promise<void> {
  await application.transactions.run((db) => db.enqueue('interrupted', { worker }));
  await application.db.execute(
    `UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() WHERE payload->>'worker' = $1`,
    [worker],
  );
}

const stillTaken = (worker: string) =>
  application.db.execute('SELECT 1 FROM graphile_worker.jobs WHERE locked_by = $1', [worker]);

it('a job goes back when the process of its worker is gone, and never while it lives (T24)', async () => {
  const [living, other] = [new Lifeline(application.databaseUrl), new Lifeline(application.databaseUrl)];
  try {
    await living.freeJobsOfTheDead();
    for (const worker of ['of-the-living', 'of-the-living-too']) {
      await living.hold(worker);
      await takenBy(worker);
    }
    await takenBy('of-the-dead');
    await other.freeJobsOfTheDead();
    await living.freeJobsOfTheDead();
    expect(await stillTaken('of-the-living')).toBe(1);
    expect(await stillTaken('of-the-living-too')).toBe(1);
    expect(await stillTaken('of-the-dead')).toBe(0);

    await living.close();
    await other.freeJobsOfTheDead();
    expect(await stillTaken('of-the-living')).toBe(0);
    expect(await stillTaken('of-the-living-too')).toBe(0);
  } finally {
    await living.close();
    await other.close();
  }
});

it('a connection that was lost is made anew, and says again who lives', async () => {
  const [living, other] = [new Lifeline(application.databaseUrl), new Lifeline(application.databaseUrl)];
  try {
    await living.freeJobsOfTheDead();
    await living.hold('cut-off');
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'hillo-lifeline' AND datname = current_database()`;
    expect(await application.db.execute(cut)).toBe(1);
    // Looks after the cut may be those that notice it; in life they come twice a minute.
    await vi.waitFor(() => living.freeJobsOfTheDead(), { timeout: 10_000 });
    await takenBy('cut-off');
    await other.freeJobsOfTheDead();
    expect(await stillTaken('cut-off')).toBe(1);
  } finally {
    await living.close();
    await other.close();
  }
});
