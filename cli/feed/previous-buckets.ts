import { readBucket, toolBucket } from '../../catalog/feed/bucket.ts';
import { filePath, type FileRef } from '../../catalog/feed/checked-file.ts';
import { readIndex, type IndexFile } from '../../catalog/feed/index-file.ts';
import { indexBits } from '../../catalog/feed/manifest.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { bytesOf, type Published } from './published.ts';

const mostFilesHeld = 8;

/** The buckets of a published feed, read as they are asked for. */
export function earlierBuckets(folder: string, { bits: ownBits, index }: Published) {
  const held = new Map<number, IndexFile>();
  const width = 2 ** (ownBits - indexBits(ownBits));
  const indexFile = (part: number): IndexFile => {
    const known = held.get(part);
    if (known) return known;
    if (held.size === mostFilesHeld) held.delete(held.keys().next().value!);
    const ref = index[part]!;
    const read = readIndex(bytesOf(folder, ref), ownBits, filePath(ref));
    held.set(part, read);
    return read;
  };
  const refOf = (number: number): FileRef | null => indexFile(Math.floor(number / width))[number % width]!;
  return {
    ref: refOf,
    /** The tools that would lie in the bucket of that number if there were 2^bits of them. */
    tools(number: number, bits: number): Tool[] {
      const tools: Tool[] = [];
      // Where there are fewer buckets now, several of the old ones went into this one.
      const step = 2 ** Math.min(bits, ownBits);
      for (let old = number % step; old < 2 ** ownBits; old += step) {
        const ref = refOf(old);
        if (ref) tools.push(...readBucket(bytesOf(folder, ref), ownBits, filePath(ref)).tools);
      }
      return tools.filter(({ id }) => toolBucket(id, bits) === number);
    },
  };
}
