import { bucketNumber } from '../../catalog/buckets.ts';
import { bucketText, readBucket } from '../../catalog/feed/bucket.ts';
import { checkedBytes, filePath, sha256, type FileRef } from '../../catalog/feed/checked-file.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { indexFiles, readIndex, type IndexFile } from '../../catalog/feed/index-file.ts';
import { listedBuckets, type ListedBucket } from '../../catalog/feed/bucket-list.ts';
import { bitsFor, bucketAt, bucketCount } from '../../catalog/feed/layout.ts';
import { maxFilesPerUpdate } from '../../catalog/feed/limits.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { readTables } from '../../catalog/feed/tables.ts';
import type { Verified } from '../../catalog/feed/verify-manifest.ts';
import type { Catalog } from '../../catalog/read-catalog.ts';
import type { Layer } from '../catalog-db/layer.ts';
import { missingFiles, putFiles, storedIndex } from '../catalog-db/layer-files.ts';
import { asIndexes } from '../catalog-db/stored-file.ts';
import { fetchChunks, fetchFile } from './fetch.ts';
import { unpack } from './unpack.ts';

const concurrency = 6;
// One request costs about as much as so many bytes of the pack.
const bytesPerRequest = 1_000;
// A pack is compressed already; the JSON of a bucket shrinks to about a quarter on its way.
const compressionRatio = 4;

/**
 * Stores the bundled catalog in the same buckets that its feed publishes, so that the first update fetches only what
 * differs. Returns its layer, which is not active yet.
 */
export async function storeBundledLayer({ reference, tools, ...catalog }: Catalog): Promise<Layer> {
  const bits = bitsFor(tools.length);
  const buckets: IndexFile = Array.from({ length: bucketCount(bits) }, () => null);
  const groups = Map.groupBy(tools, ({ id }) => bucketNumber(id, bits));
  const files = await Promise.all(
    [...groups].map(async ([number, group]) => {
      const bytes = new TextEncoder().encode(bucketText(group));
      const ref = { sha256: await sha256(bytes), length: bytes.length };
      buckets[number] = ref;
      return ['bucket', ref.sha256, group] as const;
    }),
  );
  const indexes = await indexFiles(buckets, bits);
  const tables = await sha256(new TextEncoder().encode(JSON.stringify(reference)));
  await putFiles([['tables', tables, reference], ...files, ...asIndexes(indexes)]);
  const index = indexes.map(([hash]) => hash);
  const bytes = buckets.reduce((sum, ref) => sum + (ref?.length ?? 0), 0);
  return { ...catalog, tools: tools.length, bytes, bits, index, tables };
}

/** How to download a layer: as what it is labelled, over which active version of it, if what that has may be relied upon, and when to stop. */
type Download = { name: string; over: Layer | undefined; signal: AbortSignal };

/**
 * Fetches and stores the files of a verified manifest that are not stored yet: first the index files, whose counts and
 * lengths must fit, then the buckets as a pack, or only the changed ones if that is less. Returns the layer, which is not
 * active yet. Throws a FeedError, or the signal's reason.
 */
export async function downloadLayer(
  url: string,
  { manifest, sha256 }: Verified,
  { name, over, signal }: Download,
): Promise<Layer> {
  const { feed, version, published, expires, tools, bits, tables, index, pack } = manifest;
  const isDone = over && (await downloadChanged(url, manifest, over, signal));
  if (!isDone) await downloadAll(url, manifest, !over, signal);
  return {
    ...{ feed, name, version, published, expires, manifest: sha256, tools, bits },
    bytes: pack.unpacked,
    index: index.map((ref) => ref.sha256),
    tables: tables.sha256,
  };
}

/** Fetches what of all buckets is not stored, or all of them `anew`. */
async function downloadAll(
  url: string,
  manifest: Manifest,
  anew: boolean,
  signal: AbortSignal,
): Promise<void> {
  const { index, bits } = manifest;
  const indexes: IndexFile[] = [];
  await forEachConcurrently([...index.entries()], async ([at, ref]) => {
    indexes[at] = await readIndexFile(url, ref, bits, anew, signal);
  });
  const buckets = listedBuckets(indexes, manifest);
  await storeTables(url, manifest, anew, signal);
  const missing = anew ? buckets : await missingAmong(buckets);
  if (isPackBetter(missing, manifest)) await downloadPack(url, manifest, buckets, signal);
  else await forEachConcurrently(missing, (bucket) => storeBucket(url, bucket, bits, signal));
  signal.throwIfAborted();
  // Last, since a stored index file promises that its buckets are stored.
  await putFiles(asIndexes(index.map((ref, at) => [ref.sha256, indexes[at]!])));
}

