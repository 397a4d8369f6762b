import { badgeRecord, withNotes, withRival, type BadgeRecord } from '../../catalog/badge-record.ts';
import { FeedError } from '../../catalog/feed/feed-error.ts';
import { mergedTables } from '../../catalog/feed/tables.ts';
import { normalizePageId } from '../../catalog/page-id.ts';
import { notesOfPage, type PageNotes } from '../../catalog/page-notes.ts';
import type { Reference } from '../../catalog/reference.ts';
import { rivalFinder } from '../../catalog/rivals.ts';
import { summaryOf, type ToolSummary } from '../../catalog/tool-summary.ts';
import { layerReader } from './layer-reader.ts';
import type { CatalogDb } from './database.ts';
import type { Layer } from './layer.ts';
import { feedLabel } from '../feed-client/feed-label.ts';

/** All that follows from a catalog's layers: kept beside them, so that a page or a popup computes nothing. */
export type MergedCatalog = {
  reference: Reference;
  summaries: ToolSummary[];
  badges: Map<string, BadgeRecord>;
};

/**
 * Reads every tool of the layers once, the uppermost first: its record replaces those of the same id below, and its pages
 * theirs. Throws a Refusal where one layer claims a page twice or holds another number of tools than it says.
 */
export async function mergeLayers(
  layers: readonly [Layer, ...Layer[]],
  db: CatalogDb,
): Promise<MergedCatalog> {
  const tables = await Promise.all(layers.map(({ tables }) => db.get('files', tables) as Promise<Reference>));
  const reference = mergedTables(tables as [Reference, ...Reference[]]);
  const summaries = new Map<string, ToolSummary>();
  const records = new Map<string, BadgeRecord>();
  const toolOfPage = new Map<string, string>();
  const notes = new Map<string, PageNotes>();
  for (const layer of layers.toReversed()) {
    const from = feedLabel(layer);
    const replaced = new Set(summaries.keys());
    const claims = new Map<string, string>();
    const noted = new Map<string, PageNotes>();
    let count = 0;
    for await (const tools of layerReader(layer, db).allTools()) {
      count += tools.length;
      for (const tool of tools) {
        for (const page of [...tool.pages, ...(tool.formerPages ?? [])].map(normalizePageId)) {
          claim(claims, page, tool.id);
          const found = notesOfPage(tool, page);
          if (Object.keys(found).length > 0) noted.set(page, found);
        }
        if (replaced.has(tool.id)) continue;
        summaries.set(tool.id, summaryOf(tool, reference));
        records.set(tool.id, badgeRecord(tool, reference, from));
      }
    }
    if (count !== layer.tools)
      throw new FeedError(`It holds ${count} tools where its manifest says ${layer.tools}.`);
    for (const [page, tool] of claims)
      if (!replaced.has(tool) && !toolOfPage.has(page)) {
        toolOfPage.set(page, tool);
        if (noted.has(page)) notes.set(page, noted.get(page)!);
      }
  }
  const all = [...summaries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rival = rivalFinder(all);
  const whole = new Map(all.map((tool) => [tool.id, withRival(records.get(tool.id)!, rival(tool))]));
  return {
    reference,
    summaries: all,
    badges: new Map(
      [...toolOfPage].map(([page, tool]) => [page, withNotes(whole.get(tool)!, notes.get(page))]),
    ),
  };
}

function claim(claims: Map<string, string>, page: string, tool: string): void {
  const other = claims.get(page);
  if (other && other !== tool)
    throw new FeedError(`The page ${page} is claimed by both ${other} and ${tool}.`);
  claims.set(page, tool);
}
