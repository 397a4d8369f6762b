import { normalizePageId } from '../catalog/page-id.ts';
import { mayNameRepository } from '../sites/docs-repository.ts';
import { pageIds, siteOf } from '../sites/index.ts';
import type { PageMatch } from './catalog-db/badge-lookup.ts';
import { openCatalog } from './catalog-db/open-catalog.ts';
import type { PageScript } from './senders.ts';

const maxLength = 300;

/**
 * The tool that a content script's page is about, from its address and the stored catalog; on a page of none, the tool of
 * `upstream`, the page id that the page itself names, where such a page may name one.
 */
export async function toolOf({ url }: PageScript, upstream?: unknown): Promise<PageMatch | undefined> {
  const own = await lookUp(pageIds(url));
  if (own || typeof upstream !== 'string' || upstream.length > maxLength) return own;
  const stated = normalizePageId(upstream);
  return siteOf(url)?.forkOf || mayNameRepository(url, stated) ? lookUp([stated]) : undefined;
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
