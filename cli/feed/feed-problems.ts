import { Readable } from 'node:stream';
import { readChanges } from '../../catalog/changes.ts';
import { filePath } from '../../catalog/feed/checked-file.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import { readTables } from '../../catalog/feed/tables.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { mergeProblems } from '../catalog/merge-problems.ts';
import { checkedBucket, checkedFile, filledBuckets, packLines } from './checked-parts.ts';
import { claimsIn } from './claims.ts';
import type { FeedReader } from './feed-reader.ts';
import { spill } from './spill.ts';

const concurrency = 16;

/** Reads every file that an accepted manifest names, and yields each problem in words as it is found. */
export async function* feedProblems(
  reader: FeedReader,
  manifest: Manifest,
  temporary: string,
): AsyncGenerator<string> {
  const { tables, changes, index, bits, tools } = manifest;
  const reference = await orFeedError(checkedFile(reader, tables, readTables));
  yield* messageOf(reference);
  if (changes) yield* messageOf(await orFeedError(checkedFile(reader, changes, readChanges)));
  const claims = claimsIn(temporary, index.length);
  const stored = spill(temporary, 'merged');
  let count = 0;
  for (const part of index.keys()) {
    const buckets = await orFeedError(filledBuckets(reader, manifest, part));
    yield* messageOf(buckets);
    if (buckets instanceof FeedError) continue;
    const checked = Readable.from(buckets).map(
      (bucket: (typeof buckets)[number]) => orFeedError(checkedBucket(reader, bucket, bits)),
      { concurrency },
    );
    for await (const found of checked as AsyncIterable<Tool[] | FeedError>) {
      yield* messageOf(found);
      if (found instanceof FeedError) continue;
      for (const tool of found) {
        claims.add(tool, tool.id);
        stored.add(part, JSON.stringify(tool));
      }
      count += found.length;
    }
  }
  const claimed = [...claims.problems()];
  yield* claimed;
  // Where two tools claim one page, readers refuse the feed for that alone.
  if (!(reference instanceof FeedError) && claimed.length === 0)
    yield* await mergeProblems(reference, storedTools(stored, index.length));
  if (count !== tools) yield `The manifest says ${tools} tools; its buckets hold ${count}.`;
  yield* messageOf(await orFeedError(checkPack(reader, manifest)));
}

function* storedTools(
  stored: ReturnType<typeof spill>,
  parts: number,
): Generator<{ file: string; tool: Tool }> {
  for (let part = 0; part < parts; part++)
    for (const line of stored.lines(part)) {
      const tool = JSON.parse(line) as Tool;
      yield { file: `tool ${tool.id}`, tool };
    }
}

/** Throws a FeedError unless the lines of the pack are the buckets, all of them and in order. */
async function checkPack(reader: FeedReader, manifest: Manifest): Promise<void> {
  const { pack, index } = manifest;
  const lines = packLines(await reader.stream(filePath(pack, 'pack')), pack);
  try {
    for (const part of index.keys())
      for (const { sha256, number } of await filledBuckets(reader, manifest, part)) {
        const line: IteratorResult<string, void> = await lines.next();
        if (line.value !== sha256)
          throw new FeedError(
            'inconsistent',
            `The pack holds something else where bucket ${number} belongs.`,
          );
      }
    if (!(await lines.next()).done)
      throw new FeedError('inconsistent', 'The pack holds more lines than there are buckets.');
  } finally {
    // The rest of it need not be fetched.
    await lines.return(undefined);
  }
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
