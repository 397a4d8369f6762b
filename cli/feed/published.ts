import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { bucketNumber } from '../../catalog/buckets.ts';
import { readBucket } from '../../catalog/feed/bucket.ts';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import { readIndex, type IndexFile } from '../../catalog/feed/index-file.ts';
import { readStatements, type KeyStatement } from '../../catalog/feed/key-chain.ts';
import { placeOf, sameTools } from '../../catalog/feed/layout.ts';
import { fileRef, restart } from '../../catalog/feed/manifest.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { CliError } from '../cli-error.ts';
import { readFile } from '../read-file.ts';

// What a publisher needs of their own manifest, without a reader's limits, which would refuse a larger feed.
const published = z.object({
  feed: z.string(),
  name: z.string(),
  version: z.number(),
  published: z.string(),
  bits: z.number(),
  index: z.array(fileRef),
  tables: fileRef,
  pack: z.object({ ...fileRef.shape, unpacked: z.number() }),
  changes: z.optional(fileRef),
  restart: z.optional(restart),
});

/** The manifest of a published feed, as far as the next version depends on it. */
export type Published = z.infer<typeof published>;

export function isFeed(folder: string): boolean {
  return existsSync(join(folder, 'manifest.json'));
}

/** The manifest of the feed in a folder; throws a CliError if there is none. */
export function publishedIn(folder: string): Published {
  const file = join(folder, 'manifest.json');
  if (!isFeed(folder)) throw new CliError(`${folder} is not a feed (no manifest.json)`);
  try {
    return published.parse(JSON.parse(readFile(file).toString()));
  } catch {
    throw new CliError(`${file} is not the manifest of a feed`);
  }
}

/** The bytes of a file that a manifest names; throws a CliError if it is missing. */
export function bytesOf(folder: string, ref: FileRef): Buffer<ArrayBuffer> {
  const file = join(folder, filePath(ref));
  if (!existsSync(file)) throw new CliError(`${file} is missing, and the manifest beside it names it`);
  return readFile(file);
}

/** The statements in a folder's `keys.json`; none if there is no such file. */
export function statementsIn(folder: string): KeyStatement[] {
  const file = join(folder, 'keys.json');
  return existsSync(file) ? readStatements(readFile(file), file) : [];
}

const maxFilesInMemory = 8;

/** The buckets of a published feed, each read when it is needed. */
export function publishedBuckets(folder: string, { bits: ownBits, index }: Published) {
  const files = new Map<number, IndexFile>();
  const refOf = (number: number): FileRef | null => {
    const { file, place } = placeOf(number, ownBits);
    const ref = index[file]!;
    const read = files.get(file) ?? readIndex(bytesOf(folder, ref), ownBits, filePath(ref));
    files.set(file, read);
    if (files.size > maxFilesInMemory) files.delete(files.keys().next().value!);
    return read[place]!;
  };
  const toolsOf = (ref: FileRef | null) =>
    ref ? readBucket(bytesOf(folder, ref), ownBits, filePath(ref)).tools : [];
  return {
    ref: refOf,
    /** One tool: two small files are read, however many tools there are. Nothing if it is not in the feed. */
    tool: (id: string) => toolsOf(refOf(bucketNumber(id, ownBits))).find((tool) => tool.id === id),
    /** The tools that would lie in the bucket of that number if there were 2^bits buckets. */
    tools(number: number, bits: number): Tool[] {
      // With fewer buckets than before, several old ones make up this one.
      const tools = sameTools(number, bits, ownBits).flatMap((old) => toolsOf(refOf(old)));
      return tools.filter(({ id }) => bucketNumber(id, bits) === number).toArray();
    },
  };
}
