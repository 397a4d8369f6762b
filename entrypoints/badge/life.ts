import { headKey } from '../../browser/badge-lookup.ts';
import { native } from '../../browser/native.ts';
import { ownWorld } from '../../browser/own-world.ts';
import { settings } from '../../browser/settings.ts';
import { withdrawnKey } from '../../browser/withdrawn.ts';

const started = 'hullmark:started';
const matter = [headKey, withdrawnKey, settings.place.key, settings.offHosts.key, settings.wrongPages.key];
const life = new AbortController();

/** Ends with this script: all that it left in the page hangs on it. */
export const lifetime = life.signal;

/** Whether this script may still act; once the extension is gone, or a newer script of ours runs here, it ends itself. */
export function isAlive(): boolean {
  if (!native.runtime?.id) life.abort();
  return !lifetime.aborted;
}

/**
 * From the first mark on: ends the scripts of an earlier installation, and hears when this one is to end or to look again,
 * because settings or catalog changed, the page came back from the back/forward cache, or its mark was put away.
 */
export function startLife(lookAgain: () => void) {
  const until = { signal: lifetime };
  document.dispatchEvent(new Event(started));
  document.addEventListener(started, () => life.abort(), until);
  // Nothing tells a page that the extension was switched off, but people do that in another tab and come back.
  document.addEventListener('visibilitychange', isAlive, until);
  addEventListener('pageshow', ({ persisted }) => persisted && lookAgain(), until);
  ownWorld.lookAgain = lookAgain;
  native.storage.local.onChanged.addListener((changes) => {
    if (matter.some((key) => key in changes)) lookAgain();
  });
}
