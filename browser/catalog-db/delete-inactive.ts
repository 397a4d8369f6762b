import { activeCatalog, openDatabase, type CatalogDb } from './database.ts';
import { areFilesHeld } from './held-files.ts';
import type { StoredCatalog } from './layer.ts';
import { layerReader } from './layer-files.ts';
import { tableNames, type Parts, type TableName } from './parts.ts';
import { fileKey } from './stored-file.ts';

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

/** Deletes the records of other catalogs than that of this generation, and the parts of tables that it does not use. */
export async function deleteGenerations(generation: number, parts: Parts, db: CatalogDb): Promise<void> {
  for (const name of tableNames) await deleteUnusedParts(name, parts[name], db);
  // Last, since what is left of them says that there may be more to delete.
  for (const name of ['notes', 'catalogs'] as const)
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
