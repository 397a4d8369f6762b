import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { IndexFile } from '../../catalog/feed/index-file.ts';
import type { Change } from '../../catalog/changes.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import type { StoredCatalog } from './layer.ts';

interface Records extends DBSchema {
  /** Verified files of feeds by their SHA-256: never overwritten, so that two versions of a catalog can lie side by side. */
  files: { key: string; value: Tool[] | IndexFile | Reference };
  /** What is in force, and what was until just now, by generation. */
  catalogs: { key: number; value: StoredCatalog };
  /** The short form of every tool of a catalog, by generation. */
  summaries: { key: number; value: ToolSummary[] };
  /** What became different, newest first, under the one key `changes`. */
  news: { key: string; value: Change[] };
  /** Badge buckets that an unfinished switch may have touched, by generation. */
  journal: { key: number; value: string[] };
}

export type CatalogDb = IDBPDatabase<Records>;

let opened: Promise<CatalogDb> | undefined;

/** The database of full records; opened once and forgotten when that fails or the browser closes it. */
export function openDatabase(): Promise<CatalogDb> {
  opened ??= openDB<Records>('catalog', 1, {
    upgrade: (db) => {
      for (const name of ['files', 'catalogs', 'summaries', 'news', 'journal'] as const)
        db.createObjectStore(name);
    },
    terminated: () => (opened = undefined),
  });
  opened.catch(() => (opened = undefined));
  return opened;
}
