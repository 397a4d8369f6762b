import { readBucket } from '../../catalog/feed/bucket.ts';
import type { ListedBucket } from '../../catalog/feed/bucket-list.ts';
import { sha256 } from '../../catalog/feed/checked-file.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { putFiles } from '../catalog-db/layer-files.ts';
import type { NewFile } from '../catalog-db/stored-file.ts';
import { chunksOf } from './aborting.ts';

type Bytes = Uint8Array<ArrayBuffer>;

// Written together, since a transaction costs more than a bucket; few enough for memory.
const batch = { files: 500, bytes: 2_000_000 };
// Unpacked at a time: gzip makes at most a thousand times as much of it (zlib's documentation), whoever packed it.
const sliceBytes = 4_096;
const newline = 10;

/**
 * Unpacks a pack as it arrives and stores its lines, each of which must be the next one of the listed buckets. Nothing is
 * parsed before its hash was checked. Throws a FeedError, or the signal's reason.
 */
export async function unpack(
  pack: AsyncIterable<Bytes>,
  buckets: readonly ListedBucket[],
  bits: number,
  signal: AbortSignal,
): Promise<void> {
  const rest = buckets.values();
  let files: NewFile[] = [];
  let bytes = 0;
  const store = async () => {
    signal.throwIfAborted();
    await putFiles(files);
    [files, bytes] = [[], 0];
  };
  const lines = linesOf(unpacked(pack, signal), buckets, signal);
  for await (const line of lines) {
    const { ref, number } = rest.next().value!;
    if ((await sha256(line)) !== ref.sha256) throw otherBuckets();
    const bucket = readBucket(line, bits, 'The pack');
    if (bucket.number !== number)
      throw new FeedError('inconsistent', `The pack has bucket ${bucket.number} in place of ${number}.`);
    files.push(['bucket', ref.sha256, bucket.tools]);
    bytes += line.length;
    if (files.length === batch.files || bytes >= batch.bytes) await store();
  }
  await store();
}

/** Bytes as they unpack, cut into lines as long as the buckets are; throws a FeedError where there is more or less. */
async function* linesOf(
  chunks: AsyncIterable<Bytes>,
  buckets: readonly ListedBucket[],
  signal: AbortSignal,
): AsyncGenerator<Bytes> {
  const rest = buckets.values();
  const nextLine = () => new Uint8Array(rest.next().value?.ref.length ?? 0);
  let [line, filled] = [nextLine(), 0];
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    for (let from = 0; from < chunk.length;) {
      if (line.length === 0) throw otherBuckets();
      const part = chunk.subarray(from, from + line.length - filled);
      line.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled < line.length) continue;
      if (line.indexOf(newline) !== line.length - 1) throw otherBuckets();
      yield line;
      [line, filled] = [nextLine(), 0];
    }
  }
  if (line.length > 0)
    throw new FeedError('malformed', 'The pack ends before the last bucket of the signed manifest.');
}

async function* unpacked(pack: AsyncIterable<Bytes>, signal: AbortSignal): AsyncGenerator<Bytes> {
  const slices = slicesOf(pack);
  const packed = new ReadableStream<Bytes>({
    pull: async (controller) => {
      const next = await slices.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await slices.return(undefined)),
  });
  try {
    yield* chunksOf(packed.pipeThrough(new DecompressionStream('gzip')), signal);
  } catch (error) {
    if (signal.aborted || error instanceof FeedError) throw error;
    throw new FeedError('malformed', 'The pack cannot be unpacked.');
  }
}

async function* slicesOf(chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += sliceBytes) yield chunk.subarray(at, at + sliceBytes);
}

function otherBuckets(): FeedError {
  return new FeedError('hash-mismatch', 'The pack has other buckets than the signed manifest names.');
}
