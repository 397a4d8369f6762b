import { bucketNumber } from '../../catalog/buckets.ts';
import { bucketText, readBucket } from '../../catalog/feed/bucket.ts';
import { checkedBytes, filePath, sha256, type FileRef } from '../../catalog/feed/checked-file.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { indexFiles, readIndex, type IndexFile } from '../../catalog/feed/index-file.ts';
import { bitsFor, bucketAt, bucketCount } from '../../catalog/feed/layout.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { readTables } from '../../catalog/feed/tables.ts';
import type { Verified } from '../../catalog/feed/verify-manifest.ts';
import type { Catalog } from '../../catalog/read-catalog.ts';
import type { Layer } from '../catalog-db/layer.ts';
import { missingFiles, putFiles } from '../catalog-db/layer-files.ts';
import { asIndexes } from '../catalog-db/stored-file.ts';
import { fetchFile } from './fetch.ts';
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
  return { ...catalog, tools: tools.length, bits, index, tables };
}

/**
 * Fetches and stores the files of a verified manifest that are not stored yet: as a pack, or as the changed buckets if that
 * is less. Returns the layer, which is not active yet. Throws a FeedError.
 */
export async function downloadLayer(
  url: string,
  { manifest, sha256 }: Verified,
  asPack: boolean,
): Promise<Layer> {
  const { feed, name, version, published, expires, tools, bits, tables } = manifest;
  if ((await missingFiles('tables', [tables.sha256])).size > 0)
    await putFiles([['tables', tables.sha256, await download(url, tables, readTables)]]);
  if (asPack || !(await downloadBuckets(url, manifest)))
    await unpack(await download(url, manifest.pack, (bytes) => bytes, 'pack'), manifest);
  return {
    ...{ feed, name, version, published, expires, manifest: sha256, tools, bits },
    index: manifest.index.map((ref) => ref.sha256),
    tables: tables.sha256,
  };
}

/** Fetches the changed buckets, then stores the index files that name them; false, with no bucket fetched, if the pack is less. */
async function downloadBuckets(url: string, { index, bits, pack }: Manifest): Promise<boolean> {
  const newIndexes = await missingFiles(
    'index',
    index.map(({ sha256 }) => sha256),
  );
  if (newIndexes.size * bytesPerRequest > pack.length) return false;
  const indexes: [string, IndexFile][] = [];
  const buckets: { ref: FileRef; number: number }[] = [];
  await forEachConcurrently([...index.entries()], async ([file, ref]) => {
    if (!newIndexes.has(ref.sha256)) return;
    const listed = await download(url, ref, (bytes, path) => readIndex(bytes, bits, path));
    indexes.push([ref.sha256, listed]);
    for (const [place, ref] of listed.entries())
      if (ref) buckets.push({ ref, number: bucketAt(file, place, bits) });
  });
  const missing = await missingFiles(
    'bucket',
    buckets.map(({ ref }) => ref.sha256),
  );
  const changed = buckets.filter(({ ref }) => missing.has(ref.sha256));
  const cost = changed.reduce((sum, { ref }) => sum + ref.length / compressionRatio + bytesPerRequest, 0);
  if (cost > pack.length) return false;
  await forEachConcurrently(changed, async ({ ref, number }) => {
    const bucket = await download(url, ref, (bytes, file) => readBucket(bytes, bits, file));
    if (bucket.number !== number)
      throw new FeedError('inconsistent', `${filePath(ref)} is bucket ${bucket.number}, not ${number}.`);
    await putFiles([['bucket', ref.sha256, bucket.tools]]);
  });
  // Last, since a stored index file promises that its buckets are stored.
  await putFiles(asIndexes(indexes));
  return true;
}

async function download<T>(
  url: string,
  ref: FileRef,
  read: (bytes: Uint8Array<ArrayBuffer>, file: string) => T,
  ending: 'json' | 'pack' = 'json',
): Promise<T> {
  const file = filePath(ref, ending);
  return read(await checkedBytes(await fetchFile(url, file, ref.length), ref, file), file);
}

async function forEachConcurrently<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
