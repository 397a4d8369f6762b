import { changesOf, mergedChanges, type Change } from '../../catalog/changes.ts';
import { LayerError, mergeCatalog, type MergedCatalog, type MergeLayer } from '../../catalog/merge.ts';
import { readTool } from '../../catalog/read-catalog.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { changedBuckets, haveSamePlaces, type ChangedBucket } from './changed-buckets.ts';
import { openDatabase, type CatalogDb } from './database.ts';
import { feedLabel, type Layer } from './layer.ts';
import { layerReader, layerTables, type LayerReader } from './layer-files.ts';

/**
 * The merge of stored layers; throws a LayerError where a layer contradicts itself, or its stored files are missing or damaged.
 * What another release of the extension stored is read `anew`, and left out where this one would refuse it.
 */
export async function mergeLayers(
  layers: readonly [Layer, ...Layer[]],
  db: CatalogDb,
  anew: boolean,
): Promise<MergedCatalog> {
  const refused = new Map<Tool, string>();
  const readAnew = (stored: Tool): Tool => {
    const tool = readTool(stored);
    if (typeof tool !== 'string') return tool;
    refused.set(stored, tool);
    return stored;
  };
  const read = async (layer: Layer): Promise<MergeLayer> => ({
    feed: layer.feed,
    from: feedLabel(layer),
    tables: await layerTables(layer, db).catch((error: unknown) => throwFor(layer, error)),
    tools: allTools(layer, db, anew ? readAnew : (stored) => stored),
    expected: layer.tools,
    bytes: layer.bytes,
  });
  const all = (await Promise.all(layers.map(read))) as [MergeLayer, ...MergeLayer[]];
  return mergeCatalog(all, (tool) => {
    const reason = refused.get(tool);
    if (reason !== undefined) throw new Error(`is not an entry for this release (${reason})`);
  });
}

async function* allTools(layer: Layer, db: CatalogDb, read: (stored: Tool) => Tool): AsyncGenerator<Tool[]> {
  try {
    for await (const tools of layerReader(layer, db).allTools()) yield tools.map(read);
  } catch (error) {
    throwFor(layer, error);
  }
}

// What the database itself throws is no layer's fault.
function throwFor({ feed }: Layer, error: unknown): never {
  throw error instanceof DOMException ? error : new LayerError(feed, 'unexpected', (error as Error).message);
}

// Far more than the news keep; a catalog has a hundred thousand tools.
const maxInMemory = 5_000;

/**
 * What changed in a newer version of an active layer; nothing for a layer that is new or older. Only buckets that differ are
 * read, one at a time, so that memory does not grow with the catalog.
 */
export async function layerChanges(active: readonly Layer[], layer: Layer): Promise<Change[]> {
  const previous = active.find(({ feed }) => feed === layer.feed);
  if (!previous || previous.version >= layer.version) return [];
  const db = await openDatabase();
  const reference = await layerTables(layer, db);
  const date = layer.published.slice(0, 10);
  const from = feedLabel(layer);
  let changes: Change[] = [];
  for await (const [before, after] of changedTools(previous, layer, db)) {
    changes.push(...changesOf(before, after, date, reference, from));
    if (changes.length > maxInMemory) changes = mergedChanges(changes, [], date);
  }
  return changes;
}

/** How many tools of a layer another version of it still has, by their ids; only the buckets that differ are read. */
export async function toolsLeft(before: Layer, after: Layer): Promise<number> {
  let gone = 0;
  for await (const [, tool] of changedTools(before, after, await openDatabase())) if (!tool) gone += 1;
  return before.tools - gone;
}

type Versions = [before: Tool | undefined, after: Tool | undefined];

/** The tools of two versions of a layer in the buckets that differ, each as it was and as it is. */
async function* changedTools(before: Layer, after: Layer, db: CatalogDb): AsyncGenerator<Versions> {
  if (haveSamePlaces(before, after)) {
    for await (const bucket of changedBuckets(before, after, db)) yield* versionsIn(bucket);
    return;
  }
  const [old, next] = [layerReader(before, db), layerReader(after, db)];
  const [oldBuckets, nextBuckets] = [await bucketsOf(old), await bucketsOf(next)];
  for (const bucket of nextBuckets.difference(oldBuckets)) {
    for (const tool of await next.tools(bucket)) yield [await old.tool(tool.id), tool];
  }
  for (const bucket of oldBuckets.difference(nextBuckets)) {
    for (const tool of await old.tools(bucket)) if (!(await next.tool(tool.id))) yield [tool, undefined];
  }
}

/** The tools in one place, each as it was and as it is; such as are the same too. */
export function* versionsIn({ before, after }: ChangedBucket): Generator<Versions> {
  for (const tool of after) yield [before.find(({ id }) => id === tool.id), tool];
  for (const tool of before) if (!after.some(({ id }) => id === tool.id)) yield [tool, undefined];
}

async function bucketsOf(reader: LayerReader): Promise<Set<string>> {
  return new Set(await Array.fromAsync(reader.buckets()));
}
