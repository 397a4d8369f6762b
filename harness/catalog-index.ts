import { firstByName, type FirstTool } from '../catalog/first-tools.ts';
import { rivalFinder } from '../catalog/rivals.ts';
import { summaryOf, type ToolSummary } from '../catalog/tool-summary.ts';
import { readReference } from '../cli/read-data.ts';
import { syntheticTool } from '../cli/synthetic-tools.ts';
import type { Extension } from './extension.ts';
import { until } from './until.ts';

/** Summaries of a made-up catalog of that size. */
export function syntheticIndex(size: number): ToolSummary[] {
  const reference = readReference();
  return Array.from({ length: size }, (_, at) => summaryOf(syntheticTool(at), reference, undefined));
}

/** Puts another index in the place of the stored one, with the number of tools that the catalog says it has, and gives the old one. */
export async function swapIndex(extension: Extension, index: readonly ToolSummary[]): Promise<ToolSummary[]> {
  return (await until('the stored catalog', () =>
    extension.run(swap, index, firstOf(index)),
  )) as ToolSummary[];
}

function firstOf(index: readonly ToolSummary[]): FirstTool[] {
  const rival = rivalFinder(index);
  return firstByName(index).map((tool) => ({ tool, rival: rival(tool)?.id }));
}

// Runs inside a page of the extension; nothing as long as no catalog is stored there.
async function swap(index: readonly ToolSummary[], first: readonly FirstTool[]): Promise<unknown> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
  // Opening would make a database that the extension did not make yet.
  if (!(await indexedDB.databases()).some((each) => each.name === 'catalog')) return undefined;
  const db = await done(indexedDB.open('catalog'));
  if (!db.objectStoreNames.contains('summaries')) return undefined;
  const transaction = db.transaction(['active', 'summaries', 'first', 'catalogs'], 'readwrite');
  const [store, catalogs] = [transaction.objectStore('summaries'), transaction.objectStore('catalogs')];
  const head = (await done(transaction.objectStore('active').get('head'))) as
    { generation: number } | undefined;
  if (!head) return undefined;
  const { generation } = head;
  const catalog = (await done(catalogs.get(generation))) as { parts: { summaries: number[] } };
  const before: unknown[] = [];
  for (const [number, of] of catalog.parts.summaries.entries())
    if (of) before.push(...((await done(store.get([of, number]))) as unknown[]));
  // In one part, whatever their number: what reads a list reads all of it.
  await done(store.put(index, [generation, 0]));
  await done(transaction.objectStore('first').put(first, generation));
  catalog.parts.summaries = [generation];
  await done(catalogs.put({ ...catalog, tools: index.length }, generation));
  db.close();
  return before;
}
