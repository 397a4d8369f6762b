import { bucketText } from '../../catalog/feed/bucket.ts';
import type { FileRef } from '../../catalog/feed/checked-file.ts';
import { indexText } from '../../catalog/feed/index-file.ts';
import { bucketAt, bucketsPerFile, indexFileCount } from '../../catalog/feed/layout.ts';
import { maxBytes } from '../../catalog/feed/limits.ts';
import type { Manifest } from '../../catalog/feed/manifest.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { CliError } from '../cli-error.ts';
import type { ContentFiles } from './content-files.ts';

/** One bucket as it was written; without any tool its `ref` is null. */
export type Bucket = { number: number; ref: FileRef | null; tools: readonly Tool[] };

/** Writes buckets, index files and pack, the tools of one index file at a time; `onIndex` gets each index file with its buckets. */
export async function bucketFiles(
  bits: number,
  bucketsOf: (part: number) => Map<number, Tool[]>,
  files: ContentFiles,
  onIndex?: (part: number, ref: FileRef, buckets: readonly Bucket[]) => void,
): Promise<Pick<Manifest, 'index' | 'pack'>> {
  const index: FileRef[] = [];
  function* bucketTexts() {
    for (let part = 0; part < indexFileCount(bits); part += 1) {
      const filled = bucketsOf(part);
      const buckets: Bucket[] = [];
      for (let place = 0; place < bucketsPerFile(bits); place += 1) {
        const number = bucketAt(part, place, bits);
        const tools = filled.get(number) ?? [];
        const text = bucketText(tools);
        if (tools.length) yield text;
        buckets.push({ number, tools, ref: tools.length ? withinLimit(files.write(text), tools) : null });
      }
      const ref = files.write(indexText(buckets.map(({ ref }) => ref)));
      index.push(ref);
      onIndex?.(part, ref, buckets);
    }
  }
  return { pack: await files.pack(bucketTexts()), index };
}

function withinLimit(ref: FileRef, tools: readonly Tool[]): FileRef {
  if (ref.length <= maxBytes.bucket) return ref;
  const bucket = `The tools ${tools.map(({ id }) => id).join(', ')} make a bucket of ${ref.length} bytes`;
  throw new CliError(`${bucket}; a reader takes at most ${maxBytes.bucket}`);
}
