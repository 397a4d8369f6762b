import { sha256 } from '../../catalog/feed/checked-file.ts';
import { indexText, type IndexFile } from '../../catalog/feed/index-file.ts';
import { indexBits } from '../../catalog/feed/manifest.ts';

/** All buckets in order in, the index files that list them out, each with the hash it has in a feed. */
export function indexFiles(buckets: IndexFile, bits: number): Promise<(readonly [string, IndexFile])[]> {
  const width = 2 ** (bits - indexBits(bits));
  const files = Array.from({ length: 2 ** indexBits(bits) }, (_, at) =>
    buckets.slice(at * width, (at + 1) * width),
  );
  return Promise.all(
    files.map(async (file) => [await sha256(new TextEncoder().encode(indexText(file))), file] as const),
  );
}
