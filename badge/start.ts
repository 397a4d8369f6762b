import { findMatch, lookupKeys, type PageMatch } from '../browser/catalog-db/badge-lookup.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import { now } from '../browser/clock.ts';
import { revokedHostsKey, wasRevokedSince } from '../browser/host-access/revoked-hosts.ts';
import { isolatedWorld } from '../browser/isolated-world.ts';
import { settings, type BadgePosition } from '../browser/user-data/settings.ts';
import { pageName } from '../catalog/page-id.ts';
import { readAddress } from '../sites/address.ts';
import { pageIds, siteOf } from '../sites/index.ts';
import type { Site } from '../sites/site.ts';
import { createBadgeHost } from './host.ts';
import { isContextValid, onNavigation } from './lifecycle.ts';

const { badgePosition, disabledHosts, dismissedPages } = settings;
const settingKeys = [badgePosition.key, disabledHosts.key, dismissedPages.key, revokedHostsKey];

/**
 * Shows a badge while the page is about a known tool. Most pages end at their address, which no tool has, or after one read of
 * storage. Resolves after the first look: an injection holds the permissions lock until then, so no revocation can precede it.
 */
export function startBadge(): Promise<void> {
  const startedAt = now();
  const badge = createBadgeHost(() => void refresh(true));
  let currentIds: string | undefined;

  async function refresh(force = false) {
    const ids = pageIds(location.href);
    const [ownId] = ids;
    const joinedIds = ids.join();
    if (currentIds === joinedIds && !force) return;
    // Not at the first look: asking costs half a millisecond, and a script that has just started is valid.
    if (currentIds !== undefined && !isContextValid()) return;
    currentIds = joinedIds;
    if (ownId === undefined) return badge.clear();
    const stored = await chromeApi.storage.local.get([...lookupKeys(ids), ...settingKeys]);
    if (currentIds !== joinedIds) return;

    const site = siteOf(location.href);
    const position = positionOn(ownId, stored);
    const match = findMatch(stored, ids);
    if (match) return badge.show({ ...match, position, site });
    badge.clear();
    const upstream = site && (await findUpstream(site));
    if (upstream && currentIds === joinedIds)
      badge.show({ ...upstream, position, site, upstream: pageName(upstream.page) });
  }

  function positionOn(page: string, stored: Record<string, unknown>): BadgePosition | 'off' {
    const isOff =
      isolatedWorld.dismissedPage === page ||
      wasRevokedSince(stored[revokedHostsKey], location.hostname, startedAt) ||
      disabledHosts.from(stored[disabledHosts.key]).includes(location.hostname) ||
      dismissedPages.from(stored[dismissedPages.key]).includes(page);
    return isOff ? 'off' : badgePosition.from(stored[badgePosition.key]);
  }

  onNavigation(() => void refresh());
  return refresh();
}

/** What the catalog knows of the project that this page was forked from; only a page that names one costs a read. */
async function findUpstream({ forkOf }: Site): Promise<PageMatch | undefined> {
  if (!forkOf) return undefined;
  if (document.readyState === 'loading')
    await new Promise((ready) => document.addEventListener('DOMContentLoaded', ready, { once: true }));
  const page = forkOf(document, readAddress(location.href)?.segments ?? []);
  if (!page) return undefined;
  return findMatch(await chromeApi.storage.local.get(lookupKeys([page])), [page]);
}
