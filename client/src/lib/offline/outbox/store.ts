import type { Entry } from './entry.js';

/** Where entries wait. Every call is one transaction; numbers grow over all tabs of the browser. */
export interface OutboxStore {
  /** False when entries live only as long as the page. */
  readonly outlivesPage: boolean;
  all(): Promise<readonly Entry[]>;
  append(entry: Omit<Entry, 'number'>): Promise<Entry>;
  /** Takes some away and writes others over what has their number, all or nothing. */
  change(remove: readonly number[], write: readonly Entry[]): Promise<void>;
}

/** For a browser that keeps nothing: what is written is there until the page is closed. */
export class MemoryStore implements OutboxStore {
  readonly outlivesPage = false;
  private readonly entries: Map<number, Entry>;
  private last: number;

  constructor(known: readonly Entry[] = []) {
    this.entries = new Map(known.map((entry) => [entry.number, entry]));
    this.last = Math.max(0, ...this.entries.keys());
  }

  all(): Promise<readonly Entry[]> {
    return Promise.resolve([...this.entries.values()]);
  }

  append(entry: Omit<Entry, 'number'>): Promise<Entry> {
    const numbered = { ...entry, number: ++this.last };
    this.entries.set(numbered.number, numbered);
    return Promise.resolve(numbered);
  }

  change(remove: readonly number[], write: readonly Entry[]): Promise<void> {
    for (const number of remove) this.entries.delete(number);
    for (const entry of write) if (this.entries.has(entry.number)) this.entries.set(entry.number, entry);
    return Promise.resolve();
  }
}

/** The entries after a change, without reading the store again: a queue of 500 would be read 500 times. */
export function changed(
  entries: readonly Entry[],
  remove: readonly number[],
  write: readonly Entry[],
): readonly Entry[] {
  const gone = new Set(remove);
  const written = new Map(write.map((entry) => [entry.number, entry]));
  return entries.flatMap((entry) => (gone.has(entry.number) ? [] : [written.get(entry.number) ?? entry]));
}

/** Goes on in memory, with what was known last, from the first time that the kept store fails. */
export class FallbackStore implements OutboxStore {
  private known: readonly Entry[] = [];

  constructor(private store: OutboxStore) {}

  get outlivesPage(): boolean {
    return this.store.outlivesPage;
  }

  async all(): Promise<readonly Entry[]> {
    this.known = await this.attempt((store) => store.all());
    return this.known;
  }

  append(entry: Omit<Entry, 'number'>): Promise<Entry> {
    return this.attempt((store) => store.append(entry));
  }

  async change(remove: readonly number[], write: readonly Entry[]): Promise<void> {
    await this.attempt((store) => store.change(remove, write));
    this.known = changed(this.known, remove, write);
  }

  private async attempt<Value>(act: (store: OutboxStore) => Promise<Value>): Promise<Value> {
    try {
      return await act(this.store);
    } catch (error) {
      if (!this.store.outlivesPage) throw error;
      this.store = new MemoryStore(this.known);
      return act(this.store);
    }
  }
}
