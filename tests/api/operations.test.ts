import { randomUUID } from 'node:crypto';
import { fail, ok } from '@hillo/domain/shared';
import { newId } from '@hillo/server/platform/clock';
import { type Operation, Operations, type Transaction } from '@hillo/server/platform/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApplication, type TestApplication } from '../support/application.js';

let application: TestApplication;
let operations: Operations;

beforeAll(async () => {
  application = await startTestApplication();
  operations = application.nest.get(Operations);
});
afterAll(() => application.close());

function operation(changes: Partial<Operation> = {}): Operation {
  return { actor: 'test:1', id: randomUUID(), route: 'POST /api/things', bodyHash: 'a', ...changes };
}

async function insertOrganisation(db: Transaction, name: string): Promise<string> {
  const id = newId();
  await db.execute('INSERT INTO organisations (id, name, slug, created_at) VALUES ($1, $2, $3, now())', [
    id,
    name,
    `org-${id}`,
  ]);
  return id;
}

function count(name: string): Promise<number> {
  return application.db.execute('SELECT 1 FROM organisations WHERE name = $1', [name]);
}

async function slugOf(id: string) {
  const row = await application.db.first(
    z.object({ slug: z.string() }),
    'SELECT slug FROM organisations WHERE id = $1',
    [id],
  );
  return row ? ok(row.slug) : fail('not-found');
}

function create(asked: Operation, name: string) {
  return operations.once(
    asked,
    async (db) => ok({ id: await insertOrganisation(db, name) }),
    (id) => slugOf(id),
  );
}

describe('a write with an operation id (T8)', () => {
  it('happens once when it is sent ten times at the same instant, and every answer is the same', async () => {
    const asked = operation();
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(asked, 'ten times')));
    expect(await count('ten times')).toBe(1);
    expect(answers[0]?.ok).toBe(true);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('would happen ten times without its row: the control of the test above', async () => {
    await Promise.all(
      Array.from({ length: 10 }, () =>
        application.transactions.run((db) => insertOrganisation(db, 'no row')),
      ),
    );
    expect(await count('no row')).toBe(10);
  });

  it('is refused with another body, another route, but not for another actor', async () => {
    const asked = operation();
    await create(asked, 'first');
    const refused = { ok: false, code: 'idempotency-key-reused' };
    expect(await create({ ...asked, bodyHash: 'b' }, 'second')).toEqual(refused);
    expect(await create({ ...asked, route: 'POST /api/others' }, 'second')).toEqual(refused);
    expect(await count('second')).toBe(0);
    expect((await create({ ...asked, actor: 'test:2' }, 'second')).ok).toBe(true);
  });

  it('leaves nothing behind when it is refused, and is decided anew when asked again', async () => {
    const asked = operation();
    let allowed = false;
    const attempt = () =>
      operations.once(
        asked,
        async (db) => {
          const id = await insertOrganisation(db, 'refused at first');
          return allowed ? ok({ id }) : fail('conflict');
        },
        (id) => slugOf(id),
      );
    expect(await attempt()).toEqual({ ok: false, code: 'conflict' });
    expect(await count('refused at first')).toBe(0);
    allowed = true;
    expect((await attempt()).ok).toBe(true);
    expect(await count('refused at first')).toBe(1);
  });

  it('frees its key when the transaction breaks', async () => {
    const asked = operation();
    const broken = operations.once(
      asked,
      async () => {
        throw new Error('broken');
      },
      (id) => slugOf(id),
    );
    await expect(broken).rejects.toThrow('broken');
    expect((await create(asked, 'after a break')).ok).toBe(true);
  });
});

describe('a statement that leaves with the commit', () => {
  const SLUG_IS_UNIQUE = 'uq_organisations_slug';
  const insert = (db: Transaction, slug: string, overtakenBy?: string) =>
    db.withCommit(
      'INSERT INTO organisations (id, name, slug, created_at) VALUES ($1, $2, $2, now())',
      [newId(), slug],
      overtakenBy,
    );
  const found = (db: Transaction, slug: string) =>
    db.execute('SELECT 1 FROM organisations WHERE slug = $1', [slug]);

  /** Finds nothing, and then somebody else makes it. */
  async function overtaken(slug: string, overtakenBy?: string): Promise<number> {
    let attempts = 0;
    await application.transactions.run(async (db) => {
      attempts += 1;
      if ((await found(db, slug)) > 0) return;
      await application.transactions.run(async (other) => insert(other, slug));
      insert(db, slug, overtakenBy);
    });
    return attempts;
  }

  it('has the work done once more when somebody else was faster', async () => {
    expect(await overtaken('raced', SLUG_IS_UNIQUE)).toBe(2);
    expect(await application.transactions.run((db) => found(db, 'raced'))).toBe(1);
  });

  it('undoes everything when nobody foresaw it', async () => {
    await expect(overtaken('not foreseen')).rejects.toMatchObject({ constraint: SLUG_IS_UNIQUE });
  });

  it('gives up when it is no race', async () => {
    let attempts = 0;
    const stubborn = application.transactions.run(async (db) => {
      attempts += 1;
      insert(db, 'raced', SLUG_IS_UNIQUE);
    });
    await expect(stubborn).rejects.toMatchObject({ constraint: SLUG_IS_UNIQUE });
    expect(attempts).toBe(3);
  });
});

describe('a connection that breaks', () => {
  const END = 'SELECT pg_terminate_backend(pg_backend_pid())';
  const ENDED = { code: '57P01' };

  it('fails its transaction and nobody else’s', async () => {
    await expect(application.transactions.run((db) => db.execute(END))).rejects.toMatchObject(ENDED);
    await expect(application.db.execute(END)).rejects.toMatchObject(ENDED);
    expect(await application.transactions.run((db) => db.execute('SELECT 1'))).toBe(1);
  });
});

describe('what is read along with the operation’s row', () => {
  it('stands when the work begins, and is not asked for by the answer of a repeat', async () => {
    const asked = operation();
    const loaded = () =>
      operations.onceLoaded(
        asked,
        (db) => db.execute('SELECT 1 FROM operations WHERE operation_id = $1', [asked.id]),
        async (_db, rows) => ok({ id: `saw ${rows}` }),
        async (id) => ok(id),
      );
    expect(await loaded()).toEqual(ok('saw 1'));
    expect(await loaded()).toEqual(ok('saw 1'));
  });
});

describe('a job', () => {
  it('exists only if its transaction commits', async () => {
    const jobs = () =>
      application.db.execute(`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'noticed'`);
    await application.transactions.run(async (db) => {
      await db.enqueue('noticed', { id: 'x' });
      return fail('conflict');
    });
    expect(await jobs()).toBe(0);
    await application.transactions.run((db) => db.enqueue('noticed', { id: 'x' }));
    expect(await jobs()).toBe(1);
  });
});

describe('the pool (T49)', () => {
  it('serves fifty transactions at once with three connections', async () => {
    const small = await startTestApplication({ DATABASE_POOL: '3' });
    try {
      const done = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          small.transactions.run(async (db) => {
            await db.execute('SELECT pg_sleep(0.005)');
            return index;
          }),
        ),
      );
      expect(done).toHaveLength(50);
    } finally {
      await small.close();
    }
  });
});
