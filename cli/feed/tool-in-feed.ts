import { bucketNumber } from '../../catalog/buckets.ts';
import { readBucket } from '../../catalog/feed/bucket.ts';
import { filePath } from '../../catalog/feed/checked-file.ts';
import { readIndex } from '../../catalog/feed/index-file.ts';
import { placeOf } from '../../catalog/feed/layout.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { bytesOf, publishedIn } from './published.ts';

/** One tool of a feed in a folder: three small files are read, however many tools there are. Nothing if it is not in it. */
export function toolInFeed(folder: string, id: string): Tool | undefined {
  const { bits, index } = publishedIn(folder);
  const { file, place } = placeOf(bucketNumber(id, bits), bits);
  const indexRef = index[file]!;
  const ref = readIndex(bytesOf(folder, indexRef), bits, filePath(indexRef))[place];
  if (!ref) return undefined;
  return readBucket(bytesOf(folder, ref), bits, filePath(ref)).tools.find((tool) => tool.id === id);
}
