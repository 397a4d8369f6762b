import { readBucket } from '../../catalog/feed/bucket.ts';
import { sha256 } from '../../catalog/feed/checked-file.ts';
import { indexFiles, type IndexFile } from '../../catalog/feed/index-file.ts';
import { bucketCount } from '../../catalog/feed/layout.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { putFiles } from '../catalog-db/files.ts';

const batchSize = 500;

/**
 * Unpacks a pack whose own hash was checked: a bucket a line, each kept under its hash, then the index files. Throws a
 * Refusal if it unpacks to more than the manifest says, or to other buckets than its index names.
 */
export async function unpack(
  pack: Uint8Array<ArrayBuffer>,
  { bits, index, pack: ref }: Manifest,
): Promise<void> {
  const buckets: IndexFile = Array.from({ length: bucketCount(bits) }, () => null);
  let batch: [string, Tool[]][] = [];
  for await (const line of lines(pack, ref.unpacked)) {
    const hash = await sha256(line);
    const { number, tools } = readBucket(line, bits, 'The pack');
    if (buckets[number]) throw new FeedError('The pack has a bucket twice.');
    buckets[number] = { sha256: hash, length: line.length };
    batch.push([hash, tools]);
    if (batch.length === batchSize) {
      await putFiles(batch);
      batch = [];
    }
  }
  await putFiles(batch);
  const made = await indexFiles(buckets, bits);
  if (made.some(([hash], at) => hash !== index[at]!.sha256))
    throw new FeedError('The pack holds other buckets than the signed manifest names.');
  await putFiles(made);
}

/** The lines of gzipped bytes, each with its end, while at most `most` bytes unpack. */
async function* lines(
  packed: Uint8Array<ArrayBuffer>,
  most: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  let open: Uint8Array<ArrayBuffer>[] = [];
  let [length, openLength] = [0, 0];
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new FeedError('The pack cannot be unpacked.');
    });
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new FeedError(`The pack unpacks to more than the ${most} bytes that the manifest says.`);
    }
    let from = 0;
    for (let end = value.indexOf(10); end >= 0; end = value.indexOf(10, from)) {
      yield joined([...open, value.subarray(from, end + 1)]);
      open = [];
      openLength = 0;
      from = end + 1;
    }
    open.push(value.subarray(from));
    openLength += value.length - from;
    if (openLength > maxBytes.bucket) throw new FeedError('The pack has a line longer than a bucket may be.');
  }
  if (openLength > 0) throw new FeedError('The pack breaks off.');
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
