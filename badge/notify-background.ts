import type { BadgeRecord } from '../catalog/badge-record.ts';
import { chromeApi } from '../browser/chrome-api.ts';
import { message } from '../browser/messages.ts';
import { isolatedWorld } from '../browser/isolated-world.ts';

let latest: BadgeRecord | null = null;
let waiting: number | undefined;

/**
 * Has the toolbar icon carry the share of this tab's tool, or nothing, and asks for the script that reads what the page
 * states. The page comes first, so that is said when it is idle, and of a page that is only prerendered once it is shown.
 */
export function notifyBackground(record: BadgeRecord | null) {
  latest = record;
  waiting ??= requestIdleCallback(
    () => {
      if ('prerendering' in document && document.prerendering)
        document.addEventListener('prerenderingchange', notify, { once: true });
      else notify();
    },
    { timeout: 1000 },
  );
}

function notify() {
  waiting = undefined;
  const wantsPageObserver = Boolean(isolatedWorld.activeBadge && !isolatedWorld.observe);
  const tool = latest && { name: latest.name, votes: latest.votes, wantsPageObserver };
  void chromeApi.runtime.sendMessage(message('tool-on-page', tool)).catch(() => {});
}
