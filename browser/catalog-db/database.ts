import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import browser from 'webextension-polyfill';
import type { FirstTool } from '../../catalog/first-tools.ts';
import type { Arrival } from '../../catalog/news.ts';
import { withoutHeadlines } from '../forget-headlines.ts';
import { TimeoutError, within } from '../within.ts';
import { isHead, type CatalogHead } from './badge-lookup.ts';
import type { StoredCatalog, UpdateNotes } from './layer.ts';
import { tableNames, type StoredParts, type TableName } from './parts.ts';
import { isStoredCatalog } from './stored-catalog.ts';
import type { StoredFile } from './stored-file.ts';

type Part<N extends TableName> = { key: [generation: number, part: number]; value: StoredParts[N] };

interface Stores extends DBSchema {
  /** Verified files of feeds by role and SHA-256: never overwritten, so that two versions of a catalog can exist side by side. */
  files: { key: string; value: StoredFile };
  /** The active catalog, and while it is replaced the next one, by generation. */
  catalogs: { key: number; value: StoredCatalog };
  /** What the next update needs of a catalog beside its tables, by generation. */
  notes: { key: number; value: UpdateNotes };
  /** The first tools of a catalog by name, by generation. */
  first: { key: number; value: FirstTool[] };
  /** Summaries of all tools of a catalog. */
  summaries: Part<'summaries'>;
  /** Badge records of a catalog, of which `storage.local` holds a copy. */
  badges: Part<'badges'>;
  /** Which tools claim each page. */
  claims: Part<'claims'>;
  /** Which tools name each tool as their rival. */
  namedBy: Part<'namedBy'>;
  /** Hosts of tools' own pages. */
  productHosts: Part<'productHosts'>;
  /** Which catalog is active, under the one key `head`. */
  active: { key: string; value: CatalogHead };
  /** What changed and when that came, newest first, under the one key `changes`. */
  news: { key: string; value: Arrival[] };
}

const storeNames = ['files', 'catalogs', 'notes', 'first', ...tableNames, 'active', 'news'] as const;
const name = 'catalog';
const headName = 'head';
// A healthy database answers in milliseconds.
const maxOpenMs = 2_000;
// Nobody waits for this, and a busy disk may take seconds.
const maxDeleteMs = 10_000;

export type CatalogDb = IDBPDatabase<Stores>;

let opened: Promise<CatalogDb> | undefined;

/** The database of the stored catalog; opened once, and again after that failed or the connection was closed. Rejects after two seconds, and at once as long as that attempt has no answer. */
export function openDatabase(): Promise<CatalogDb> {
  if (opened) return opened;
  const opening = open();
  opened = opening;
  opening.catch((error) => error instanceof TimeoutError || forget(opening));
  return opening;

  async function open(): Promise<CatalogDb> {
    const connecting = openDB<Stores>(name, 1, {
      upgrade: (db) => storeNames.forEach((each) => db.createObjectStore(each)),
      // Whoever deletes the database, or makes a newer one, must not wait for this page.
      blocking: (_version, _blocked, { target }) => {
        (target as IDBDatabase).close();
        forget(opening);
      },
      terminated: () => forget(opening),
    });
    try {
      const db = await within(maxOpenMs, connecting, 'The database does not answer.');
      const missing = storeNames.filter((each) => !db.objectStoreNames.contains(each));
      if (missing.length > 0) throw new Error(`The database has no ${missing.join(', ')}.`);
      return db;
    } catch (error) {
      void connecting
        .then((db) => db.close())
        .catch(() => undefined)
        .then(() => forget(opening));
      throw error;
    }
  }
}

function forget(opening: Promise<CatalogDb>): void {
  if (opened === opening) opened = undefined;
}

/**
 * For the background: a database that does not open, as after a downgrade or damage, is deleted and made anew, since all that
 * it holds can be had again. Rejects where there is none to be had; one that does not answer is left alone, since it may be busy.
 */
export async function openOrRecreate(): Promise<CatalogDb> {
  try {
    return await openDatabase();
  } catch (error) {
    if (error instanceof TimeoutError) throw error;
    console.warn('The database of the catalog does not open and is made anew.', error);
    await within(maxDeleteMs, deleteDB(name), 'The database cannot be deleted.');
    return openDatabase();
  }
}

/** Which catalog is active; nothing before the first one, and nothing if what is stored is damaged. */
export async function activeHead(): Promise<CatalogHead | undefined> {
  const head: unknown = await (await openDatabase()).get('active', headName);
  return isHead(head) ? head : undefined;
}

/** Switches to a catalog, or back to none. */
export async function setActive(head: CatalogHead | undefined, db: CatalogDb): Promise<void> {
  await withoutHeadlines(async () => {
    await (head ? db.put('active', head, headName) : db.delete('active', headName));
  });
}

/** The active catalog with its head; nothing if none is stored, or a damaged one. */
export async function activeCatalog(): Promise<(CatalogHead & StoredCatalog) | undefined> {
  const head = await activeHead();
  const catalog: unknown = head && (await (await openDatabase()).get('catalogs', head.generation));
  return head && isStoredCatalog(catalog) ? { ...head, ...catalog } : undefined;
}

/** How many bytes the extension stores on this device, as far as the browser tells. */
export async function readUsage(): Promise<number | undefined> {
  const { local } = browser.storage as unknown as { local: { getBytesInUse?(): Promise<number> } };
  try {
    // Firefox counts `storage.local` in the estimate, Chromium does not (seen 2026-11).
    const [{ usage }, area] = await Promise.all([navigator.storage.estimate(), local.getBytesInUse?.() ?? 0]);
    return usage === undefined ? undefined : usage + area;
  } catch {
    return undefined;
  }
}
