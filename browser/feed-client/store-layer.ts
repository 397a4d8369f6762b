import { bucketNumber } from '../../catalog/buckets.ts';
import { bucketText, readBucket } from '../../catalog/feed/bucket.ts';
import { checkedBytes, filePath, sha256, type FileRef } from '../../catalog/feed/checked-file.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { indexFiles, readIndex, type IndexFile } from '../../catalog/feed/index-file.ts';
import { listedBuckets, type ListedBucket } from '../../catalog/feed/bucket-list.ts';
import { bitsFor, bucketCount } from '../../catalog/feed/layout.ts';
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

/** How to download a layer: as what it is labelled, whether what is stored is to be fetched anew, and when to stop. */
type Download = { name: string; anew: boolean; signal: AbortSignal };

/**
 * Fetches and stores the files of a verified manifest that are not stored yet: first the index files, whose counts and
 * lengths must fit, then the buckets as a pack, or only the changed ones if that is less. Returns the layer, which is not
 * active yet. Throws a FeedError, or the signal's reason.
 */
export async function downloadLayer(
  url: string,
  { manifest, sha256 }: Verified,
  { name, anew, signal }: Download,
): Promise<Layer> {
  const { feed, version, published, expires, tools, bits, tables, index, pack } = manifest;
  const indexes = await readIndexes(url, manifest, anew, signal);
  const buckets = listedBuckets(indexes, manifest);
  if (anew || (await missingFiles('tables', [tables.sha256])).size > 0)
    await putFiles([['tables', tables.sha256, await download(url, tables, readTables, signal)]]);
  const missing = anew ? buckets : await missingAmong(buckets);
  if (missing.length > maxFilesPerUpdate || cost(missing) > pack.length) {
    const packed = fetchChunks(url, filePath(pack, 'pack'), pack.length, signal);
    await unpack(packed, buckets, bits, signal);
  } else {
    await forEachConcurrently(missing, (bucket) => storeBucket(url, bucket, bits, signal));
  }
  signal.throwIfAborted();
  // Last, since a stored index file promises that its buckets are stored.
  await putFiles(asIndexes(index.map((ref, at) => [ref.sha256, indexes[at]!])));
  return {
    ...{ feed, name, version, published, expires, manifest: sha256, tools, bits },
    bytes: pack.unpacked,
    index: index.map((ref) => ref.sha256),
    tables: tables.sha256,
  };
}

/** The index files of a manifest in their order, from those stored or from the feed. */
async function readIndexes(
  url: string,
  { index, bits }: Manifest,
  anew: boolean,
  signal: AbortSignal,
): Promise<IndexFile[]> {
  const indexes: IndexFile[] = [];
  await forEachConcurrently([...index.entries()], async ([at, ref]) => {
    const stored = anew ? undefined : await storedIndex(ref.sha256);
    indexes[at] = stored ?? (await download(url, ref, (bytes, path) => readIndex(bytes, bits, path), signal));
  });
  return indexes;
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
