import { dequal } from 'dequal';
import browser from 'webextension-polyfill';
import {
  badgesIn,
  bucketPrefix,
  headKey,
  type Badges,
  type Bucket,
  type CatalogHead,
} from './badge-lookup.ts';
import { shelfOf, type Shelf } from './badge-shelves.ts';

// How many badge buckets are read, compared and written at a time: a few megabytes at most.
const batchSize = 2_000;
// As many shelves are read at a time as hold so many buckets of the largest catalog.
const shelvesAtATime = 64;

/** What `storage.local` has to hold: the badge records of one catalog, on so many `shelves`. */
export type Published = { head: CatalogHead; shelves: number; shelf(number: number): Shelf | Promise<Shelf> };

/**
 * Makes `storage.local` a copy of this catalog: writes what differs beside the badge records of the generation `before`, then
 * the head, which switches, then removes what is of neither. `beforeSwitch` runs before the head is written. Without an
 * earlier generation, what differs is put right in its place.
 */
export async function publish(
  { head, shelves, shelf }: Published,
  before = head.generation,
  beforeSwitch?: () => Promise<void>,
): Promise<void> {
  const stored = Map.groupBy(await storedKeys(), (key) => shelfOf(key, shelves));
  const unused: string[] = [];
  for (const numbers of batches([...Array(shelves).keys()], shelvesAtATime)) {
    const wanted = await buckets(numbers, shelf);
    const known = numbers.flatMap((number) => stored.get(number) ?? []);
    const keys = [...new Set([...known, ...Object.keys(wanted)])];
    await publishBuckets(keys, wanted, head.generation, before);
    unused.push(...keys.filter((key) => !Object.hasOwn(wanted, key)));
  }
  await beforeSwitch?.();
  await publishHead(head);
  await removeUnused(unused);
}

/**
 * The same where only these buckets differ from those of the generation `before`, whose copy is whole. Writes nothing but them
 * and the head.
 */
export async function publishChanged(
  keys: readonly string[],
  wanted: Shelf,
  head: CatalogHead,
  before: number,
  beforeSwitch: () => Promise<void>,
): Promise<void> {
  await publishBuckets(keys, wanted, head.generation, before);
  await beforeSwitch();
  await publishHead(head);
  await removeUnused(keys.filter((key) => !Object.hasOwn(wanted, key)));
}

async function removeUnused(keys: readonly string[]): Promise<void> {
  try {
    for (const batch of batches(keys)) await browser.storage.local.remove(batch);
  } catch (error) {
    // What the head names is whole; the next time cleans up.
    console.warn('Badge records of the previous catalog could not be deleted.', error);
  }
}

/** Puts right some keys of `storage.local`, each a badge bucket or the head; writes only what differs. */
export async function correct(keys: Iterable<string>, { head, shelves, shelf }: Published): Promise<void> {
  const { generation } = head;
  const byShelf = Map.groupBy(keys, (key) => shelfOf(key, shelves));
  for (const numbers of batches([...byShelf.keys()], shelvesAtATime)) {
    const wanted = await buckets(numbers, shelf);
    const all = numbers.flatMap((number) => byShelf.get(number)!);
    const known = all.filter((key) => Object.hasOwn(wanted, key));
    await publishBuckets(known, wanted, generation, generation);
    const strange = all.filter((key) => key.startsWith(bucketPrefix) && !Object.hasOwn(wanted, key));
    const stored = strange.length > 0 ? await browser.storage.local.get(strange) : {};
    if (Object.keys(stored).length > 0) await browser.storage.local.remove(Object.keys(stored));
  }
  await publishHead(head);
}

async function publishBuckets(
  keys: readonly string[],
  wanted: Shelf,
  generation: number,
  before: number,
): Promise<void> {
  for (const batch of batches(keys)) {
    const stored = await browser.storage.local.get(batch);
    const changed = batch.flatMap((key) => {
      const bucket = nextBucket(stored[key], wanted[key], generation, before);
      return bucket ? [[key, bucket] as const] : [];
    });
    if (changed.length > 0) await browser.storage.local.set(Object.fromEntries(changed));
  }
}

/** The bucket to be written, if the stored one does not show `badges` from this generation on, and until then what it shows now. */
function nextBucket(
  stored: unknown,
  badges: Badges | undefined,
  generation: number,
  before: number,
): Bucket | undefined {
  const shown = badgesIn(stored, before);
  const { since } = Object(stored) as Partial<Bucket>;
  // A later one was left by an interrupted activation.
  const isSettled = stored === undefined || (typeof since === 'number' && since <= before);
  if (isSettled && dequal(shown, badges ?? {})) return undefined;
  const stays = before < generation && Object.keys(shown).length > 0;
  return { since: generation, ...(badges && { badges }), ...(stays && { previous: shown }) };
}

async function publishHead(head: CatalogHead): Promise<void> {
  const { [headKey]: stored } = await browser.storage.local.get(headKey);
  if (!dequal(stored, head)) await browser.storage.local.set({ [headKey]: head });
}

async function storedKeys(): Promise<string[]> {
  // Firefox has `getKeys` since 143, Chrome since 130: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/StorageArea/getKeys
  const { local } = browser.storage as unknown as { local: { getKeys?(): Promise<string[]> } };
  const keys = (await local.getKeys?.()) ?? Object.keys(await browser.storage.local.get());
  return keys.filter((key) => key.startsWith(bucketPrefix));
}

/** The buckets on some shelves. */
async function buckets(numbers: readonly number[], shelf: Published['shelf']): Promise<Shelf> {
  const all = await Promise.all(numbers.map(async (number) => shelf(number)));
  return Object.assign({}, ...all) as Shelf;
}

function batches<T>(list: readonly T[], size = batchSize): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}
