import type { BadgeRecord } from '../../catalog/badge-record.ts';
import { native } from '../../browser/native.ts';
import { message } from '../../browser/messages.ts';
import { ownWorld } from '../../browser/own-world.ts';

let latest: BadgeRecord | null = null;
let waiting: number | undefined;

/**
 * Has the toolbar icon carry the share of this tab's tool, or nothing, and asks for the script that reads what the page
 * states. The page comes first, so that is said when it is idle, and of a page that is only prerendered once it is shown.
 */
export function tellToolbar(record: BadgeRecord | null) {
  latest = record;
  waiting ??= requestIdleCallback(
    () => {
      if ('prerendering' in document && document.prerendering)
        document.addEventListener('prerenderingchange', tell, { once: true });
      else tell();
    },
    { timeout: 1000 },
  );
}

function tell() {
  waiting = undefined;
  const wantsWatch = Boolean(ownWorld.standing && !ownWorld.watch);
  const tool = latest && { name: latest.name, votes: latest.votes, wantsWatch };
  void native.runtime.sendMessage(message('tool-on-page', tool)).catch(() => {});
}
