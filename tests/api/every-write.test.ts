import { AsyncLocalStorage } from 'node:async_hooks';
import { api } from '@hillo/contracts/api';
import { type Endpoint, isWrite, type RouteKey } from '@hillo/contracts/endpoint';
import { Database, Operations, TransactionRunner } from '@hillo/server/platform/database';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { operationId, startTestApplication, type TestApplication } from '../support/application.js';
import { everyWrite } from '../support/every-write/every-write.js';
import type { Write } from '../support/every-write/stage.js';
import { brokenInvariants } from '../support/invariants.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const TIMES = 10;
/** It takes a whole demonstration away, which a test of its own loads. */
const ELSEWHERE: ReadonlySet<string> = new Set(['DELETE /api/organisations/:organisation/demonstration']);

let application: TestApplication;
/** How often the work of an operation came to its commit. */
const performed = new Map<string, number>();
/** Whoever holds a connection and asks for another waits for ever once all do (T49): where that was asked. */
const secondConnections = new Set<string>();
const inTransaction = new AsyncLocalStorage<true>();

function watchConnections(): void {
  const asked = () => {
    if (!inTransaction.getStore()) return;
    const frames = new Error('asked').stack?.split('\n') ?? [];
    secondConnections.add(frames.filter((line) => line.includes('/modules/')).join('\n'));
  };
  const transactions = application.nest.get(TransactionRunner);
  const run = transactions.run.bind(transactions);
  vi.spyOn(transactions, 'run').mockImplementation((work) => {
    asked();
    return run((db) => inTransaction.run(true, () => work(db)));
  });
  const database = application.nest.get(Database);
  for (const name of ['rows', 'first', 'execute'] as const) {
    const ask = database[name].bind(database) as (...given: unknown[]) => Promise<never>;
    vi.spyOn(database, name).mockImplementation((...given: unknown[]) => {
      asked();
      return ask(...given);
    });
  }
}

beforeAll(async () => {
  application = await startTestApplication();
  watchConnections();
  const operations = application.nest.get(Operations);
  const once = operations.onceLoaded.bind(operations);
  vi.spyOn(operations, 'onceLoaded').mockImplementation((operation, load, perform, answer) =>
    once(
      operation,
      load,
      (db, loaded) => {
        db.afterCommit(() => performed.set(operation.id, (performed.get(operation.id) ?? 0) + 1));
        return perform(db, loaded);
      },
      answer,
    ),
  );
});
afterAll(() => application.close());

async function send(key: string, { browser, params, body }: Write, operation: string) {
  const [method = '', pattern = ''] = key.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
  return browser.send(method, path, body, { 'idempotency-key': operation });
}

it(`every route that writes, sent ${TIMES} times at once with one key, does it once and answers the same (T8)`, async () => {
  const steps = await everyWrite(application);
  if (FULL) {
    const writes = Object.entries(api).filter(([key, endpoint]) =>
      isWrite(key as RouteKey, endpoint as Endpoint),
    );
    const told = new Set([...steps.map(([key]) => key), ...ELSEWHERE]);
    expect(told).toEqual(new Set(writes.map(([key]) => key)));
  }

  for (const [key, ready] of steps) {
    const write = await ready();
    const operation = operationId();
    const replies = await Promise.all(Array.from({ length: TIMES }, () => send(key, write, operation)));
    const [first] = replies;
    if (!first) throw new Error('Nothing was sent');
    expect(first.status, `${key}: ${JSON.stringify(first.body)}`).toBeLessThan(300);
    // Counts of votes are told at a tick, which may fall between two answers.
    const told = replies.map(({ status, body }) => JSON.stringify([status, { ...body, rev: undefined }]));
    expect(new Set(told).size, `${key}: ${[...new Set(told)].join('\n')}`).toBe(1);
    expect(performed.get(operation), key).toBe(1);
    if (write.other) {
      const reused = await send(key, { ...write, body: write.other }, operation);
      expect([reused.status, reused.body.code], key).toEqual([422, 'idempotency-key-reused']);
    }
    write.told?.(first);
  }
  expect([...secondConnections]).toEqual([]);
  expect(await brokenInvariants(application.db)).toEqual([]);
}, 120_000);

it('sees who asks for a second connection while holding one: the control', async () => {
  secondConnections.clear();
  await application.transactions.run(async () => {
    await application.db.execute('SELECT 1');
  });
  expect(secondConnections.size).toBe(1);
});
