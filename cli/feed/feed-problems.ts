import { readChanges } from '../../catalog/changes.ts';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import { bucketAt } from '../../catalog/feed/layout.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { readTables } from '../../catalog/feed/tables.ts';
import { checkedBucket, checkedFile, checkedIndex, packLines } from './checked-parts.ts';
import { claimsIn } from './claims.ts';
import type { FeedReader } from './feed-reader.ts';

const batchSize = 16;

/** Reads every file that an accepted manifest names, and yields each problem in words as it is found. */
export async function* feedProblems(
  reader: FeedReader,
  manifest: Manifest,
  temporary: string,
): AsyncGenerator<string> {
  const { tables, changes, index, bits, tools } = manifest;
  yield* messageOf(await orFeedError(checkedFile(reader, tables, readTables)));
  if (changes) yield* messageOf(await orFeedError(checkedFile(reader, changes, readChanges)));
  const claims = claimsIn(temporary, index.length);
  let count = 0;
  for (const [part, ref] of index.entries()) {
    const refs = await orFeedError(bucketRefs(reader, ref, bits, part));
    yield* messageOf(refs);
    if (refs instanceof FeedError) continue;
    for (let from = 0; from < refs.length; from += batchSize) {
      const batch = refs.slice(from, from + batchSize);
      const all = batch.map((bucket) => orFeedError(checkedBucket(reader, bucket.ref, bits, bucket.number)));
      for (const found of await Promise.all(all)) {
        yield* messageOf(found);
        if (found instanceof FeedError) continue;
        for (const tool of found) claims.add(tool, tool.id);
        count += found.length;
      }
    }
  }
  yield* claims.problems();
  if (count !== tools) yield `The manifest says ${tools} tools; its buckets hold ${count}.`;
  yield* messageOf(await orFeedError(checkPack(reader, manifest)));
}

/** Throws a FeedError unless the lines of the pack are the buckets, all of them and in order. */
async function checkPack(reader: FeedReader, { pack, index, bits }: Manifest): Promise<void> {
  const lines = packLines(await reader.stream(filePath(pack, 'pack')), pack);
  try {
    for (const [part, indexRef] of index.entries()) {
      for (const { ref, number } of await bucketRefs(reader, indexRef, bits, part)) {
        const line: IteratorResult<string, void> = await lines.next();
        if (line.value !== ref.sha256)
          throw new FeedError(
            'inconsistent',
            `The pack holds something else where bucket ${number} belongs.`,
          );
      }
    }
    if (!(await lines.next()).done)
      throw new FeedError('inconsistent', 'The pack holds more lines than there are buckets.');
  } finally {
    // The rest of it need not be fetched.
    await lines.return(undefined);
  }
}

async function bucketRefs(
  reader: FeedReader,
  indexRef: FileRef,
  bits: number,
  part: number,
): Promise<{ ref: FileRef; number: number }[]> {
  const buckets = await checkedIndex(reader, indexRef, bits);
  return buckets.flatMap((ref, place) => (ref ? [{ ref, number: bucketAt(part, place, bits) }] : []));
}

function* messageOf(found: unknown): Generator<string> {
  if (found instanceof FeedError) yield found.message;
}

async function orFeedError<T>(work: Promise<T>): Promise<T | FeedError> {
  return work.catch((error: unknown) => {
    if (error instanceof FeedError) return error;
    throw error;
  });
}
