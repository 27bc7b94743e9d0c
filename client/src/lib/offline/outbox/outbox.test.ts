import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '@hillo/contracts/problems';
import { ProblemError } from '../../http/problem-error.js';
import type { Draft, Entry } from './entry.js';
import { Outbox } from './outbox.js';
import { FallbackStore, MemoryStore, type OutboxStore } from './store.js';

const away = () => Promise.reject(new ProblemError('network-failure', 0));
const refuse = (code: ProblemCode, status = 409) => Promise.reject(new ProblemError(code, status));
const settle = () => new Promise((resolve) => setTimeout(resolve));

const scan: Draft = {
  scope: 'registration:me',
  route: 'POST /api/me/:registration/encounters',
  params: { registration: 'me' },
  body: { who: { by: 'code', code: '123456' } },
};

/** A phone whose server is a function of the test and whose timers ring when the test says. */
function phone(answer: (entry: Entry) => Promise<unknown>, store: OutboxStore = new MemoryStore()) {
  const sent: Entry[] = [];
  const timers = new Set<() => void>();
  const around = { answer };
  const box = new Outbox({
    store,
    send: (entry) => {
      sent.push(entry);
      return around.answer(entry);
    },
    alone: (round) => round(),
    tabs: { changed: () => undefined, listen: () => undefined },
    patienceMs: 3_000,
    now: () => new Date('2026-11-22T17:00:00Z'),
    random: () => 0,
    later: (act) => {
      timers.add(act);
      return () => timers.delete(act);
    },
  });
  const ring = async () => {
    await settle();
    const due = [...timers];
    timers.clear();
    due.forEach((act) => act());
    await settle();
  };
  return { box, sent, ring, around, numbers: () => box.current().entries.map(({ number }) => number) };
}

describe('Outbox', () => {
  it('gives the answer to whoever looks on, and is empty', async () => {
    const { box } = phone(async () => ({ known: false }));
    expect(await box.add(scan)).toEqual({ kind: 'delivered', answer: { known: false } });
    await settle();
    expect(box.current().entries).toEqual([]);
  });

  it('says at once that an entry waits when there is no network, and sends it under the same operation id later', async () => {
    const { box, sent, ring, around } = phone(away);
    const delivery = await box.add(scan);
    expect(delivery.kind).toBe('waiting');
    around.answer = async () => ({});
    await ring();
    expect(box.current().entries).toEqual([]);
    expect(new Set(sent.map(({ operationId }) => operationId)).size).toBe(1);
  });

  it('tells a refusal to whoever looks on and keeps nothing; without them it stays with its reason', async () => {
    const { box, ring, around } = phone(() => refuse('own-badge'));
    await expect(box.add(scan)).rejects.toMatchObject({ code: 'own-badge' });
    expect(box.current().entries).toEqual([]);
    around.answer = away;
    await box.add(scan);
    around.answer = () => refuse('evening-closed');
    await ring();
    expect(box.current().entries.map(({ refusal }) => refusal?.code)).toEqual(['evening-closed']);
  });

  it('sends everything once and in order, whatever fails or is refused on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('ok', 'refused', 'lost', 'stumble'), { minLength: 1, maxLength: 8 }),
        async (fates) => {
          const taken: number[] = [];
          const { box, ring, around } = phone(away);
          for (const _ of fates) await box.add(scan);
          const left = new Map(fates.map((fate, index) => [index + 1, fate]));
          around.answer = async ({ number }) => {
            const fate = left.get(number);
            left.set(number, 'ok');
            if (fate === 'lost') return away();
            if (fate === 'stumble') return refuse('internal-error', 500);
            if (fate === 'refused') return refuse('square-filled');
            taken.push(number);
            return {};
          };
          for (let round = 0; round < 2 * fates.length + 2; round += 1) await ring();
          const refused = box.current().entries.map(({ number }) => number);
          const all = fates.map((_, index) => index + 1);
          expect(refused).toEqual(all.filter((number) => fates[number - 1] === 'refused'));
          expect([...taken].sort((a, b) => a - b)).toEqual(all.filter((number) => !refused.includes(number)));
          // Only what the server stumbled over may come later than what was made after it.
          const straight = taken.filter((number) => fates[number - 1] !== 'stumble');
          expect(straight).toEqual([...straight].sort((a, b) => a - b));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('fills what hangs on a waiting scan from its answer, also when it was made while the answer came', async () => {
    const { box, sent, ring, around } = phone(away);
    await box.add({ ...scan, operationId: 'op-scan' });
    const mark: Draft = {
      ...scan,
      route: 'POST /api/me/:registration/encounters/:encounter/mark',
      body: { square: 4 },
      follows: { operationId: 'op-scan', param: 'encounter', from: 'encounter.id' },
    };
    await box.add(mark);
    around.answer = async () => ({ encounter: { id: 'e1' } });
    await ring();
    await box.add({ ...mark, body: { square: 5 } });
    await settle();
    expect(box.current().entries).toEqual([]);
    expect(sent.slice(-2).map(({ params }) => params['encounter'])).toEqual(['e1', 'e1']);
  });

  it('lets a refused scan be mended, with what hangs on it, or dropped with it', async () => {
    const { box, ring, around, sent } = phone(away);
    await box.add({ ...scan, operationId: 'op-scan' });
    const follows = { operationId: 'op-scan', param: 'encounter', from: 'encounter.id' };
    await box.add({ ...scan, route: 'PUT /api/me/:registration/encounters/:encounter/note', follows });
    around.answer = () => refuse('spoken-code-unknown', 404);
    await ring();
    expect(box.current().entries).toHaveLength(2);
    around.answer = away;
    await box.mend('op-scan', { body: { who: { by: 'code', code: '654321' } } });
    const mended = box.current().entries.find(({ follows: after }) => !after);
    expect(mended).toMatchObject({ madeAt: '2026-11-22T17:00:00.000Z', body: { who: { code: '654321' } } });
    expect(mended?.refusal).toBeUndefined();
    around.answer = async () => ({ encounter: { id: 'e1' } });
    await ring();
    expect(box.current().entries).toEqual([]);
    expect(sent.at(-1)?.params['encounter']).toBe('e1');

    around.answer = away;
    await box.add({ ...scan, operationId: 'op-scan' });
    await box.add({ ...scan, follows });
    await box.drop('op-scan');
    expect(box.current().entries).toEqual([]);
  });

  it('holds the entries of who is signed out without holding up the others', async () => {
    const { box, ring, around } = phone(away);
    await box.add(scan);
    await box.add({ ...scan, scope: 'door:evening' });
    around.answer = ({ scope }) =>
      scope === 'door:evening' ? Promise.resolve({}) : refuse('not-signed-in', 401);
    await ring();
    expect(box.current().entries.map(({ scope }) => scope)).toEqual(['registration:me']);
    expect([...box.current().held]).toEqual(['registration:me']);
    await box.forget('registration:me');
    expect(box.current().entries).toEqual([]);
  });

  it('goes on in memory, and says so, when the browser stops keeping', async () => {
    const store = new MemoryStore();
    const kept = {
      outlivesPage: true,
      all: () => store.all(),
      append: store.append.bind(store),
      change: store.change.bind(store),
    };
    const { box, numbers, ring, around } = phone(away, new FallbackStore(kept));
    await box.add(scan);
    expect(box.current().outlivesPage).toBe(true);
    kept.append = () => Promise.reject(new Error('denied'));
    await box.add(scan);
    expect(numbers()).toEqual([1, 2]);
    expect(box.current().outlivesPage).toBe(false);
    around.answer = async () => ({});
    await ring();
    expect(numbers()).toEqual([]);
  });
});
