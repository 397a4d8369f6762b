import { headKey } from '../../browser/badge-lookup.ts';
import { native } from '../../browser/native.ts';
import { settings } from '../../browser/settings.ts';

const started = 'hullmark:started';
const matter = [headKey, settings.place.key, settings.offHosts.key];
let ended = false;

/** Whether this script may still act: false once the extension is gone or a newer one of our scripts runs here. */
export function isAlive(): boolean {
  return !ended && Boolean(native.runtime?.id);
}

/**
 * From the first mark on: ends the scripts of an earlier installation, and hears when this one is to end or to look
 * again, because settings or catalog changed or the page came back from the back/forward cache.
 */
export function startLife(lookAgain: () => void, end: () => void) {
  const newerStarted = () => {
    ended = true;
    end();
  };
  document.dispatchEvent(new Event(started));
  document.addEventListener(started, newerStarted, { once: true });
  // Nothing tells a page that the extension was switched off, but people do that in another tab and come back.
  document.addEventListener('visibilitychange', () => isAlive() || end());
  addEventListener('pageshow', ({ persisted }) => persisted && lookAgain());
  native.storage.local.onChanged.addListener((changes) => {
    if (matter.some((key) => key in changes)) lookAgain();
  });
}
