import { bucketAt } from '../../catalog/feed/layout.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { CatalogDb } from './database.ts';
import type { Layer } from './layer.ts';
import { layerReader } from './layer-files.ts';
import { inBucket } from './stored-file.ts';

/** The tools in one place of two versions of a layer, and the hash of the file they lay in before; none where the place is empty. */
export type ChangedBucket = { before: Tool[]; after: Tool[]; replaced: string | undefined };

/** Whether the buckets of two versions of a layer can be compared place by place. */
export function haveSamePlaces(before: Layer, after: Layer): boolean {
  return before.bits === after.bits && before.index.length === after.index.length;
}

/**
 * The buckets that differ between two versions of a layer with the same places, one after another: nothing is read of index
 * files and buckets that both have. Throws if a file is missing or damaged.
 */
export async function* changedBuckets(
  before: Layer,
  after: Layer,
  db: CatalogDb,
): AsyncGenerator<ChangedBucket> {
  const [old, next] = [layerReader(before, db), layerReader(after, db)];
  for (const [file, sha256] of after.index.entries()) {
    if (before.index[file] === sha256) continue;
    const [oldRefs, nextRefs] = await Promise.all([
      old.indexFile(before.index[file]!),
      next.indexFile(sha256),
    ]);
    for (const [place, ref] of nextRefs.entries()) {
      const oldRef = oldRefs[place];
      if (oldRef?.sha256 === ref?.sha256) continue;
      const number = bucketAt(file, place, after.bits);
      const read = async (hash: string | undefined, reader: typeof old) =>
        hash === undefined ? [] : inBucket(await reader.tools(hash), number, after.bits);
      const tools = await Promise.all([read(oldRef?.sha256, old), read(ref?.sha256, next)]);
      yield { before: tools[0], after: tools[1], replaced: oldRef?.sha256 };
    }
  }
}
