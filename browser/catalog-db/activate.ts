import { dequal } from 'dequal';
import browser from 'webextension-polyfill';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import type { LeftOut, MergedCatalog } from '../../catalog/merge.ts';
import { ContradictionError } from '../../catalog/contradiction.ts';
import { labelledHosts } from '../host-access/product-hosts.ts';
import { bucketKey, headKey, type CatalogHead } from './badge-lookup.ts';
import { asShelf, type Shelf } from './badge-shelves.ts';
import { activeCatalog, activeHead, openDatabase, setActive, type CatalogDb } from './database.ts';
import { deleteInactive, deleteReplaced } from './delete-inactive.ts';
import type { Beside, Layer, StoredCatalog } from './layer.ts';
import { mergeLayers } from './merge-layers.ts';
import { cut, encoded, partCount, tableNames, type Parts, type TableName, type Tables } from './parts.ts';
import { publish, publishChanged } from './publish.ts';
import { storedShelf } from './stored-parts.ts';
import { updateLayers, type LayersUpdate } from './update-layers.ts';

/**
 * Makes a catalog of these layers, whose files are all stored, the active one. Everything is written beside the active
 * generation, then one write in each store switches, then the old one is deleted: interrupted at any point, either the old
 * catalog is whole or the new one. Returns the tools that were left out. Throws a FeedError where a layer contradicts itself.
 */
export async function activate(layers: readonly [Layer, ...Layer[]]): Promise<LeftOut[]> {
  const db = await openDatabase();
  const current = await activeHead();
  const head = headAfter(current);
  // Without a catalog before it, all was stored by this release.
  const merged = await mergeLayers(layers, db, current !== undefined && current.extension !== head.extension);
  if (merged.summaries.length === 0)
    throw new FeedError('empty', 'None of its tools can be used, so it would only empty the catalog.');
  const tables = tablesOf(merged);
  const { reference, summaries, leftOut, formerIds, leaders, totals, first } = merged;
  const partsOf = <N extends TableName>(name: N) => new Map(tables[name].entries());
  const catalog = {
    ...{ layers: [...layers] as [Layer, ...Layer[]], reference, tools: summaries.length, leftOut },
    parts: Object.fromEntries(tableNames.map((name) => [name, tables[name].map(() => 0)])) as Parts,
    pages: tables.badges.map(({ size }) => size),
  };
  const changed = Object.fromEntries(
    tableNames.map((name) => [name, partsOf(name)]),
  ) as LayersUpdate['changed'];
  await putCatalog(head.generation, catalog, { notes: { formerIds, leaders, totals }, first }, changed, db);
  await switchTo(head, current, db, (beforeSwitch) => {
    const shelf = (number: number) => asShelf(tables.badges[number] ?? new Map());
    const published = { head, shelves: tables.badges.length, shelf };
    return publish(published, current?.generation ?? 0, beforeSwitch);
  });
  await deletePrevious(deleteInactive);
  return leftOut;
}

/**
 * The same where these layers are newer versions of the active ones, for no more than what changed. Nothing where that cannot be
 * done: then all of it has to be.
 */
export async function activateUpdate(layers: readonly [Layer, ...Layer[]]): Promise<LeftOut[] | undefined> {
  const [db, current] = [await openDatabase(), await activeCatalog()];
  const head = headAfter(current);
  if (current?.extension !== head.extension) return undefined;
  const update = await updateLayers(current, layers, db).catch((error: unknown) => {
    if (!(error instanceof ContradictionError))
      console.warn('An update of the catalog is made from all of its tools.', error);
    return undefined;
  });
  if (!update) return undefined;
  const { changed, pages } = update;
  const catalog = { ...update.catalog, parts: { ...current.parts } };
  // What is left of an interrupted activation may be other badges than those of the active catalog.
  const isAlone =
    (await db.getAllKeys('catalogs')).length === 1 &&
    !(await wasInterrupted(db)) &&
    (await isPublished(current));
  await putCatalog(head.generation, catalog, update, changed, db);
  await switchTo(head, current, db, (beforeSwitch) => {
    const shelf = (number: number) => storedShelf(number, catalog, db);
    const published = { head, shelves: catalog.pages.length, shelf };
    if (!isAlone) return publish(published, current.generation, beforeSwitch);
    const wanted = Object.assign({}, ...[...changed.badges.values()].map(asShelf)) as Shelf;
    const keys = [...new Set(pages.map(bucketKey))];
    return publishChanged(keys, wanted, head, current.generation, beforeSwitch);
  });
  await deletePrevious(isAlone ? () => deleteReplaced(current, catalog, update, db) : deleteInactive);
  return catalog.leftOut;
}

