import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Method = 'get' | 'set' | 'remove' | 'getKeys';

/** `storage.local` whose methods of these names fail. */
export function failStorage(
  methods: readonly Method[],
  error = new Error('An unexpected error occurred'),
): void {
  const local = fakeBrowser.storage.local as unknown as Record<Method, () => Promise<never>>;
  for (const method of methods) vi.spyOn(local, method).mockImplementation(() => Promise.reject(error));
}

/** IndexedDB that gives every request this one. */
function answerAll(answer: () => IDBOpenDBRequest): void {
  vi.stubGlobal('indexedDB', { open: answer, deleteDatabase: answer });
}

/** IndexedDB as a browser gives it that refuses every database. */
export function refuse(name: string): void {
  answerAll(() => {
    const request = new IDBOpenDBRequest();
    Object.defineProperties(request, {
      error: { value: new DOMException('A mutation operation was attempted.', name) },
      addEventListener: {
        value: (type: string, listener: () => void) => type === 'error' && queueMicrotask(listener),
      },
    });
    return request;
  });
}

/** IndexedDB that never answers. */
export function hang(): void {
  answerAll(() => new IDBOpenDBRequest());
}

/** Makes the database of the catalog as somebody else would: with this version and these stores. */
export async function makeDatabase(version: number, stores: readonly string[]): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const request = indexedDB.open('catalog', version);
  request.onupgradeneeded = () => stores.forEach((name) => request.result.createObjectStore(name));
  await new Promise((done) => (request.onsuccess = done));
  request.result.close();
}

/** Changes what is stored in the database of the catalog, over a connection of its own. */
export async function inDatabase(change: (store: (name: string) => IDBObjectStore) => void): Promise<void> {
  const request = indexedDB.open('catalog');
  await new Promise((done) => (request.onsuccess = done));
  const db = request.result;
  const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
  change((name) => transaction.objectStore(name));
  await new Promise((done) => (transaction.oncomplete = done));
  db.close();
}

/** Puts a value in the place of each stored file of a role, or removes them for `undefined`. */
export function replaceFiles(role: string, value: unknown): Promise<void> {
  return inDatabase((store) => {
    const request = store('files').openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      if ((cursor.key as string).startsWith(`${role}:`))
        if (value === undefined) cursor.delete();
        else cursor.update(value);
      cursor.continue();
    };
  });
}

/** Every write to IndexedDB fails for want of room. */
export function fillDatabase(): void {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('There is no room.', 'QuotaExceededError');
  });
}
