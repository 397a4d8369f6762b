import { pageName } from '../catalog/page-id.ts';
import { pageIds, siteOf } from '../sites/index.ts';
import { lookupKeys } from './catalog-db/badge-lookup.ts';
import { checkPublished } from './catalog-db/check-published.ts';
import { dismissFromPage } from './dismiss-from-page.ts';
import { holdBadge } from './hold-badge.ts';
import type { Handlers, PageMessages } from './messages.ts';
import { openFromPage } from './open-from-page.ts';
import { findDifferences } from './page-facts/find-differences.ts';
import { injectPageObserver } from './page-facts/inject.ts';
import { toolOf } from './page-tool.ts';
import { showToolbarBadge } from './toolbar-badge.ts';
import { isHidden } from './user-data/hidden-badges.ts';

// The latest message of each tab, since an earlier one may take longer.
const latest = new Map<number, unknown>();

/** What the background does for content scripts. None of their data is trusted: each is about the page its tab shows. */
export const pageHandlers: Pick<Handlers, keyof PageMessages> = {
  async 'tool-on-page'(data, sender) {
    const { id } = sender.tab;
    latest.set(id, data);
    // First, since until then the badge does not react.
    if (data?.wantsPageObserver === true) void injectPageObserver(id);
    const match = data && (await toolOf(sender, data.upstream));
    if (latest.get(id) !== data) return;
    latest.delete(id);
    // A page of none that names a project: on a site with forks that is what it was forked from.
    const isFork = match && siteOf(sender.url)?.forkOf && !pageIds(sender.url).includes(match.page);
    const original = isFork ? pageName(match.page) : undefined;
    await showToolbarBadge(match ? { ...match.record, from: match.record.from, original } : null, id);
  },
  'page-facts': (data, sender) => findDifferences(sender, data?.facts),
  'hold-badge': (data, { tab }) => holdBadge(data?.token, tab.id),
  'open-verdict': (data, sender) => openFromPage('verdict', sender, data?.upstream),
  'open-comparison': (data, sender) => openFromPage('comparison', sender, data?.upstream),
  'open-successor': (data, sender) => openFromPage('successor', sender, data?.upstream),
  'dismiss-badge': (data, sender) => dismissFromPage(sender, data?.upstream),
  'is-hidden': async (_, { url, host }) => isHidden(host, pageIds(url)[0]),
  async 'look-up'(data, sender) {
    const match = await toolOf(sender, data?.upstream);
    // What the page could not read is put right, also where no event told that it was damaged.
    checkPublished(lookupKeys([...pageIds(sender.url), ...(match ? [match.page] : [])]));
    return match ?? null;
  },
};
