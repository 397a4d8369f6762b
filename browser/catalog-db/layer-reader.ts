import { bucketNumber } from '../../catalog/buckets.ts';
import type { IndexFile } from '../../catalog/feed/index-file.ts';
import { placeOf } from '../../catalog/feed/layout.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import type { CatalogDb } from './database.ts';
import type { Layer } from './layer.ts';

/** What can be asked of one stored layer: the hashes of its buckets, and its tools. Throws if a file of it is gone. */
export type LayerReader = {
  buckets(): AsyncGenerator<string>;
  tools(bucket: string): Promise<Tool[]>;
  /** All tools, an index file's at a time: as many as are quick to read at once and few enough to hold. */
  allTools(): AsyncGenerator<Tool[]>;
  tool(id: string): Promise<Tool | undefined>;
};

/** A reader of one layer; an index file is read once and kept while the reader lives. */
export function layerReader({ bits, index }: Pick<Layer, 'bits' | 'index'>, db: CatalogDb): LayerReader {
  const indexes = new Map<string, Promise<IndexFile>>();
  const read = async (sha256: string) => listOf(await db.get('files', sha256), sha256);
  const indexFile = (sha256: string) => {
    if (!indexes.has(sha256)) indexes.set(sha256, read(sha256) as Promise<IndexFile>);
    return indexes.get(sha256)!;
  };
  const tools = (sha256: string) => read(sha256) as Promise<Tool[]>;
  return {
    tools,
    async *buckets() {
      for (const sha256 of index) {
        for (const ref of await indexFile(sha256)) if (ref) yield ref.sha256;
      }
    },
    async *allTools() {
      for (const sha256 of index) {
        const refs = (await indexFile(sha256)).filter((ref) => ref !== null);
        const { store } = db.transaction('files');
        const found = await Promise.all(refs.map((ref) => store.get(ref.sha256)));
        yield found.flatMap((list, at) => listOf(list, refs[at]!.sha256) as Tool[]);
      }
    },
    async tool(id) {
      const { file, place } = placeOf(bucketNumber(id, bits), bits);
      const ref = (await indexFile(index[file]!))[place];
      return ref ? (await tools(ref.sha256)).find((tool) => tool.id === id) : undefined;
    },
  };
}

function listOf(found: unknown, sha256: string): unknown[] {
  if (!Array.isArray(found)) throw new Error(`The stored file ${sha256} is gone.`);
  return found;
}
