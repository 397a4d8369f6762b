import { readBucket, toolBucket } from '../../catalog/feed/bucket.ts';
import { filePath } from '../../catalog/feed/checked-file.ts';
import { readIndex } from '../../catalog/feed/index-file.ts';
import { indexBits } from '../../catalog/feed/manifest.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { bytesOf, publishedIn } from './published.ts';

/** One tool of a feed in a folder: three small files are read, however many tools there are. Nothing if it is not in it. */
export function toolInFeed(folder: string, id: string): Tool | undefined {
  const { bits, index } = publishedIn(folder);
  const number = toolBucket(id, bits);
  const width = 2 ** (bits - indexBits(bits));
  const indexRef = index[Math.floor(number / width)]!;
  const ref = readIndex(bytesOf(folder, indexRef), bits, filePath(indexRef))[number % width];
  if (!ref) return undefined;
  return readBucket(bytesOf(folder, ref), bits, filePath(ref)).tools.find((tool) => tool.id === id);
}
