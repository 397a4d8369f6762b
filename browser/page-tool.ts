import { normalizePageId } from '../catalog/page-id.ts';
import { pageIds, siteOf } from '../sites/index.ts';
import type { PageMatch } from './catalog-db/badge-lookup.ts';
import { openCatalog } from './catalog-db/open-catalog.ts';
import type { PageScript } from './senders.ts';

const maxLength = 300;

/**
 * The tool that a content script's page is about, from its address and the stored catalog; on a page of none, and
 * of a site with forks, the tool of `upstream`, the page id that the page itself names.
 */
export async function toolOf({ url }: PageScript, upstream?: unknown): Promise<PageMatch | undefined> {
  const own = await lookUp(pageIds(url));
  if (own || !siteOf(url)?.forkOf || typeof upstream !== 'string' || upstream.length > maxLength) return own;
  return lookUp([normalizePageId(upstream)]);
}

async function lookUp(ids: readonly string[]): Promise<PageMatch | undefined> {
  if (ids.length === 0) return undefined;
  const catalog = await openCatalog();
  for (const page of ids) {
    const record = await catalog.badgeOfPage([page]);
    if (record) return { page, record };
  }
  return undefined;
}
