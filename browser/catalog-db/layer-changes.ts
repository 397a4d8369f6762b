import { changesOf, type Change } from '../../catalog/changes.ts';
import type { Reference } from '../../catalog/reference.ts';
import { layerReader, type LayerReader } from './layer-reader.ts';
import { openDatabase } from './database.ts';
import type { Layer } from './layer.ts';

/**
 * What is different in a newer version of a layer that is in force; nothing for one that is new altogether or older. Only
 * buckets that differ are read, and one tool at a time, so that the largest catalog needs no more memory than the smallest.
 */
export async function layerChanges(before: readonly Layer[], layer: Layer): Promise<Change[]> {
  const earlier = before.find(({ feed }) => feed === layer.feed);
  if (!earlier || earlier.version >= layer.version) return [];
  const db = await openDatabase();
  const words = (await db.get('files', layer.tables)) as Reference;
  const [old, now] = [layerReader(earlier, db), layerReader(layer, db)];
  const [oldBuckets, nowBuckets] = [await hashes(old), await hashes(now)];
  const date = layer.published.slice(0, 10);
  const changes: Change[] = [];
  for (const bucket of nowBuckets.difference(oldBuckets)) {
    for (const tool of await now.tools(bucket))
      changes.push(...changesOf(await old.tool(tool.id), tool, date, words));
  }
  for (const bucket of oldBuckets.difference(nowBuckets)) {
    for (const tool of await old.tools(bucket))
      if (!(await now.tool(tool.id))) changes.push(...changesOf(tool, undefined, date, words));
  }
  return changes;
}

async function hashes(reader: LayerReader): Promise<Set<string>> {
  return new Set(await Array.fromAsync(reader.buckets()));
}