// The key in the store `active` of a generation whose badges are being published.
const publishing = 'publishing';

async function wasInterrupted(db: CatalogDb): Promise<boolean> {
  return (await db.get('active', publishing)) !== undefined;
}

async function isPublished({ generation, extension }: CatalogHead): Promise<boolean> {
  const { [headKey]: published } = await browser.storage.local.get(headKey);
  return dequal(published, { generation, extension });
}

// What was damaged into the largest number that is a generation has none after it; 0 stands for a part that is empty.
function headAfter(current: CatalogHead | undefined): CatalogHead {
  const next = (current?.generation ?? 0) + 1;
  const generation = Number.isSafeInteger(next) && next > 0 ? next : 1;
  return { generation, extension: browser.runtime.getManifest().version };
}

type CutTables = { [N in TableName]: Map<string, Tables[N]>[] };

function tablesOf({ summaries, badges, claims, namedBy }: MergedCatalog): CutTables {
  const tables: { [N in TableName]: Map<string, Tables[N]> } = {
    ...{ summaries: new Map(summaries.map((each) => [each.id, each])), badges, claims, namedBy },
    productHosts: labelledHosts(badges),
  };
  // The claims on a page have the number of its badge record's shelf, since an update reads both.
  const size = (name: TableName) => tables[name === 'claims' ? 'badges' : name].size;
  const parts = <N extends TableName>(name: N) => [name, cut(tables[name], partCount(name, size(name)))];
  return Object.fromEntries(tableNames.map(parts)) as CutTables;
}

/**
 * Stores a catalog in one transaction, in the place of what an interrupted activation left there: its record, and those parts of
 * its tables that no other generation has, which it enters into the record.
 */
async function putCatalog(
  generation: number,
  catalog: StoredCatalog,
  { notes, first }: Beside,
  changed: LayersUpdate['changed'],
  db: CatalogDb,
): Promise<void> {
  const transaction = db.transaction(['active', 'catalogs', 'notes', 'first', ...tableNames], 'readwrite');
  const writes: Promise<unknown>[] = [
    transaction.objectStore('active').put({ generation, extension: '' }, publishing),
  ];
  const putParts = <N extends TableName>(name: N) => {
    const store = transaction.objectStore(name);
    const generations = [...catalog.parts[name]];
    for (const [number, part] of changed[name]) {
      generations[number] = part.size > 0 ? generation : 0;
      if (part.size > 0) writes.push(store.put(encoded(name, part), [generation, number]));
    }
    catalog.parts[name] = generations;
  };
  tableNames.forEach(putParts);
  await Promise.all([
    ...writes,
    transaction.objectStore('notes').put(notes, generation),
    transaction.objectStore('first').put(first, generation),
    transaction.objectStore('catalogs').put(catalog, generation),
    transaction.done,
  ]);
}

/** Switches both stores, the database while `published` publishes; where that fails, it is switched back. */
async function switchTo(
  head: CatalogHead,
  current: CatalogHead | undefined,
  db: CatalogDb,
  published: (beforeSwitch: () => Promise<void>) => Promise<void>,
): Promise<void> {
  let isSwitched = false;
  const beforeSwitch = async () => {
    isSwitched = true;
    await setActive(head, db);
  };
  try {
    await published(beforeSwitch);
  } catch (error) {
    // Content scripts still read the old one then, and our pages have to as well.
    if (isSwitched)
      await setActive(current && { generation: current.generation, extension: current.extension }, db);
    throw error;
  }
}

async function deletePrevious(work: () => Promise<void>): Promise<void> {
  try {
    await (await openDatabase()).delete('active', publishing);
    await work();
  } catch (error) {
    // The active catalog is whole; the next activation cleans up.
    console.warn('The previous catalog could not be deleted.', error);
  }
}
