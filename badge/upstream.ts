import { findMatch, lookupKeys, type PageMatch } from '../browser/catalog-db/badge-lookup.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import { readAddress } from '../sites/address.ts';
import type { Site } from '../sites/site.ts';

/** What the catalog knows of the project that this page says it was forked from; a page that says no such thing costs no read. */
export async function findUpstream({ forkOf }: Site): Promise<PageMatch | undefined> {
  if (!forkOf) return undefined;
  if (document.readyState === 'loading')
    await new Promise((ready) => document.addEventListener('DOMContentLoaded', ready, { once: true }));
  const page = forkOf(document, readAddress(location.href)?.segments ?? []);
  if (!page) return undefined;
  return findMatch(await chromeApi.storage.local.get(lookupKeys([page])), [page]);
}
