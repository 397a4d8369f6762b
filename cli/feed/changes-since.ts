import { changesOf, mergedChanges, readChanges, type Change } from '../../catalog/changes.ts';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { Bucket } from './bucket-files.ts';
import { earlierBuckets } from './previous-buckets.ts';
import { bytesOf, type Published } from './published.ts';

// Enough that sorting is rare, few enough that a version in which all is different is held too.
const mostHeld = 5_000;

/** What is new against a published feed, found bucket by bucket; `date` is the day of the new version. */
export function changesSince(
  { folder, manifest }: { folder: string; manifest: Published },
  bits: number,
  date: string,
  words: Reference,
) {
  const earlier = earlierBuckets(folder, manifest);
  const known = manifest.changes;
  const before = known ? readChanges(bytesOf(folder, known), filePath(known)) : [];
  let found: Change[] = [];
  return {
    see(part: number, index: FileRef, buckets: readonly Bucket[]) {
      if (bits === manifest.bits && index.sha256 === manifest.index[part]!.sha256) return;
      for (const { number, ref, tools } of buckets) {
        if (bits === manifest.bits && earlier.ref(number)?.sha256 === ref?.sha256) continue;
        found.push(...changesOfBucket(earlier.tools(number, bits), tools, date, words));
        if (found.length > mostHeld) found = mergedChanges(found, [], date);
      }
    },
    /** The changes of earlier versions too, newest first. */
    all: (): Change[] => mergedChanges(before, found, date),
  };
}

function changesOfBucket(
  before: readonly Tool[],
  after: readonly Tool[],
  date: string,
  words: Reference,
): Change[] {
  const ids = new Set([...before, ...after].map(({ id }) => id));
  const one = (tools: readonly Tool[], id: string) => tools.find((tool) => tool.id === id);
  return [...ids].flatMap((id) => changesOf(one(before, id), one(after, id), date, words));
}
