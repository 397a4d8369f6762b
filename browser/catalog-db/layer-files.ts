import { bucketNumber } from '../../catalog/buckets.ts';
import type { IndexFile } from '../../catalog/feed/index-file.ts';
import { placeOf } from '../../catalog/feed/layout.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { activeCatalog, openDatabase, type CatalogDb, type StoredFile } from './database.ts';
import type { Layer } from './layer.ts';

/** Stores verified files under their SHA-256 in one transaction: all of them or, with an error, none. */
export async function putFiles(files: readonly (readonly [string, StoredFile])[]): Promise<void> {
  const db = await openDatabase();
  const { store, done } = db.transaction('files', 'readwrite');
  await Promise.all([...files.map(([sha256, file]) => store.put(file, sha256)), done]);
}

/** Which of these files are not stored yet. */
export async function missingFiles(hashes: readonly string[]): Promise<Set<string>> {
  const db = await openDatabase();
  const { store } = db.transaction('files');
  const keys = await Promise.all(hashes.map((sha256) => store.getKey(sha256)));
  return new Set(hashes.filter((_, at) => keys[at] === undefined));
}

/** Deletes what the active catalog does not need: other generations, and files such as those of a refused update. */
export async function deleteInactive(): Promise<void> {
  const active = await activeCatalog();
  if (!active) return;
  const db = await openDatabase();
  const needed = new Set<string>();
  for (const layer of active.layers) {
    for (const hash of [layer.tables, ...layer.index]) needed.add(hash);
    for await (const bucket of layerReader(layer, db).buckets()) needed.add(bucket);
  }
  for (const name of ['catalogs', 'summaries'] as const) {
    for (const key of await db.getAllKeys(name)) if (key !== active.generation) await db.delete(name, key);
  }
  const { store, done } = db.transaction('files', 'readwrite');
  const unused = (await store.getAllKeys()).filter((key) => !needed.has(key));
  await Promise.all([...unused.map((key) => store.delete(key)), done]);
}

export type LayerReader = ReturnType<typeof layerReader>;

/** Reads one stored layer, each index file once: the hashes of its buckets, and its tools. Throws if a file is missing. */
export function layerReader({ bits, index }: Pick<Layer, 'bits' | 'index'>, db: CatalogDb) {
  const indexes = new Map<string, Promise<IndexFile>>();
  const read = async (sha256: string) => listOf(await db.get('files', sha256), sha256);
  const indexFile = (sha256: string) => {
    if (!indexes.has(sha256)) indexes.set(sha256, read(sha256) as Promise<IndexFile>);
    return indexes.get(sha256)!;
  };
  const tools = (sha256: string) => read(sha256) as Promise<Tool[]>;
  return {
    tools,
    async *buckets(): AsyncGenerator<string> {
      for (const sha256 of index) {
        for (const ref of await indexFile(sha256)) if (ref) yield ref.sha256;
      }
    },
    /** All tools, those of one index file at a time: enough to be read quickly, few enough for memory. */
    async *allTools(): AsyncGenerator<Tool[]> {
      for (const sha256 of index) {
        const refs = (await indexFile(sha256)).filter((ref) => ref !== null);
        const { store } = db.transaction('files');
        const found = await Promise.all(refs.map((ref) => store.get(ref.sha256)));
        yield found.flatMap((list, at) => listOf(list, refs[at]!.sha256) as Tool[]);
      }
    },
    async tool(id: string): Promise<Tool | undefined> {
      const { file, place } = placeOf(bucketNumber(id, bits), bits);
      const ref = (await indexFile(index[file]!))[place];
      return ref ? (await tools(ref.sha256)).find((tool) => tool.id === id) : undefined;
    },
  };
}

function listOf(found: unknown, sha256: string): unknown[] {
  if (!Array.isArray(found)) throw new Error(`The stored file ${sha256} is missing.`);
  return found;
}
