import browser from 'webextension-polyfill';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import type { LeftOut, MergedCatalog } from '../../catalog/merge.ts';
import { productHosts } from '../host-access/product-hosts.ts';
import type { CatalogHead } from './badge-lookup.ts';
import { pagesOn, shelvesOf, type Shelf } from './badge-shelves.ts';
import { activeHead, openDatabase, setActive, type CatalogDb } from './database.ts';
import type { Layer, StoredCatalog } from './layer.ts';
import { deleteInactive } from './layer-files.ts';
import { mergeLayers } from './merge-layers.ts';
import { publish } from './publish.ts';

/**
 * Makes a catalog of these layers, whose files are all stored, the active one. Everything is written beside the active
 * generation, then one write in each store switches, then the old one is deleted: interrupted at any point, either the old
 * catalog is whole or the new one. Returns the tools that were left out. Throws a FeedError where a layer contradicts itself.
 */
export async function activate(layers: readonly [Layer, ...Layer[]]): Promise<LeftOut[]> {
  const db = await openDatabase();
  const current = await activeHead();
  const head = {
    generation: generationAfter(current),
    extension: browser.runtime.getManifest().version,
  };
  const merged = await mergeLayers(layers, db, current?.extension !== head.extension);
  if (merged.summaries.length === 0)
    throw new FeedError('empty', 'None of its tools can be used, so it would only empty the catalog.');
  const shelves = shelvesOf(merged.badges);
  await putCatalog(head.generation, layers, merged, shelves, db);
  await switchTo(head, current, shelves, db);
  try {
    await deleteInactive();
  } catch (error) {
    // The active catalog is whole; the next activation cleans up.
    console.warn('The previous catalog could not be deleted.', error);
  }
  return merged.leftOut;
}

// What was damaged into the largest number that is a generation has none after it.
function generationAfter(current: CatalogHead | undefined): number {
  const next = (current?.generation ?? 0) + 1;
  return Number.isSafeInteger(next) ? next : 1;
}

/** Stores all of a catalog in one transaction, in the place of what an interrupted activation left there. */
async function putCatalog(
  generation: number,
  layers: readonly [Layer, ...Layer[]],
  { reference, summaries, badges, leftOut }: MergedCatalog,
  shelves: readonly Shelf[],
  db: CatalogDb,
): Promise<void> {
  const catalog: StoredCatalog = {
    layers: [...layers],
    reference,
    tools: summaries.length,
    leftOut,
    pages: shelves.map(pagesOn),
  };
  const transaction = db.transaction(['catalogs', 'summaries', 'productHosts', 'badges'], 'readwrite');
  const store = transaction.objectStore('badges');
  await Promise.all([
    transaction.objectStore('catalogs').put(catalog, generation),
    transaction.objectStore('summaries').put(summaries, generation),
    transaction.objectStore('productHosts').put(productHosts(badges), generation),
    ...shelves.map((shelf, number) => store.put(shelf, [generation, number])),
    transaction.done,
  ]);
}

async function switchTo(
  head: CatalogHead,
  current: CatalogHead | undefined,
  shelves: readonly Shelf[],
  db: CatalogDb,
): Promise<void> {
  let isSwitched = false;
  const beforeSwitch = async () => {
    isSwitched = true;
    await setActive(head, db);
  };
  try {
    await publish({ head, shelf: (number) => shelves[number] ?? {} }, current?.generation ?? 0, beforeSwitch);
  } catch (error) {
    // Content scripts still read the old one then, and our pages have to as well.
    if (isSwitched) await setActive(current, db);
    throw error;
  }
}
