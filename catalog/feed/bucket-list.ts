import { filePath, type FileRef } from './checked-file.ts';
import { FeedError } from './feed-error.ts';
import type { IndexFile } from './index-file.ts';
import { bucketAt } from './layout.ts';
import type { Manifest } from './manifest.ts';

/** A bucket that has a file, by its number. */
export type ListedBucket = { ref: FileRef; number: number };

/**
 * All index files of a manifest in their order in, the buckets they list out. Throws a FeedError, before any bucket is
 * fetched, if they name a file twice, more buckets than tools, or other lengths than the pack has.
 */
export function listedBuckets(
  indexes: readonly IndexFile[],
  { bits, tools, pack, tables }: Pick<Manifest, 'bits' | 'tools' | 'pack' | 'tables'>,
): ListedBucket[] {
  const buckets: ListedBucket[] = [];
  const seen = new Set([tables.sha256, pack.sha256]);
  let bytes = 0;
  for (const [file, index] of indexes.entries()) {
    for (const [place, ref] of index.entries()) {
      if (!ref) continue;
      if (seen.has(ref.sha256)) throw new FeedError('inconsistent', `It names ${filePath(ref)} twice.`);
      seen.add(ref.sha256);
      bytes += ref.length;
      buckets.push({ ref, number: bucketAt(file, place, bits) });
    }
  }
  if (buckets.length > tools)
    throw new FeedError('inconsistent', `It lists ${buckets.length} buckets for ${tools} tools.`);
  if (bytes !== pack.unpacked)
    throw new FeedError(
      'inconsistent',
      `Its buckets have ${bytes} bytes, but its pack is said to unpack to ${pack.unpacked}.`,
    );
  return buckets;
}
