import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { resetUserDb } from '../../browser/user-data/user-db.ts';

/** Gives the extension an empty database of personal items. */
export async function emptyUserDb(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await resetUserDb();
}

/** The keys of all that the extension has stored, for itself or where content scripts can read it. */
export async function storedKeys(): Promise<string[]> {
  const db = await openDB('user', undefined, { upgrade: (made) => void made.createObjectStore('items') });
  const keys = (await db.getAllKeys('items')) as string[];
  db.close();
  return [...keys, ...Object.keys(await fakeBrowser.storage.local.get())];
}
