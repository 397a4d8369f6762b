import { chromeApi } from '../browser/chrome-api.ts';
import { isolatedWorld } from '../browser/isolated-world.ts';
import { message } from '../browser/messages.ts';
import type { BadgeRecord } from '../catalog/badge-record.ts';

let latest: BadgeRecord | null = null;
let idleCallback: number | undefined;

/**
 * Tells the background which tool the page is about, for the toolbar badge, and whether it still needs the page observer. Sent
 * when the page is idle, since that comes first, and from a prerendered page only once it is shown.
 */
export function notifyBackground(record: BadgeRecord | null) {
  latest = record;
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
  const tool = latest && {
    name: latest.name,
    from: latest.from,
    votes: latest.votes,
    wantsPageObserver,
  };
  void chromeApi.runtime.sendMessage(message('tool-on-page', tool)).catch(() => {});
}