/**
 * Fetches the buckets that differ from those of an active version, whose index files promise that the others are stored: no
 * other index file is read. False where that is no less than all, or where the rest has to be looked at to say what is wrong.
 */
async function downloadChanged(
  url: string,
  manifest: Manifest,
  over: Layer,
  signal: AbortSignal,
): Promise<boolean> {
  const { bits, index, pack } = manifest;
  if (over.bits !== bits || over.index.length !== index.length) return false;
  const files: (readonly [sha256: string, file: IndexFile])[] = [];
  const changed: ListedBucket[] = [];
  let bytes = over.bytes;
  const differing = [...index.entries()].filter(([at, ref]) => ref.sha256 !== over.index[at]);
  let isKnown = true;
  await forEachConcurrently(differing, async ([at, ref]) => {
    const before = await storedIndex(over.index[at]!);
    isKnown &&= before !== undefined;
    if (!before) return;
    const file = await readIndexFile(url, ref, bits, false, signal);
    files.push([ref.sha256, file]);
    for (const [place, now] of file.entries()) {
      const was = before[place];
      bytes += (now?.length ?? 0) - (was?.length ?? 0);
      if (now && now.sha256 !== was?.sha256) changed.push({ ref: now, number: bucketAt(at, place, bits) });
    }
  });
  const hashes = new Set(changed.map(({ ref }) => ref.sha256));
  if (!isKnown || hashes.size < changed.length || bytes !== pack.unpacked || isPackBetter(changed, manifest))
    return false;
  await storeTables(url, manifest, false, signal);
  const missing = await missingAmong(changed);
  await forEachConcurrently(missing, (bucket) => storeBucket(url, bucket, bits, signal));
  signal.throwIfAborted();
  await putFiles(asIndexes(files));
  return true;
}

async function storeTables(
  url: string,
  { tables }: Manifest,
  anew: boolean,
  signal: AbortSignal,
): Promise<void> {
  if (anew || (await missingFiles('tables', [tables.sha256])).size > 0)
    await putFiles([['tables', tables.sha256, await download(url, tables, readTables, signal)]]);
}

function isPackBetter(missing: readonly ListedBucket[], { pack }: Manifest): boolean {
  return missing.length > maxFilesPerUpdate || cost(missing) > pack.length;
}

async function downloadPack(
  url: string,
  { pack, bits }: Manifest,
  buckets: readonly ListedBucket[],
  signal: AbortSignal,
): Promise<void> {
  await unpack(fetchChunks(url, filePath(pack, 'pack'), pack.length, signal), buckets, bits, signal);
}

/** An index file, from those stored or from the feed. */
async function readIndexFile(
  url: string,
  ref: FileRef,
  bits: number,
  anew: boolean,
  signal: AbortSignal,
): Promise<IndexFile> {
  const stored = anew ? undefined : await storedIndex(ref.sha256);
  return stored ?? (await download(url, ref, (bytes, path) => readIndex(bytes, bits, path), signal));
}

async function storeBucket(
  url: string,
  { ref, number }: ListedBucket,
  bits: number,
  signal: AbortSignal,
): Promise<void> {
  const bucket = await download(url, ref, (bytes, file) => readBucket(bytes, bits, file), signal);
  if (bucket.number !== number)
    throw new FeedError('inconsistent', `${filePath(ref)} is bucket ${bucket.number}, not ${number}.`);
  signal.throwIfAborted();
  await putFiles([['bucket', ref.sha256, bucket.tools]]);
}

async function missingAmong(buckets: readonly ListedBucket[]): Promise<ListedBucket[]> {
  const hashes = buckets.map(({ ref }) => ref.sha256);
  const missing = await missingFiles('bucket', hashes);
  return buckets.filter(({ ref }) => missing.has(ref.sha256));
}

/** What fetching these buckets one by one costs, to compare with the length of the pack. */
function cost(buckets: readonly ListedBucket[]): number {
  return buckets.reduce((sum, { ref }) => sum + ref.length / compressionRatio + bytesPerRequest, 0);
}

async function download<T>(
  url: string,
  ref: FileRef,
  read: (bytes: Uint8Array<ArrayBuffer>, file: string) => T,
  signal: AbortSignal,
): Promise<T> {
  const file = filePath(ref);
  return read(await checkedBytes(await fetchFile(url, file, ref.length, signal), ref, file), file);
}

/** Works on a few items at a time; after the first failure it begins no other, and throws that. */
async function forEachConcurrently<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  let hasFailed = false;
  const worker = async () => {
    for (const item of rest) {
      if (hasFailed) return;
      await work(item).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
