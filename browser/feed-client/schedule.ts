import browser from 'webextension-polyfill';
import { now } from '../clock.ts';
import { readSubscriptions } from './subscriptions.ts';

/** The name of the alarm that asks feeds for news. */
export const refreshAlarm = 'refresh-feeds';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Sets the alarm a day after the last check, at once if that is over, and none if no feed is to be asked; a clock set back does not put it off. */
export async function scheduleRefresh(): Promise<void> {
  const feeds = (await readSubscriptions()).filter(({ use }) => use === 'on');
  if (feeds.length === 0) {
    await browser.alarms.clear(refreshAlarm);
    return;
  }
  const last = Math.min(...feeds.map(({ checked }) => (checked ? Date.parse(checked) : 0)));
  const at = now();
  const when = Math.min(Math.max(last + day, at + minute), at + day);
  await browser.alarms.create(refreshAlarm, { when, periodInMinutes: day / minute });
}
