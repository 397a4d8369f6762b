import type { Tool } from './tool-schema.ts';

/** The page of a tool that an address was found to be; `isFormer` if the page has moved since. */
export type Match = { pageId: string; tool: string; isFormer: boolean };
export type Pages = ReadonlyMap<string, Match>;

/** The form in which page ids are compared: lower case; names on PyPI are normalized before (PEP 503). */
export function normalizePageId(pageId: string): string {
  return pageId.toLowerCase();
}

/** The type of a package URL, `pkg:github`; empty for host and path. */
export function purlType(pageId: string): string {
  return /^pkg:[a-z\d.-]+/.exec(pageId)?.[0] ?? '';
}

/** A page as people write it: `pkg:github/owner/name` is `owner/name`. */
export function pageName(pageId: string): string {
  return pageId.replace(/^pkg:[a-z\d.-]+\//, '');
}

/** Every page of every tool by its normalized page id, former pages included. */
export function pagesOf(tools: readonly Tool[]): Pages {
  const pages = new Map<string, Match>();
  for (const tool of tools) {
    for (const page of tool.pages) add(page, tool.id, false);
    for (const page of tool.formerPages ?? []) add(page, tool.id, true);
  }
  return pages;

  function add(page: string, tool: string, isFormer: boolean) {
    const pageId = normalizePageId(page);
    pages.set(pageId, { pageId, tool, isFormer });
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
