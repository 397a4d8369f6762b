import { bucketNumber } from '../../catalog/buckets.ts';
import { isIndexFile, type IndexFile } from '../../catalog/feed/index-file.ts';
import { bucketAt, bucketsPerFile, placeOf } from '../../catalog/feed/layout.ts';
import type { Reference } from '../../catalog/reference.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { openDatabase, type CatalogDb } from './database.ts';
import type { Layer } from './layer.ts';
import { fileKey, inBucket, readAs, type Files, type NewFile, type Role } from './stored-file.ts';

/** Stores verified files in one transaction: all of them or, with an error, none. */
export async function putFiles(files: readonly NewFile[]): Promise<void> {
  const db = await openDatabase();
  const { store, done } = db.transaction('files', 'readwrite');
  await Promise.all([...files.map(([role, sha256, file]) => store.put(file, fileKey(role, sha256))), done]);
}

/** Which of these files are not stored for that role yet. */
export async function missingFiles(role: Role, hashes: readonly string[]): Promise<Set<string>> {
  const db = await openDatabase();
  const { store } = db.transaction('files');
  const keys = await Promise.all(hashes.map((sha256) => store.getKey(fileKey(role, sha256))));
  return new Set(hashes.filter((_, at) => keys[at] === undefined));
}

/** A stored index file; nothing if it is missing or is no longer the one with this SHA-256. */
export async function storedIndex(sha256: string): Promise<IndexFile | undefined> {
  const found = await (await openDatabase()).get('files', fileKey('index', sha256));
  return (await isIndexFile(found, sha256)) ? (found as IndexFile) : undefined;
}

/** The stored tables of a layer. Throws if they are missing or damaged. */
export function layerTables({ tables }: Pick<Layer, 'tables'>, db: CatalogDb): Promise<Reference> {
  return readFile('tables', tables, db);
}

export type LayerReader = ReturnType<typeof layerReader>;

/** Reads one stored layer, each index file once: the hashes of its buckets, and its tools. Throws if a file is missing or damaged. */
export function layerReader({ bits, index }: Pick<Layer, 'bits' | 'index'>, db: CatalogDb) {
  const indexes = new Map<string, Promise<IndexFile>>();
  const indexFile = (sha256: string) => {
    if (!indexes.has(sha256)) indexes.set(sha256, readIndex(sha256));
    return indexes.get(sha256)!;
  };
  const readIndex = async (sha256: string) => {
    const file = await readFile('index', sha256, db);
    if (file.length !== bucketsPerFile(bits))
      throw new Error(`The stored index file ${sha256} is another layer’s.`);
    return file;
  };
  const tools = (sha256: string) => readFile('bucket', sha256, db);
  const placeWith = async (id: string) => {
    const number = bucketNumber(id, bits);
    const { file, place } = placeOf(number, bits);
    return { number, ref: (await indexFile(index[file]!))[place] };
  };
  return {
    tools,
    indexFile,
    async *buckets(): AsyncGenerator<string> {
      for (const sha256 of index) {
        for (const ref of await indexFile(sha256)) if (ref) yield ref.sha256;
      }
    },
    /** All tools, those of one index file at a time: enough to be read quickly, few enough for memory. */
    async *allTools(): AsyncGenerator<Tool[]> {
      for (const [file, sha256] of index.entries()) {
        const refs = await indexFile(sha256);
        const { store } = db.transaction('files');
        const found = await Promise.all(
          refs.map((ref) => (ref ? store.get(fileKey('bucket', ref.sha256)) : Promise.resolve())),
        );
        yield refs.flatMap((ref, place) =>
          ref ? inBucket(readAs('bucket', ref.sha256, found[place]), bucketAt(file, place, bits), bits) : [],
        );
      }
    },
    bucketOf: async (id: string) => (await placeWith(id)).ref?.sha256,
    async tool(id: string): Promise<Tool | undefined> {
      const { ref, number } = await placeWith(id);
      return ref ? inBucket(await tools(ref.sha256), number, bits).find((tool) => tool.id === id) : undefined;
    },
  };
}

async function readFile<R extends Role>(role: R, sha256: string, db: CatalogDb): Promise<Files[R]> {
  return readAs(role, sha256, await db.get('files', fileKey(role, sha256)));
}
