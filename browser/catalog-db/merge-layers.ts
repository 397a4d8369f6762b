import { badgeRecord, withNotes, withRival, type BadgeRecord } from '../../catalog/badge-record.ts';
import { changesOf, type Change } from '../../catalog/changes.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { mergedTables } from '../../catalog/feed/tables.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import { notesOfPage, type PageNotes } from '../../catalog/page-notes.ts';
import type { Reference } from '../../catalog/reference.ts';
import { rivalFinder } from '../../catalog/rivals.ts';
import { summaryOf, type ToolSummary } from '../../catalog/tool-summary.ts';
import { openDatabase, type CatalogDb } from './database.ts';
import { feedLabel, type Layer } from './layer.ts';
import { layerReader, layerTables, type LayerReader } from './layer-files.ts';

/** What follows from a catalog's layers: stored beside them, so that a page or a popup computes nothing. */
export type MergedCatalog = {
  reference: Reference;
  summaries: ToolSummary[];
  badges: Map<string, BadgeRecord>;
};

/**
 * Reads every tool of the layers once, the uppermost first: its record replaces those of the same id below, and its pages
 * theirs. Throws a FeedError where one layer claims a page twice or holds another number of tools than it says.
 */
export async function mergeLayers(
  layers: readonly [Layer, ...Layer[]],
  db: CatalogDb,
): Promise<MergedCatalog> {
  const tables = await Promise.all(layers.map((layer) => layerTables(layer, db)));
  const reference = mergedTables(tables as [Reference, ...Reference[]]);
  const summaries = new Map<string, ToolSummary>();
  const records = new Map<string, BadgeRecord>();
  const toolOfPage = new Map<string, string>();
  const notes = new Map<string, PageNotes>();
  for (const layer of layers.toReversed()) {
    const from = feedLabel(layer);
    const replaced = new Set(summaries.keys());
    const claims = new Map<string, string>();
    const layerNotes = new Map<string, PageNotes>();
    let count = 0;
    for await (const tools of layerReader(layer, db).allTools()) {
      count += tools.length;
      for (const tool of tools) {
        for (const page of [...tool.pages, ...(tool.formerPages ?? [])].map(normalizePageId)) {
          claim(claims, page, tool.id);
          const found = notesOfPage(tool, page);
          if (Object.keys(found).length > 0) layerNotes.set(page, found);
        }
        if (replaced.has(tool.id)) continue;
        summaries.set(tool.id, summaryOf(tool, reference));
        records.set(tool.id, badgeRecord(tool, reference, from));
      }
    }
    if (count !== layer.tools)
      throw new FeedError('inconsistent', `It has ${count} tools, but its manifest says ${layer.tools}.`);
    for (const [page, tool] of claims)
      if (!replaced.has(tool) && !toolOfPage.has(page)) {
        toolOfPage.set(page, tool);
        if (layerNotes.has(page)) notes.set(page, layerNotes.get(page)!);
      }
  }
  const all = [...summaries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rival = rivalFinder(all);
  const badges = new Map(all.map((tool) => [tool.id, withRival(records.get(tool.id)!, rival(tool))]));
  const badgeOfPage = [...toolOfPage].map(
    ([page, tool]) => [page, withNotes(badges.get(tool)!, notes.get(page))] as const,
  );
  return { reference, summaries: all, badges: new Map(badgeOfPage) };
}

function claim(claims: Map<string, string>, page: string, tool: string): void {
  const other = claims.get(page);
  if (other && other !== tool)
    throw new FeedError('inconsistent', `The page ${page} is claimed by both ${other} and ${tool}.`);
  claims.set(page, tool);
}

/**
 * What changed in a newer version of an active layer; nothing for a layer that is new or older. Only buckets that differ are
 * read, one at a time, so that memory does not grow with the catalog.
 */
export async function layerChanges(active: readonly Layer[], layer: Layer): Promise<Change[]> {
  const previous = active.find(({ feed }) => feed === layer.feed);
  if (!previous || previous.version >= layer.version) return [];
  const db = await openDatabase();
  const reference = await layerTables(layer, db);
  const [old, next] = [layerReader(previous, db), layerReader(layer, db)];
  const [oldBuckets, nextBuckets] = [await bucketsOf(old), await bucketsOf(next)];
  const date = layer.published.slice(0, 10);
  const changes: Change[] = [];
  for (const bucket of nextBuckets.difference(oldBuckets)) {
    for (const tool of await next.tools(bucket))
      changes.push(...changesOf(await old.tool(tool.id), tool, date, reference));
  }
  for (const bucket of oldBuckets.difference(nextBuckets)) {
    for (const tool of await old.tools(bucket))
      if (!(await next.tool(tool.id))) changes.push(...changesOf(tool, undefined, date, reference));
  }
  return changes;
}

async function bucketsOf(reader: LayerReader): Promise<Set<string>> {
  return new Set(await Array.fromAsync(reader.buckets()));
}
