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
  const refs = read.data.filter((ref) => ref !== null);
  if (refs.some(({ length }) => length > maxBytes.bucket))
    throw new FeedError('too-large', `${file} names a bucket larger than ${maxBytes.bucket} bytes.`);
  if (refs.some(({ length }) => length === 0))
    throw new FeedError('malformed', `${file} names an empty bucket, which has no file.`);
  if (new Set(refs.map(({ sha256 }) => sha256)).size < refs.length)
    throw new FeedError('inconsistent', `${file} names a bucket twice.`);
  return read.data;
}

/** Whether an index file that was stored is still the one with this SHA-256. */
export async function isIndexFile(stored: unknown, hash: string): Promise<boolean> {
  const read = indexFile.safeParse(stored);
  return read.success && (await sha256(new TextEncoder().encode(indexText(read.data)))) === hash;
}

/** All buckets in order in, the index files that list them out, each with the SHA-256 it has in a feed. */
export function indexFiles(buckets: IndexFile, bits: number): Promise<(readonly [string, IndexFile])[]> {
  return Promise.all(
    byIndexFile(buckets, bits).map(
      async (file) => [await sha256(new TextEncoder().encode(indexText(file))), file] as const,
    ),
  );
}
