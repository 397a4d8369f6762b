import * as z from 'zod/mini';
import { sha256, type FileRef } from './checked-file.ts';
import { FeedError } from './feed-error.ts';
import { bucketsPerFile, byIndexFile } from './layout.ts';
import { maxBytes } from './limits.ts';
import { fileRef } from './manifest.ts';
import { readJson } from './safe-json.ts';

const indexFile = z.array(z.nullable(fileRef));

/** The buckets of one index file in the order of their numbers; `null` is a bucket without tools. */
export type IndexFile = (FileRef | null)[];

/** The text of an index file, the same for the same buckets, so that a reader of the pack gets the same hash. */
export function indexText(buckets: IndexFile): string {
  return `${JSON.stringify(buckets.map((ref) => ref && { sha256: ref.sha256, length: ref.length }))}\n`;
}

/** Bytes in, the buckets that an index file lists out; throws a FeedError that names the file. */
export function readIndex(bytes: Uint8Array, bits: number, file: string): IndexFile {
  const read = indexFile.safeParse(readJson(bytes, file));
  if (!read.success) throw new FeedError('malformed', `${file} is not a list of buckets.`);
  const count = bucketsPerFile(bits);
  if (read.data.length !== count)
    throw new FeedError('malformed', `${file} lists ${read.data.length} buckets instead of ${count}.`);
  if (read.data.some((ref) => ref && ref.length > maxBytes.bucket))
    throw new FeedError('too-large', `${file} names a bucket larger than ${maxBytes.bucket} bytes.`);
  return read.data;
}

/** All buckets in order in, the index files that list them out, each with the SHA-256 it has in a feed. */
export function indexFiles(buckets: IndexFile, bits: number): Promise<(readonly [string, IndexFile])[]> {
  return Promise.all(
    byIndexFile(buckets, bits).map(
      async (file) => [await sha256(new TextEncoder().encode(indexText(file))), file] as const,
    ),
  );
}
