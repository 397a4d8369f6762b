import browser from 'webextension-polyfill';
import { activeCatalog } from '../catalog-db/database.ts';
import { now } from '../clock.ts';
import { readSubscriptions } from './subscriptions.ts';

/** The name of the alarm that refreshes the feeds. */
export const refreshAlarm = 'refresh-feeds';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Sets the alarm to a day after the last check, or to the next minute if that is past or the data of a feed is gone; clears it if no feed is on. A clock that was set back delays it by a day at most. */
export async function scheduleRefresh(): Promise<void> {
  const feeds = (await readSubscriptions()).filter(({ use }) => use === 'on');
  if (feeds.length === 0) {
    await browser.alarms.clear(refreshAlarm);
    return;
  }
  // Without a stored catalog there is no place for it either.
  const layers = (await activeCatalog().catch(() => undefined))?.layers;
  const isGone = layers && feeds.some(({ feed }) => !layers.some((layer) => layer.feed === feed));
  const last = isGone
    ? 0
    : Math.min(...feeds.map(({ lastChecked }) => (lastChecked ? Date.parse(lastChecked) : 0)));
  const at = now();
  const when = Math.min(Math.max(last + day, at + minute), at + day);
  await browser.alarms.create(refreshAlarm, { when, periodInMinutes: day / minute });
}
