import { dequal } from 'dequal';
import browser from 'webextension-polyfill';
import type { BadgeRecord } from '../../catalog/badge-record.ts';
import { badgesIn, bucketKey, type Badges, type Bucket } from './badge-lookup.ts';
import type { CatalogDb } from './database.ts';

// So many buckets are read, compared and written in one go: quick, and a few megabytes at the most.
const batchSize = 2_000;

/**
 * Writes the badge records of the next generation beside those of `current`, and only into buckets that differ; gives the
 * keys of all its buckets. The journal is written first: whatever it names is looked at again by the next attempt,
 * should this one be cut short.
 */
export async function writeBadgeBuckets(
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
  const keys = [...wanted.keys()];
  const named = [...new Set([...(await journaledKeys(db)), ...keys])];
  await db.put('journal', named, current + 1);
  for (const some of chunks(named)) {
    const stored = await browser.storage.local.get(some);
    const changed = some.flatMap((key) => nextBucket(key, stored[key], wanted.get(key), current));
    if (changed.length > 0) await browser.storage.local.set(Object.fromEntries(changed));
  }
  return keys;
}

/** Removes every bucket but those of the generation now in force, whose keys are given. */
export async function deleteOldBuckets(
  keys: readonly string[],
  generation: number,
  db: CatalogDb,
): Promise<void> {
  const kept = new Set(keys);
  const rest = (await journaledKeys(db)).filter((key) => !kept.has(key));
  for (const some of chunks(rest)) await browser.storage.local.remove(some);
  await db.put('journal', [...keys], generation);
  for (const earlier of await db.getAllKeys('journal'))
    if (earlier !== generation) await db.delete('journal', earlier);
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
  return [
    [
      key,
      {
        since: current + 1,
        ...(badges && { badges }),
        ...(Object.keys(previous).length > 0 && { previous }),
      },
    ],
  ];
}

// Without a journal, as when the browser lost the database alone, every stored bucket is suspect.
async function journaledKeys(db: CatalogDb): Promise<string[]> {
  const lists = await db.getAll('journal');
  if (lists.length > 0) return [...new Set(lists.flat())];
  return Object.keys(await browser.storage.local.get()).filter((key) => key.startsWith('badges:'));
}

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / batchSize) }, (_, at) =>
    list.slice(at * batchSize, (at + 1) * batchSize),
  );
}
