import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';

interface Stores extends DBSchema {
  items: { key: string; value: unknown };
}

type Items<M extends IDBTransactionMode> = IDBPObjectStore<Stores, ['items'], 'items', M>;

const name = 'user';
// A person waits for this; a healthy database answers in milliseconds.
const timeoutMs = 2_000;

let opened: Promise<IDBPDatabase<Stores>> | undefined;
let hangs = false;

/** Runs work on the stored items in one transaction. Throws where the database does not open or fails, or has not answered after two seconds. */
export async function withItems<M extends 'readonly' | 'readwrite', T>(
  mode: M,
  work: (items: Items<M>) => Promise<T>,
): Promise<T> {
  if (hangs) throw new Error('The browser’s database does not answer.');
  try {
    return await withTimeout(transact(mode, work));
  } catch (error) {
    // The browser or another page has closed the connection since.
    if ((error as Error).name !== 'InvalidStateError') throw error;
    return withTimeout(transact(mode, work));
  }
}

/** Why items cannot be stored or read, if they cannot. */
export async function probeUserDb(): Promise<string | undefined> {
  const key = 'probe';
  try {
    return await withItems('readwrite', async (items) => {
      await items.put(key, key);
      const isRead = (await items.get(key)) === key;
      await items.delete(key);
      return isRead ? undefined : 'What was written is not there.';
    });
  } catch (error) {
    return (error as Error).message;
  }
}

/** Deletes the database with all it holds; the next use makes a new one. Throws where the browser does not let it. */
export async function deleteUserDb(): Promise<void> {
  const before = opened;
  opened = undefined;
  hangs = false;
  void before?.then(
    (db) => db.close(),
    () => undefined,
  );
  await withTimeout(deleteDB(name));
}

async function transact<M extends 'readonly' | 'readwrite', T>(
  mode: M,
  work: (items: Items<M>) => Promise<T>,
): Promise<T> {
  const db = await open();
  try {
    const { store, done } = db.transaction('items', mode);
    const [result] = await Promise.all([work(store), done]);
    return result;
  } catch (error) {
    if ((error as Error).name === 'InvalidStateError') opened = undefined;
    throw error;
  }
}

function open(): Promise<IDBPDatabase<Stores>> {
  opened ??= openWhole();
  opened.catch(() => (opened = undefined));
  return opened;
}

async function openWhole(): Promise<IDBPDatabase<Stores>> {
  // Without a version the present one opens, also that of a later release.
  const db = await openAt(undefined);
  if (db.objectStoreNames.contains('items')) return db;
  const next = db.version + 1;
  db.close();
  return openAt(next);
}

function openAt(version: number | undefined): Promise<IDBPDatabase<Stores>> {
  const close = (event: { target: EventTarget | null }) => {
    // Another page deletes the database, or a later release changes it.
    (event.target as IDBDatabase).close();
    opened = undefined;
  };
  return openDB<Stores>(name, version, {
    upgrade: (db) => {
      if (!db.objectStoreNames.contains('items')) db.createObjectStore('items');
    },
    blocking: (_, __, event) => close(event),
    terminated: () => (opened = undefined),
  });
}

function withTimeout<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    hangs = true;
    const answers = () => (hangs = false);
    work.then(answers, answers);
    reject(new Error('The browser’s database does not answer.'));
  }, timeoutMs);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
