import { bucketText, readBucket } from '../../catalog/feed/bucket.ts';
import { checkedBytes, filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import { indexText, readIndex, type IndexFile } from '../../catalog/feed/index-file.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { FeedReader } from './feed-reader.ts';

/** A file that a manifest names, its bytes checked and then read. Throws a Refusal. */
export async function checkedFile<T>(
  reader: FeedReader,
  ref: FileRef,
  read: (bytes: Uint8Array<ArrayBuffer>, file: string) => T,
): Promise<T> {
  const file = filePath(ref);
  return read(await checkedBytes(await reader.bytes(file, ref.length), ref, file), file);
}

/** The buckets of an index file, which is written in the one way that a reader of the pack can make again. Throws a Refusal. */
export function checkedIndex(reader: FeedReader, ref: FileRef, bits: number): Promise<IndexFile> {
  return checkedFile(reader, ref, (bytes, file) => {
    const buckets = readIndex(bytes, bits, file);
    if (indexText(buckets) !== textOf(bytes)) throw new FeedError(`${file} is not written as an index is.`);
    return buckets;
  });
}

/** The tools of the bucket of that number, which is written in the one way that two publishers agree on. Throws a Refusal. */
export function checkedBucket(
  reader: FeedReader,
  ref: FileRef,
  bits: number,
  number: number,
): Promise<Tool[]> {
  return checkedFile(reader, ref, (bytes, file) => {
    const read = readBucket(bytes, bits, file);
    if (read.number !== number)
      throw new FeedError(`${file} is bucket ${read.number}; the index names it as ${number}.`);
    const text = textOf(bytes);
    if (bucketText(JSON.parse(text) as { id: string }[]) !== text)
      throw new FeedError(`${file} is not written as a bucket is: one line, sorted by id.`);
    return read.tools;
  });
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
