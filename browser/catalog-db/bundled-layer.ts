import { bucketNumber } from '../../catalog/buckets.ts';
import { bucketText } from '../../catalog/feed/bucket.ts';
import { sha256 } from '../../catalog/feed/checked-file.ts';
import { indexFiles, type IndexFile } from '../../catalog/feed/index-file.ts';
import { bitsFor, bucketCount } from '../../catalog/feed/layout.ts';
import type { Catalog } from '../../catalog/read-catalog.ts';
import type { Layer } from './layer.ts';
import { putFile, putFiles } from './files.ts';

/**
 * Puts the package's own catalog among the stored files, cut into the very buckets that its feed publishes, so that the
 * first update fetches only what differs. Gives its layer; nothing comes into force by that.
 */
export async function storeBundledLayer({
  feed,
  name,
  version,
  published,
  reference,
  tools,
}: Catalog): Promise<Layer> {
  const bits = bitsFor(tools.length);
  const buckets: IndexFile = Array.from({ length: bucketCount(bits) }, () => null);
  const groups = Map.groupBy(tools, ({ id }) => bucketNumber(id, bits));
  const files = await Promise.all(
    [...groups].map(async ([number, group]) => {
      const bytes = new TextEncoder().encode(bucketText(group));
      const ref = { sha256: await sha256(bytes), length: bytes.length };
      buckets[number] = ref;
      return [ref.sha256, group] as const;
    }),
  );
  const indexes = await indexFiles(buckets, bits);
  const tables = await sha256(new TextEncoder().encode(JSON.stringify(reference)));
  await putFile(tables, reference);
  await putFiles([...files, ...indexes]);
  const index = indexes.map(([hash]) => hash);
  return { feed, name, version, published, tools: tools.length, bits, index, tables };
}
