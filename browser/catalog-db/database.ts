import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import browser from 'webextension-polyfill';
import type { Change } from '../../catalog/changes.ts';
import type { ToolSummary } from '../../catalog/tool-summary.ts';
import { headKey, readHead, type CatalogHead } from './badge-lookup.ts';
import type { StoredCatalog } from './layer.ts';
import type { StoredFile } from './stored-file.ts';

interface Stores extends DBSchema {
  /** Verified files of feeds by role and SHA-256: never overwritten, so that two versions of a catalog can exist side by side. */
  files: { key: string; value: StoredFile };
  /** The active catalog, and while it is replaced the next one, by generation. */
  catalogs: { key: number; value: StoredCatalog };
  /** Summaries of all tools of a catalog, by generation. */
  summaries: { key: number; value: ToolSummary[] };
  /** What changed, newest first, under the one key `changes`. */
  news: { key: string; value: Change[] };
  /** Keys of the badge buckets that an unfinished activation may have written, by generation. */
  journal: { key: number; value: string[] };
}

export type CatalogDb = IDBPDatabase<Stores>;

let opened: Promise<CatalogDb> | undefined;

/** The database of the stored catalog; opened once, and again after that failed or the browser closed it. */
export function openDatabase(): Promise<CatalogDb> {
  opened ??= openDB<Stores>('catalog', 1, {
    upgrade: (db) => {
      for (const name of ['files', 'catalogs', 'summaries', 'news', 'journal'] as const)
        db.createObjectStore(name);
    },
    terminated: () => (opened = undefined),
  });
  opened.catch(() => (opened = undefined));
  return opened;
}

/** Which generation is active; nothing before the first one. */
export async function activeHead(): Promise<CatalogHead | undefined> {
  return readHead(await browser.storage.local.get(headKey));
}

/** The active catalog with its head; nothing if none is stored. */
export async function activeCatalog(): Promise<(CatalogHead & StoredCatalog) | undefined> {
  const [head, db] = await Promise.all([activeHead(), openDatabase()]);
  const catalog = head && (await db.get('catalogs', head.generation));
  return catalog && { ...head, ...catalog };
}

/** How many bytes the extension stores on this device, as far as the browser tells. */
export async function readUsage(): Promise<number | undefined> {
  const { local } = browser.storage as unknown as { local: { getBytesInUse?(): Promise<number> } };
  // Firefox counts `storage.local` in the estimate, Chromium does not (seen 2026-11).
  const [{ usage }, area] = await Promise.all([navigator.storage.estimate(), local.getBytesInUse?.() ?? 0]);
  return usage === undefined ? undefined : usage + area;
}
