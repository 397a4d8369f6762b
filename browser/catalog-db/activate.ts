import { dequal } from 'dequal';
import browser from 'webextension-polyfill';
import type { BadgeRecord } from '../../catalog/badge-record.ts';
import { storeProductHosts } from '../host-access/product-sites.ts';
import {
  badgesIn,
  bucketKey,
  bucketPrefix,
  headKey,
  type Badges,
  type Bucket,
  type CatalogHead,
} from './badge-lookup.ts';
import { activeHead, openDatabase, type CatalogDb } from './database.ts';
import type { Layer } from './layer.ts';
import { deleteInactive } from './layer-files.ts';
import { mergeLayers } from './merge-layers.ts';

// How many badge buckets are read, compared and written at a time: a few megabytes at most.
const batchSize = 2_000;

/**
 * Makes a catalog of these layers, whose files are all stored, the active one. Everything is written beside the active
 * generation, then one write of the head switches, then the old one is deleted: interrupted at any point, either the old
 * catalog is whole or the new one. Throws a FeedError where a layer contradicts itself.
 */
export async function activate(layers: readonly [Layer, ...Layer[]]): Promise<void> {
  const db = await openDatabase();
  const current = (await activeHead())?.generation ?? Math.max(0, ...(await db.getAllKeys('catalogs')));
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
    await deleteInactive();
  } catch (error) {
    // The active catalog is whole; the next activation cleans up.
    console.warn('The previous catalog could not be deleted.', error);
  }
}

/**
 * Writes the badge records of the next generation beside those of `current`, into buckets that differ only; returns the
 * keys of all its buckets. The journal is written first: should this be interrupted, the next attempt checks every bucket
 * it names.
 */
async function writeBadgeBuckets(
  badges: ReadonlyMap<string, BadgeRecord>,
  current: number,
  db: CatalogDb,
): Promise<string[]> {
  const wanted = new Map<string, Badges>();
  for (const [page, record] of badges) {
    const key = bucketKey(page);
    const bucket = wanted.get(key) ?? {};
    bucket[page] = record;
    wanted.set(key, bucket);
  }
  const keys = [...new Set([...(await journaledKeys(db)), ...wanted.keys()])];
  await db.put('journal', keys, current + 1);
  for (const batch of batches(keys)) {
    const stored = await browser.storage.local.get(batch);
    const changed = batch.flatMap((key) => nextBucket(key, stored[key], wanted.get(key), current));
    if (changed.length > 0) await browser.storage.local.set(Object.fromEntries(changed));
  }
  return [...wanted.keys()];
}

function nextBucket(
  key: string,
  stored: unknown,
  badges: Badges | undefined,
  current: number,
): [string, Bucket][] {
  const previous = badgesIn(stored, current);
  const isUnfinished = Number((Object(stored) as Partial<Bucket>).since) > current;
  if (dequal(previous, badges ?? {}) && !isUnfinished) return [];
  const hasPrevious = Object.keys(previous).length > 0;
  return [[key, { since: current + 1, ...(badges && { badges }), ...(hasPrevious && { previous }) }]];
}

/** Removes every badge bucket but those of the active generation, whose keys are `keys`. */
async function deleteOldBuckets(keys: readonly string[], generation: number, db: CatalogDb): Promise<void> {
  const needed = new Set(keys);
  const unused = (await journaledKeys(db)).filter((key) => !needed.has(key));
  for (const batch of batches(unused)) await browser.storage.local.remove(batch);
  await db.put('journal', [...keys], generation);
  for (const each of await db.getAllKeys('journal'))
    if (each !== generation) await db.delete('journal', each);
}

// Without a journal, as when the browser lost only the database, any stored bucket may be a leftover.
async function journaledKeys(db: CatalogDb): Promise<string[]> {
  const lists = await db.getAll('journal');
  if (lists.length > 0) return [...new Set(lists.flat())];
  return Object.keys(await browser.storage.local.get()).filter((key) => key.startsWith(bucketPrefix));
}

function batches<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / batchSize) }, (_, at) =>
    list.slice(at * batchSize, (at + 1) * batchSize),
  );
}
