import browser from 'webextension-polyfill';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import type { LeftOut, MergedCatalog } from '../../catalog/merge.ts';
import { labelledHosts } from '../host-access/product-hosts.ts';
import type { CatalogHead } from './badge-lookup.ts';
import { asShelf } from './badge-shelves.ts';
import { activeHead, openDatabase, setActive, type CatalogDb } from './database.ts';
import { deleteInactive } from './delete-inactive.ts';
import type { Layer } from './layer.ts';
import { mergeLayers } from './merge-layers.ts';
import { cut, encoded, partCount, tableNames, type Parts, type TableName, type Tables } from './parts.ts';
import { publish } from './publish.ts';

/**
 * Makes a catalog of these layers, whose files are all stored, the active one. Everything is written beside the active
 * generation, then one write in each store switches, then the old one is deleted: interrupted at any point, either the old
 * catalog is whole or the new one. Returns the tools that were left out. Throws a FeedError where a layer contradicts itself.
 */
export async function activate(layers: readonly [Layer, ...Layer[]]): Promise<LeftOut[]> {
  const db = await openDatabase();
  const current = await activeHead();
  const head = {
    generation: generationAfter(current),
    extension: browser.runtime.getManifest().version,
  };
  const merged = await mergeLayers(layers, db, current?.extension !== head.extension);
  if (merged.summaries.length === 0)
    throw new FeedError('empty', 'None of its tools can be used, so it would only empty the catalog.');
  const tables = tablesOf(merged);
  await putCatalog(head.generation, layers, merged, tables, db);
  await switchTo(head, current, db, (beforeSwitch) => {
    const shelf = (number: number) => asShelf(tables.badges[number] ?? new Map());
    const published = { head, shelves: tables.badges.length, shelf };
    return publish(published, current?.generation ?? 0, beforeSwitch);
  });
  await deletePrevious();
  return merged.leftOut;
}

// What was damaged into the largest number that is a generation has none after it; 0 stands for a part that is empty.
function generationAfter(current: CatalogHead | undefined): number {
  const next = (current?.generation ?? 0) + 1;
  return Number.isSafeInteger(next) && next > 0 ? next : 1;
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

/** Stores all of a catalog in one transaction, in the place of what an interrupted activation left there. */
async function putCatalog(
  generation: number,
  layers: readonly [Layer, ...Layer[]],
  { reference, summaries, leftOut, formerIds, leaders, totals }: MergedCatalog,
  tables: CutTables,
  db: CatalogDb,
): Promise<void> {
  const generations = (name: TableName) => tables[name].map(({ size }) => (size > 0 ? generation : 0));
  const catalog = {
    layers: [...layers] as [Layer, ...Layer[]],
    reference,
    tools: summaries.length,
    leftOut,
    parts: Object.fromEntries(tableNames.map((name) => [name, generations(name)])) as Parts,
    pages: tables.badges.map(({ size }) => size),
  };
  const transaction = db.transaction(['catalogs', 'notes', ...tableNames], 'readwrite');
  const putParts = <N extends TableName>(name: N) => {
    const store = transaction.objectStore(name);
    return tables[name].flatMap((part, number) =>
      part.size > 0 ? [store.put(encoded(name, part) as never, [generation, number])] : [],
    );
  };
  await Promise.all([
    transaction.objectStore('catalogs').put(catalog, generation),
    transaction.objectStore('notes').put({ formerIds, leaders, totals }, generation),
    ...tableNames.flatMap(putParts),
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
    if (isSwitched) await setActive(current, db);
    throw error;
  }
}

async function deletePrevious(): Promise<void> {
  try {
    await deleteInactive();
  } catch (error) {
    // The active catalog is whole; the next activation cleans up.
    console.warn('The previous catalog could not be deleted.', error);
  }
}
