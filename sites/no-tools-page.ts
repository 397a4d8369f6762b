import { namesItself } from './names-itself.ts';
import { noPage, type NoPage } from './no-page.ts';
import { pageOn } from './page.ts';
import { requiredSites } from './required.ts';

/** What a document is instead of a tool's page, once it has loaded; nothing for a page, and where nobody can tell. */
export function noToolsPage(page: Document, url: string): NoPage | undefined {
  const { site, ids } = pageOn(requiredSites, url);
  const [id] = ids;
  const isUnnamed =
    site &&
    id &&
    page.readyState === 'complete' &&
    !namesItself(page, id, (link) => pageOn([site], link).ids);
  return noPage(page, url) ?? (isUnnamed ? { reason: 'unnamed' } : undefined);
}
