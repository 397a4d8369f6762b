import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { resetUserDb } from '../../browser/user-data/user-db.ts';

/** Gives the extension an empty database of personal items. */
export async function emptyUserDb(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  await resetUserDb();
}
