import { normalizePageId, viaOf, type Via } from './page-id.ts';
import type { Tool } from './tool-schema.ts';

export type Match = { pageId: string; tool: string; via: Via };
export type Pages = ReadonlyMap<string, Match>;

/** Every page of every tool by its compared form, former names among them. */
export function pagesOf(tools: readonly Tool[]): Pages {
  const pages = new Map<string, Match>();
  for (const tool of tools) {
    for (const page of tool.pages) add(page, tool.id, false);
    for (const page of tool.formerPages ?? []) add(page, tool.id, true);
  }
  return pages;

  function add(page: string, tool: string, former: boolean) {
    pages.set(normalizePageId(page), { pageId: normalizePageId(page), tool, via: viaOf(page, former) });
  }
}

/** The first candidate page id (longest first, as `sites/` gives them) that a tool claims. */
export function findTool(candidates: readonly string[], pages: Pages): Match | undefined {
  for (const candidate of candidates) {
    const match = pages.get(candidate);
    if (match) return match;
  }
  return undefined;
}
