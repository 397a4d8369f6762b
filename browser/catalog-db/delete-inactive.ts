import { activeCatalog, openDatabase, type CatalogDb } from './database.ts';
import { areFilesHeld } from './held-files.ts';
import type { StoredCatalog } from './layer.ts';
import { layerReader } from './layer-files.ts';
import { tableNames, type Parts, type TableName } from './parts.ts';
import { fileKey } from './stored-file.ts';
import type { LayersUpdate } from './update-layers.ts';

/** Deletes what the active catalog does not need: other generations, and files such as those of a refused update. */
export async function deleteInactive(): Promise<void> {
  const active = await activeCatalog();
  if (!active) return;
  const db = await openDatabase();
  const needed = await neededFiles(active, db);
  await deleteGenerations(active.generation, active.parts, db);
  if (areFilesHeld()) return;
  const { store, done } = db.transaction('files', 'readwrite');
  const unused = (await store.getAllKeys()).filter((key) => !needed.has(key));
  await Promise.all([...unused.map((key) => store.delete(key)), done]);
}

async function neededFiles({ layers }: StoredCatalog, db: CatalogDb): Promise<Set<string>> {
  const needed = new Set<string>();
  for (const layer of layers) {
    needed.add(fileKey('tables', layer.tables));
    for (const sha256 of layer.index) needed.add(fileKey('index', sha256));
    for await (const sha256 of layerReader(layer, db).buckets()) needed.add(fileKey('bucket', sha256));
  }
  return needed;
}

/**
 * Deletes what an update has replaced, and what belongs to the catalog before alone. As long as a download may rely on its
 * files, the record of that catalog stays as well, so that the next activation deletes all that is not needed.
 */
export async function deleteReplaced(
  before: StoredCatalog & { generation: number },
  after: StoredCatalog,
  { changed, replaced }: Pick<LayersUpdate, 'changed' | 'replaced'>,
  db: CatalogDb,
): Promise<void> {
  if (areFilesHeld()) return;
  const files = await replacedFiles(before, after, replaced, db);
  const transaction = db.transaction(['files', 'catalogs', 'notes', 'first', ...tableNames], 'readwrite');
  const parts = tableNames.flatMap((name) =>
    [...changed[name].keys()].flatMap((number) => {
      const generation = before.parts[name][number];
      return generation ? [transaction.objectStore(name).delete([generation, number])] : [];
    }),
  );
  await Promise.all([
    ...parts,
    ...files.map((key) => transaction.objectStore('files').delete(key)),
    transaction.objectStore('notes').delete(before.generation),
    transaction.objectStore('first').delete(before.generation),
    transaction.objectStore('catalogs').delete(before.generation),
    transaction.done,
  ]);
}

/** The keys of files that layers had, and that none has now. */
async function replacedFiles(
  before: StoredCatalog,
  after: StoredCatalog,
  replaced: LayersUpdate['replaced'],
  db: CatalogDb,
): Promise<string[]> {
  const keysOf = ({ layers }: StoredCatalog) =>
    layers.flatMap(({ tables, index }) => [
      fileKey('tables', tables),
      ...index.map((sha256) => fileKey('index', sha256)),
    ]);
  const gone = new Set(keysOf(before)).difference(new Set(keysOf(after)));
  const readers = after.layers.map((layer) => layerReader(layer, db));
  for (const { sha256, tool } of replaced) {
    // Wherever the same file is listed, it is in the place of its tools.
    const places = await Promise.all(readers.map((reader) => reader.bucketOf(tool)));
    if (!places.includes(sha256)) gone.add(fileKey('bucket', sha256));
  }
  return [...gone];
}

/** Deletes the records of other catalogs than that of this generation, and the parts of tables that it does not use. */
async function deleteGenerations(generation: number, parts: Parts, db: CatalogDb): Promise<void> {
  for (const name of tableNames) await deleteUnusedParts(name, parts[name], db);
  // Last, since what is left of them says that there may be more to delete.
  for (const name of ['notes', 'first', 'catalogs'] as const)
    for (const key of await db.getAllKeys(name)) if (key !== generation) await db.delete(name, key);
}

async function deleteUnusedParts(
  name: TableName,
  generations: readonly number[],
  db: CatalogDb,
): Promise<void> {
  const isUnused = ([generation, number]: [number, number]) => generations[number] !== generation;
  const unused = (await db.getAllKeys(name)).filter(isUnused);
  if (unused.length === 0) return;
  const { store, done } = db.transaction(name, 'readwrite');
  await Promise.all([...unused.map((key) => store.delete(key)), done]);
}
