import { headKey } from '../browser/catalog-db/badge-lookup.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import { isolatedWorld } from '../browser/isolated-world.ts';
import { settings } from '../browser/user-data/settings.ts';
import { revokedHostsKey } from '../browser/host-access/revoked-hosts.ts';

const startedEvent = 'hullmark:started';
const watchedKeys = [
  headKey,
  revokedHostsKey,
  settings.badgePosition.key,
  settings.disabledHosts.key,
  settings.dismissedPages.key,
];
const contextController = new AbortController();

/** Ends with this script: all that it left in the page hangs on it. */
export const contextSignal = contextController.signal;

/** Whether this script may still act; once the extension is gone, or a newer script of ours runs here, it ends itself. */
export function isContextValid(): boolean {
  if (!chromeApi.runtime?.id) contextController.abort();
  return !contextSignal.aborted;
}

/**
 * From the first mark on: ends the scripts of an earlier installation, and hears when this one is to end or to look again,
 * because settings or catalog changed, the page came back from the back/forward cache, or its mark was put away.
 */
export function startLifecycle(refresh: () => void) {
  const until = { signal: contextSignal };
  document.dispatchEvent(new Event(startedEvent));
  document.addEventListener(startedEvent, () => contextController.abort(), until);
  // Nothing tells a page that the extension was switched off, but people do that in another tab and come back.
  document.addEventListener('visibilitychange', isContextValid, until);
  addEventListener('pageshow', ({ persisted }) => persisted && refresh(), until);
  isolatedWorld.refresh = refresh;
  chromeApi.storage.local.onChanged.addListener((changes) => {
    if (watchedKeys.some((key) => key in changes)) refresh();
  });
}
