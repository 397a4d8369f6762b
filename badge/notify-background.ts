import { chromeApi } from '../browser/chrome-api.ts';
import { isolatedWorld } from '../browser/isolated-world.ts';
import { message } from '../browser/messages.ts';

/** `upstream` is the page id of what the page was forked from. */
type Shown = { upstream?: string } | null;

let latest: Shown = null;
let idleCallback: number | undefined;

/**
 * Tells the background that the page has a badge, for the toolbar badge, and whether it still needs the page observer. Sent
 * when the page is idle, since that comes first, and from a prerendered page only once it is shown.
 */
export function notifyBackground(shown: Shown) {
  latest = shown;
  idleCallback ??= requestIdleCallback(
    () => {
      if ('prerendering' in document && document.prerendering)
        document.addEventListener('prerenderingchange', send, { once: true });
      else send();
    },
    { timeout: 1000 },
  );
}

function send() {
  idleCallback = undefined;
  const wantsPageObserver = Boolean(isolatedWorld.activeBadge && !isolatedWorld.observe);
  const sent = latest && { ...latest, wantsPageObserver };
  void chromeApi.runtime.sendMessage(message('tool-on-page', sent)).catch(() => {});
}
