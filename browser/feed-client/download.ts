import { readBucket } from '../../catalog/feed/bucket.ts';
import { checkedBytes, filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import { readIndex, type IndexFile } from '../../catalog/feed/index-file.ts';
import { bucketAt } from '../../catalog/feed/layout.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { readTables } from '../../catalog/feed/tables.ts';
import type { Verified } from '../../catalog/feed/verified-manifest.ts';
import type { Layer } from '../catalog-db/layer.ts';
import { fetchFile } from './fetch-file.ts';
import { putFile, putFiles, missingFiles } from '../catalog-db/files.ts';
import { unpack } from './unpack.ts';

const concurrency = 6;
// One request costs about as much as so many bytes of the pack.
const bytesPerRequest = 1_000;
// JSON of tools shrinks to about a quarter, which the pack already did and a bucket does on its way.
const compressionRatio = 4;

/**
 * Fetches what is not kept yet of a verified manifest's files and keeps each once its hash fits; gives the layer, in force
 * only after a switch. The pack at first, later the changed buckets, whichever is less. Throws a Refusal.
 */
export async function downloadLayer(
  url: string,
  { manifest, sha256 }: Verified,
  isFirst: boolean,
): Promise<Layer> {
  const { feed, name, version, published, expires, tools, bits, tables } = manifest;
  if ((await missingFiles([tables.sha256])).size > 0)
    await putFile(tables.sha256, await download(url, tables, readTables));
  const layer: Layer = {
    ...{ feed, name, version, published, expires, manifest: sha256, tools, bits },
    index: manifest.index.map((ref) => ref.sha256),
    tables: tables.sha256,
  };
  if (isFirst || !(await downloadBuckets(url, manifest)))
    await unpack(await download(url, manifest.pack, (bytes) => bytes, 'pack'), manifest);
  return layer;
}

/** Fetches the changed buckets and then the index files that name them; gives false, with nothing of them fetched, if the pack is less. */
async function downloadBuckets(url: string, { index, bits, pack }: Manifest): Promise<boolean> {
  const wanted = await missingFiles(index.map(({ sha256 }) => sha256));
  if (wanted.size * bytesPerRequest > pack.length) return false;
  const indexes: [string, IndexFile][] = [];
  const buckets: { ref: FileRef; number: number }[] = [];
  await forEachConcurrently([...index.entries()], async ([file, ref]) => {
    if (!wanted.has(ref.sha256)) return;
    const listed = await download(url, ref, (bytes, path) => readIndex(bytes, bits, path));
    indexes.push([ref.sha256, listed]);
    for (const [place, ref] of listed.entries())
      if (ref) buckets.push({ ref, number: bucketAt(file, place, bits) });
  });
  const missing = await missingFiles(buckets.map(({ ref }) => ref.sha256));
  const changed = buckets.filter(({ ref }) => missing.has(ref.sha256));
  const cost = changed.reduce((sum, { ref }) => sum + ref.length / compressionRatio + bytesPerRequest, 0);
  if (cost > pack.length) return false;
  await forEachConcurrently(changed, async ({ ref, number }) => {
    const bucket = await download(url, ref, (bytes, file) => readBucket(bytes, bits, file));
    if (bucket.number !== number) throw new FeedError(`${filePath(ref)} is not the bucket of its place.`);
    await putFile(ref.sha256, bucket.tools);
  });
  // The index files come last: one that is kept promises that its buckets are.
  await putFiles(indexes);
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
