/** What the phone keeps: writes that wait, and the last answers of reads. */
const STORES = ['outbox', 'reads'] as const;
export type StoreName = (typeof STORES)[number];

const NAME = 'hillo';
const VERSION = 1;
/** A browser that neither opens nor refuses (seen after an update of the system) counts as one that refuses. */
const PATIENCE_MS = 3_000;

let opened: Promise<IDBDatabase> | undefined;

/**
 * The database of this browser; rejects where it is denied, and from the moment that the browser threw it away: an empty
 * one in its place would pass for a queue that was sent.
 */
export function openDatabase(): Promise<IDBDatabase> {
  if (!opened) {
    opened = open();
    opened.catch(() => (opened = undefined));
  }
  return opened;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the database does not open')), PATIENCE_MS);
    const request = indexedDB.open(NAME, VERSION);
    request.addEventListener('upgradeneeded', () => {
      for (const store of STORES)
        request.result.createObjectStore(store, { autoIncrement: store === 'outbox' });
    });
    request.addEventListener('error', () => reject(failureOf(request)));
    request.addEventListener('success', () => {
      clearTimeout(timer);
      request.result.addEventListener('close', lose);
      // A later release wants another shape, or somebody deletes it: this page must not be in the way.
      request.result.addEventListener('versionchange', ({ newVersion }) => {
        request.result.close();
        if (newVersion === null) lose();
        else opened = undefined;
      });
      resolve(request.result);
    });
  });
}

function lose(): void {
  opened = Promise.reject(new Error('the browser threw the database away'));
  opened.catch(() => undefined);
}

/** One transaction on one store: resolves with what `work` asked for when all is on the disk. */
export async function transact<Value>(
  store: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await openDatabase();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(store));
    transaction.addEventListener('complete', () => resolve(request.result));
    transaction.addEventListener('abort', () => reject(failureOf(transaction)));
  });
}

function failureOf({ error }: { readonly error: DOMException | null }): Error {
  return error ?? new Error('the database ended the transaction');
}
