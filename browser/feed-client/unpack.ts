import { readBucket } from '../../catalog/feed/bucket.ts';
import { sha256 } from '../../catalog/feed/checked-file.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { indexFiles, type IndexFile } from '../../catalog/feed/index-file.ts';
import { bucketCount } from '../../catalog/feed/layout.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { putFiles } from '../catalog-db/layer-files.ts';
import { asIndexes, type NewFile } from '../catalog-db/stored-file.ts';

const batchSize = 500;

/**
 * Unpacks and stores a pack whose own hash was checked: a bucket a line, then the index files. Throws a FeedError if it
 * unpacks to more than the manifest says, or to other buckets than its index names.
 */
export async function unpack(
  pack: Uint8Array<ArrayBuffer>,
  { bits, index, pack: ref }: Manifest,
): Promise<void> {
  const buckets: IndexFile = Array.from({ length: bucketCount(bits) }, () => null);
  let batch: NewFile[] = [];
  for await (const line of lines(pack, ref.unpacked)) {
    const hash = await sha256(line);
    const { number, tools } = readBucket(line, bits, 'The pack');
    if (buckets[number]) throw new FeedError('inconsistent', `The pack has bucket ${number} twice.`);
    buckets[number] = { sha256: hash, length: line.length };
    batch.push(['bucket', hash, tools]);
    if (batch.length === batchSize) {
      await putFiles(batch);
      batch = [];
    }
  }
  await putFiles(batch);
  const indexes = await indexFiles(buckets, bits);
  if (indexes.some(([hash], at) => hash !== index[at]!.sha256))
    throw new FeedError('hash-mismatch', 'The pack has other buckets than the signed manifest names.');
  await putFiles(asIndexes(indexes));
}

/** The lines of gzipped bytes, each with its line break; throws a FeedError once more than `maxUnpacked` bytes unpack. */
async function* lines(
  packed: Uint8Array<ArrayBuffer>,
  maxUnpacked: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let [unpacked, lineLength] = [0, 0];
  try {
    for await (const chunk of stream) {
      unpacked += chunk.length;
      if (unpacked > maxUnpacked)
        throw new FeedError('too-large', 'The pack unpacks to more than the manifest says.');
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        yield joined([...parts, chunk.subarray(from, end + 1)]);
        [parts, lineLength, from] = [[], 0, end + 1];
      }
      parts.push(chunk.subarray(from));
      lineLength += chunk.length - from;
      if (lineLength > maxBytes.bucket)
        throw new FeedError('too-large', 'The pack has a line longer than a bucket may be.');
    }
  } catch (error) {
    throw error instanceof FeedError ? error : new FeedError('malformed', 'The pack cannot be unpacked.');
  }
  if (lineLength > 0) throw new FeedError('malformed', 'The pack ends in the middle of a line.');
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
