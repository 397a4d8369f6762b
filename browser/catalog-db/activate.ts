import browser from 'webextension-polyfill';
import { headKey, readHead, type CatalogHead } from './badge-lookup.ts';
import { layerReader } from './layer-reader.ts';
import { storeProductHosts } from '../host-access/product-sites.ts';
import { openDatabase, type CatalogDb } from './database.ts';
import type { Layer } from './layer.ts';
import { deleteOldBuckets, writeBadgeBuckets } from './badge-buckets.ts';
import { mergeLayers } from './merge-layers.ts';

/**
 * Puts these layers, whose files are all kept, in force. Everything is written beside what is in force, then one write
 * switches, then the old is cleared: cut short at any point, either the old catalog is whole or the new one. Throws a
 * Refusal where the layers contradict themselves.
 */
export async function activate(layers: readonly [Layer, ...Layer[]]): Promise<void> {
  const db = await openDatabase();
  const head = readHead(await browser.storage.local.get(headKey));
  const current = head?.generation ?? Math.max(0, ...(await db.getAllKeys('catalogs')));
  const generation = current + 1;
  const { reference, summaries, badges } = await mergeLayers(layers, db);
  await db.put('catalogs', { layers: [...layers], reference, tools: summaries.length }, generation);
  await db.put('summaries', summaries, generation);
  const buckets = await writeBadgeBuckets(badges, current, db);
  const next: CatalogHead = { generation, extension: browser.runtime.getManifest().version };
  await browser.storage.local.set({ [headKey]: next });
  try {
    await storeProductHosts(badges.keys());
    await deleteOldBuckets(buckets, generation, db);
    await deleteUnused(generation, layers, db);
  } catch (error) {
    // What is in force is whole; the next switch tidies again.
    console.warn('What the catalog was before could not be cleared.', error);
  }
}

/** Deletes the stored files that the catalog in force does not need, such as those of an update that found no room. */
export async function deleteUnusedFiles(): Promise<void> {
  const db = await openDatabase();
  const head = readHead(await browser.storage.local.get(headKey));
  const stored = head && (await db.get('catalogs', head.generation));
  if (head && stored) await deleteUnused(head.generation, stored.layers, db);
}

async function deleteUnused(generation: number, layers: readonly Layer[], db: CatalogDb): Promise<void> {
  const reached = new Set<string>();
  for (const layer of layers) {
    for (const hash of [layer.tables, ...layer.index]) reached.add(hash);
    for await (const bucket of layerReader(layer, db).buckets()) reached.add(bucket);
  }
  for (const name of ['catalogs', 'summaries'] as const) {
    for (const key of await db.getAllKeys(name)) if (key !== generation) await db.delete(name, key);
  }
  const { store, done } = db.transaction('files', 'readwrite');
  const stale = (await store.getAllKeys()).filter((key) => !reached.has(key));
  await Promise.all([...stale.map((key) => store.delete(key)), done]);
}
