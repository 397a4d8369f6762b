import { changesOf, mergedChanges, readChanges, type Change } from '../../catalog/changes.ts';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { Bucket } from './bucket-files.ts';
import type { PreviousFeed } from './previous-feed.ts';
import { publishedBuckets, bytesOf } from './published.ts';

// Enough that merging is rare, few enough for a version in which everything changed.
const maxInMemory = 5_000;

const withId = (tools: readonly Tool[], id: string) => tools.find((tool) => tool.id === id);

/** What is new against a published feed, found bucket by bucket; `date` is the day of the new version. */
export function changesSince(
  { folder, manifest }: PreviousFeed,
  bits: number,
  date: string,
  reference: Reference,
) {
  const previous = publishedBuckets(folder, manifest);
  const known = manifest.changes;
  const before = known ? readChanges(bytesOf(folder, known), filePath(known)) : [];
  let found: Change[] = [];
  return {
    add(part: number, index: FileRef, buckets: readonly Bucket[]) {
      if (bits === manifest.bits && index.sha256 === manifest.index[part]!.sha256) return;
      for (const { number, ref, tools } of buckets) {
        if (bits === manifest.bits && previous.ref(number)?.sha256 === ref?.sha256) continue;
        const old = previous.tools(number, bits);
        for (const id of new Set([...old, ...tools].map((tool) => tool.id)))
          found.push(...changesOf(withId(old, id), withId(tools, id), date, reference));
        if (found.length > maxInMemory) found = mergedChanges(found, [], date);
      }
    },
    /** The changes of earlier versions too, newest first. */
    all: (): Change[] => mergedChanges(before, found, date),
  };
}
