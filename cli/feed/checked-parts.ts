import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { bucketText, readBucket } from '../../catalog/feed/bucket.ts';
import { checkedBytes, filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { indexText, readIndex } from '../../catalog/feed/index-file.ts';
import { bucketAt } from '../../catalog/feed/layout.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { textOf, type FeedReader } from './feed-reader.ts';

const newline = 10;

/** A file that a manifest names, read after its bytes were checked; throws a FeedError. */
export async function checkedFile<T>(
  reader: FeedReader,
  ref: FileRef,
  read: (bytes: Uint8Array<ArrayBuffer>, file: string) => T,
): Promise<T> {
  const file = filePath(ref);
  return read(await checkedBytes(await reader.bytes(file, ref.length), ref, file), file);
}

/** A bucket's file and its number. */
export type BucketRef = FileRef & { number: number };

/** The buckets with tools of an index file, which must be written in the one way that a reader of the pack can rebuild; throws a FeedError. */
export function filledBuckets(
  reader: FeedReader,
  { index, bits }: Manifest,
  part: number,
): Promise<BucketRef[]> {
  return checkedFile(reader, index[part]!, (bytes, file) => {
    const buckets = readIndex(bytes, bits, file);
    if (indexText(buckets) !== textOf(bytes))
      throw new FeedError('malformed', `${file} is not written as an index is.`);
    return buckets.flatMap((ref, place) => (ref ? [{ ...ref, number: bucketAt(part, place, bits) }] : []));
  });
}

/** The tools of a bucket, which must be written in the one canonical way; throws a FeedError. */
export function checkedBucket(reader: FeedReader, bucket: BucketRef, bits: number): Promise<Tool[]> {
  return checkedFile(reader, bucket, (bytes, file) => {
    const { number, tools } = readBucket(bytes, bits, file);
    if (number !== bucket.number)
      throw new FeedError(
        'inconsistent',
        `${file} is bucket ${number}; the index names it as ${bucket.number}.`,
      );
    const text = textOf(bytes);
    if (bucketText(JSON.parse(text) as { id: string }[]) !== text)
      throw new FeedError('malformed', `${file} is not written as a bucket is: one line, sorted by id.`);
    return tools;
  });
}

/** The SHA-256 of each line of a pack as it streams in; after the last one the pack's own hash and lengths are checked. Throws a FeedError. */
export async function* packLines(source: Readable, pack: Manifest['pack']): AsyncGenerator<string> {
  const whole = createHash('sha256');
  let [length, unpacked] = [0, 0];
  source.on('data', (part: Buffer) => {
    whole.update(part);
    length += part.length;
  });
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  let [line, isOpen] = [createHash('sha256'), false];
  try {
    for await (const part of gunzip as AsyncIterable<Buffer>) {
      unpacked += part.length;
      if (unpacked > pack.unpacked)
        throw new FeedError('too-large', 'The pack unpacks to more than the manifest says.');
      let from = 0;
      for (let end = part.indexOf(newline); end >= 0; end = part.indexOf(newline, from)) {
        yield line.update(part.subarray(from, end + 1)).digest('hex');
        [line, isOpen, from] = [createHash('sha256'), false, end + 1];
      }
      line.update(part.subarray(from));
      isOpen ||= from < part.length;
    }
  } catch (error) {
    throw error instanceof FeedError ? error : new FeedError('malformed', 'The pack cannot be unpacked.');
  } finally {
    source.destroy();
  }
  if (isOpen) throw new FeedError('malformed', 'The pack breaks off.');
  if (length !== pack.length || whole.digest('hex') !== pack.sha256)
    throw new FeedError('hash-mismatch', 'The pack is not what the manifest names: its SHA-256 differs.');
  if (unpacked !== pack.unpacked)
    throw new FeedError('hash-mismatch', 'The pack unpacks to less than the manifest says.');
}
