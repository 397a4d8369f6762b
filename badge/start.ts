import { findMatch, lookupKeys } from '../browser/catalog-db/badge-lookup.ts';
import { now } from '../browser/clock.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import { isolatedWorld } from '../browser/isolated-world.ts';
import { settings, type BadgePosition } from '../browser/user-data/settings.ts';
import { wasRevokedSince, revokedHostsKey } from '../browser/host-access/revoked-hosts.ts';
import { pageName } from '../catalog/page-id.ts';
import { pageIds, siteOf } from '../sites/index.ts';
import { isContextValid, contextSignal } from './lifecycle.ts';
import { createBadgeHost } from './host.ts';
import { onNavigation } from './on-navigation.ts';
import { findUpstream } from './upstream.ts';

const { badgePosition, disabledHosts, dismissedPages } = settings;
const settingKeys = [badgePosition.key, disabledHosts.key, dismissedPages.key, revokedHostsKey];

const nothing = 'nothing yet';

/** Shows a badge on the page while it is about a known tool. The address is asked first and storage next: most pages end there. */
export function startBadge(): Promise<void> {
  const startedAt = now();
  const mark = createBadgeHost(() => void refresh(true));
  let looked = nothing;

  async function refresh(again = false) {
    const [own, ...shorter] = pageIds(location.href);
    const key = [own, ...shorter].join();
    if (looked === key && !again) return;
    // A script that has just started lives, and to ask costs a page that is no tool's half a millisecond.
    if (looked !== nothing && !isContextValid()) return;
    looked = key;
    if (!own) return mark.clear();
    const stored = await chromeApi.storage.local.get([...lookupKeys([own, ...shorter]), ...settingKeys]);
    if (looked !== key) return;

    const site = siteOf(location.href);
    const where = whereIn(stored, own);
    const match = findMatch(stored, [own, ...shorter]);
    if (match) return mark.show({ ...match, where, site });
    mark.clear();
    const original = site && (await findUpstream(site));
    if (original && looked === key) mark.show({ ...original, where, site, fork: pageName(original.page) });
  }

  function whereIn(stored: Record<string, unknown>, page: string): BadgePosition | 'off' {
    const isOff =
      isolatedWorld.dismissedPage === page ||
      wasRevokedSince(stored[revokedHostsKey], location.hostname, startedAt) ||
      disabledHosts.from(stored[disabledHosts.key]).includes(location.hostname) ||
      dismissedPages.from(stored[dismissedPages.key]).includes(page);
    return isOff ? 'off' : badgePosition.from(stored[badgePosition.key]);
  }

  onNavigation(() => void refresh(), contextSignal);
  // Whoever injected this hears when the first look is done, so that a right taken back meanwhile comes after it.
  return refresh();
}
