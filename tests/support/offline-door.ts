import { spokenCodeOf } from '@hillo/domain/door';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, type Hillo } from './e2e.js';

const HOUR = 3_600_000;

interface OfflineDoor {
  readonly evening: string;
  readonly people: readonly string[];
  /** A phone of the door with the name of its holder, opened and kept for the time without network. */
  readonly open: (
    context: BrowserContext,
    holder: string,
    origin?: string,
  ) => Promise<{ page: Page; device: string }>;
  readonly signIn: (context: BrowserContext, device: string) => Promise<void>;
}

export const codeOf = (index: number) => spokenCodeOf(20_000 + index);

/** A running evening with so many people, and phones that can be its doors. */
export async function anOfflineDoor(
  hillo: Hillo,
  count: number,
  columns: Readonly<Record<string, unknown>> = {},
): Promise<OfflineDoor> {
  const { fixtures, pool } = hillo;
  const evening = await fixtures.evening(await fixtures.organisation(), {
    theme: 'Mielenterveys ja päihteet',
    state: 'running',
    starts_at: new Date(Date.now() - HOUR),
    ends_at: new Date(Date.now() + 3 * HOUR),
    published_at: new Date(Date.now() - 24 * HOUR),
    ...columns,
  });
  const people: string[] = [];
  for (let index = 0; index < count; index += 1)
    people.push(
      await fixtures.registration(evening, {
        first_name: `Tulija${index}`,
        last_name: 'Esimerkki',
        spoken_code: codeOf(index),
      }),
    );
  const signIn = (context: BrowserContext, device: string) =>
    hillo.signIn(context, { kind: 'device', subjectId: device, eveningId: evening, role: 'door' });
  return {
    evening,
    people,
    signIn,
    open: async (context, holder, origin = '') => {
      const { deviceId } = await fixtures.device(evening, 'door');
      await pool.query('UPDATE crew_devices SET holder_name = $2 WHERE id = $1', [deviceId, holder]);
      await signIn(context, deviceId);
      const page = await context.newPage();
      await page.goto(`${origin}/door/${evening}`);
      await expect(page.getByText(`Ovella ${holder}`)).toBeVisible();
      await untilKept(page);
      return { page, device: deviceId };
    },
  };
}

/** The worker has the door's page and files, and the list is on the phone. */
async function untilKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/door')) !== undefined), { timeout: 30_000 })
    .toBe(true);
  await expect.poll(() => keptOnPhone(page)).toMatchObject({ lists: 1 });
}

/** How many door lists and entries the phone's database holds. */
export function keptOnPhone(page: Page): Promise<{ lists: number; entries: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('hillo');
        opening.addEventListener('error', () => reject(new Error('denied')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains('reads')) {
            database.close();
            resolve({ lists: 0, entries: 0 });
            return;
          }
          const looking = database.transaction(['reads', 'outbox']);
          const keys = looking.objectStore('reads').getAllKeys();
          const entries = looking.objectStore('outbox').count();
          looking.addEventListener('complete', () => {
            const isList = (key: IDBValidKey) => typeof key === 'string' && key.startsWith('door:');
            const lists = keys.result.filter(isList).length;
            database.close();
            resolve({ lists, entries: entries.result });
          });
        });
      }),
  );
}

/** Types a code as a volunteer does; the sixth digit sends. */
export async function typeCode(page: Page, code: string): Promise<void> {
  const next = page.getByRole('button', { name: 'Seuraava' });
  if (await next.isVisible()) await next.click();
  await page.getByLabel('Tulijan koodi').fill(code);
}

export async function byCode(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Koodi' }).check({ force: true });
}

interface StoredAct {
  readonly registration: string;
  readonly kind: string;
  readonly at: Date;
}

/** The door's journal as the server has it, in the order in which it was heard. */
export async function journal({ pool }: Hillo, evening: string): Promise<StoredAct[]> {
  const { rows } = await pool.query<StoredAct>(
    'SELECT registration_id AS registration, kind, done_at AS at FROM door_acts WHERE evening_id = $1 ORDER BY id',
    [evening],
  );
  return rows;
}
