import { headKey } from '../browser/catalog-db/badge-lookup.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import { isolatedWorld } from '../browser/isolated-world.ts';
import { badgePosition, hidesKey } from '../browser/user-data/public-settings.ts';
import { lateWorld } from './late-parts.ts';
import { throttle } from './rate-limit.ts';

const watchedKeys = [headKey, badgePosition.key, hidesKey];

let hasEnded = false;
const endings: (() => void)[] = [];

/** Whether this script may still act. It ends once the extension is gone, loaded anew, or has injected a newer copy of this script. */
export function isContextValid(): boolean {
  if (!chromeApi.runtime?.id) end();
  return !hasEnded;
}

/** Calls back when this script must end, to take away every listener and observer it has left in the page. */
export function onEnd(callback: () => void) {
  endings.push(callback);
}

function end() {
  hasEnded = true;
  for (const callback of endings.splice(0)) callback();
}

/**
 * To be called with the first badge: ends an older copy of this script, and from now on refreshes when settings or catalog change,
 * the badge is dismissed, or the page comes back from the back/forward cache. No event tells the older copy, since the page would
 * hear it; one in another isolated world, of the extension before it was loaded anew, sees for itself that it must end.
 */
export function startLifecycle(refresh: () => void) {
  if (isolatedWorld.end) {
    isolatedWorld.end();
    delete lateWorld.observe;
    delete lateWorld.lateParts;
  }
  isolatedWorld.end = end;
  const controller = new AbortController();
  const options = { signal: controller.signal };
  onEnd(() => controller.abort());
  // No event tells a page that its extension was disabled (https://github.com/w3c/webextensions/issues/138), but people do
  // that in another tab and then come back.
  document.addEventListener('visibilitychange', isContextValid, options);
  addEventListener('pageshow', ({ persisted }) => persisted && refresh(), options);
  isolatedWorld.refresh = refresh;
  const throttled = throttle(refresh);
  chromeApi.storage.local.onChanged.addListener((changes) => {
    if (watchedKeys.some((key) => key in changes)) throttled.run();
  });
}

/** Calls back when the page's address may have changed without a load; also on pages without a badge, so with few means. */
export function onNavigation(callback: () => void) {
  if ('navigation' in window) return listen(navigation, 'currententrychange', callback);
  // Firefox has the Navigation API since 147; GitHub's two routers dispatch these events when they are done (seen 2026-11).
  for (const done of ['turbo:render', 'soft-nav:react-done']) listen(document, done, callback);
  listen(window, 'popstate', callback);
}

function listen(target: EventTarget, type: string, callback: () => void) {
  target.addEventListener(type, callback);
  onEnd(() => target.removeEventListener(type, callback));
}
