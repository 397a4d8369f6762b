import { onPage, type OnPage } from '../catalog/on-page.ts';
import { pageName } from '../catalog/page-id.ts';
import type { AttributedTool } from '../catalog/whose.ts';
import { isProjectPage } from '../sites/index.ts';
import { pastedLink } from '../sites/pasted-link.ts';
import type { CatalogReader } from './catalog-db/catalog-reader.ts';

/** What a pasted link leads to: a tool as it is true of that page, or what is not in the catalog. */
type LinkTarget = { tool: OnPage<AttributedTool> } | { missing: string };

/** What a text leads to if it is a link, found in the stored catalog alone; nothing where it is words. */
export async function toolOfLink(text: string, catalog: CatalogReader): Promise<LinkTarget | undefined> {
  const link = pastedLink(text);
  if (!link) return undefined;
  for (const page of link.ids) {
    const badge = await catalog.badgeOfPage([page]);
    const entry = badge && (await catalog.entry(badge.tool));
    if (entry) return { tool: onPage(entry.tool, page) };
  }
  const project = link.ids.find(isProjectPage);
  return { missing: project === undefined ? text.trim() : pageName(project) };
}
