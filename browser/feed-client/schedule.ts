import browser from 'webextension-polyfill';
import { activeCatalog } from '../catalog-db/database.ts';
import { now } from '../clock.ts';
import { readSubscriptions, type Subscription } from './subscriptions.ts';

/** The name of the alarm that refreshes the feeds. */
export const refreshAlarm = 'refresh-feeds';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Sets the alarm to a day after the last check, or to the next minute if that is past or the data of a feed is gone; clears
 * it if no feed is on. An alarm that comes sooner stays.
 */
export async function scheduleRefresh(): Promise<void> {
  const feeds = (await readSubscriptions()).filter(({ use }) => use === 'on');
  if (feeds.length === 0) {
    await browser.alarms.clear(refreshAlarm);
    return;
  }
  // Without a stored catalog there is no place for it either.
  const layers = (await activeCatalog().catch(() => undefined))?.layers;
  const isGone = layers && feeds.some(({ feed }) => !layers.some((layer) => layer.feed === feed));
  const at = now();
  const last = isGone ? 0 : Math.min(...feeds.map((feed) => checkedBefore(feed, at)));
  const when = Math.max(last + day, at + minute);
  const alarm = await browser.alarms.get(refreshAlarm);
  if (alarm && at < alarm.scheduledTime && alarm.scheduledTime <= when) return;
  await browser.alarms.create(refreshAlarm, { when, periodInMinutes: day / minute });
}

/** For each start of the background: sets the alarm anew where it is missing, or more than a day away because the clock was ahead. */
export async function correctSchedule(): Promise<void> {
  const alarm = await browser.alarms.get(refreshAlarm);
  if (!alarm || alarm.scheduledTime > now() + day + minute) await scheduleRefresh();
}

// A check that seems to come after now was made while the clock was ahead, and counts for nothing.
function checkedBefore({ lastChecked }: Subscription, at: number): number {
  const last = lastChecked ? Date.parse(lastChecked) : 0;
  return last <= at ? last : 0;
}
