import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Slot } from './badge-lookup.ts';

interface Records extends DBSchema {
  records: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<Records>> | undefined;

/** The database of full records; opened once and forgotten when that fails or the browser closes it. */
export function recordStore(): Promise<IDBPDatabase<Records>> {
  opened ??= openDB<Records>('catalog', 1, {
    upgrade: (db) => void db.createObjectStore('records'),
    terminated: () => (opened = undefined),
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

/** The key of a full record: `reference`, `index` or `tool/<id>`. */
export function recordKey(slot: Slot, name: string): string {
  return `${slot}/${name}`;
}
