import { bucketNumber } from '../../catalog/buckets.ts';
import { readBucket } from '../../catalog/feed/bucket.ts';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import { readIndex, type IndexFile } from '../../catalog/feed/index-file.ts';
import { placeOf, sameTools } from '../../catalog/feed/layout.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { bytesOf, type Published } from './published.ts';

const mostFilesHeld = 8;

/** The buckets of a published feed, read as they are asked for. */
export function earlierBuckets(folder: string, { bits: ownBits, index }: Published) {
  const held = new Map<number, IndexFile>();
  const indexFile = (part: number): IndexFile => {
    const known = held.get(part);
    if (known) return known;
    if (held.size === mostFilesHeld) held.delete(held.keys().next().value!);
    const ref = index[part]!;
    const read = readIndex(bytesOf(folder, ref), ownBits, filePath(ref));
    held.set(part, read);
    return read;
  };
  const refOf = (number: number): FileRef | null => {
    const { file, place } = placeOf(number, ownBits);
    return indexFile(file)[place]!;
  };
  return {
    ref: refOf,
    /** The tools that would lie in the bucket of that number if there were 2^bits of them. */
    tools(number: number, bits: number): Tool[] {
      const tools: Tool[] = [];
      // Where there are fewer buckets now, several of the old ones went into this one.
      for (const old of sameTools(number, bits, ownBits)) {
        const ref = refOf(old);
        if (ref) tools.push(...readBucket(bytesOf(folder, ref), ownBits, filePath(ref)).tools);
      }
      return tools.filter(({ id }) => bucketNumber(id, bits) === number);
    },
  };
}
