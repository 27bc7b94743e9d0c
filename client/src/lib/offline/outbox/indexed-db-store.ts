import { transact } from '../database.js';
import type { Entry } from './entry.js';
import type { OutboxStore } from './store.js';

type Unnumbered = Omit<Entry, 'number'>;

/** Entries in IndexedDB: its key generator numbers them in one order over all tabs. */
export class IndexedDbStore implements OutboxStore {
  readonly outlivesPage = true;

  async all(): Promise<readonly Entry[]> {
    let numbers: IDBRequest<IDBValidKey[]> | undefined;
    // At once and not one by one: hundreds wait at a door, and are read after each that left.
    const entries = await transact<Unnumbered[]>('outbox', 'readonly', (store) => {
      numbers = store.getAllKeys();
      return store.getAll() as IDBRequest<Unnumbered[]>;
    });
    return entries.map((entry, index) => ({ ...entry, number: Number(numbers?.result[index]) }));
  }

  async append(entry: Unnumbered): Promise<Entry> {
    const number = await transact('outbox', 'readwrite', (store) => store.add(entry));
    return { ...entry, number: Number(number) };
  }

  async change(remove: readonly number[], write: readonly Entry[]): Promise<void> {
    await transact('outbox', 'readwrite', (store) => {
      for (const number of remove) store.delete(number);
      for (const { number, ...entry } of write) {
        // Not if another tab has meanwhile taken it away.
        const known = store.getKey(number);
        known.addEventListener('success', () => known.result !== undefined && store.put(entry, number));
      }
      return store.count();
    });
  }
}
