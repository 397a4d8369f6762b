import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeKey } from '../../../builders/feed.ts';
import { tool } from '../../../builders/tool.ts';
import { kitchen, url, feedExtension } from '../../../builders/feed-extension.ts';

const { web, extension, following, seen } = feedExtension();

describe('the clock', () => {
  it.each([
    ['set forward', '2127-01-01', /expired on 2027-09-16/],
    ['set back', '1999-01-01', undefined],
  ])('%s to %s: the active catalog stays or is updated', async (_, date, message) => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, [tool('vat', 'sss')], key));
    web.files = (await kitchen(2, [tool('vat', 'kkk')], key)).files;
    vi.useFakeTimers({ now: Date.parse(date), toFake: ['Date'] });
    await own.refreshFeeds();
    vi.useRealTimers();
    const [feed] = await own.readSubscriptions();
    if (message) expect(feed?.lastError?.message).toMatch(message);
    else expect(feed?.lastError).toBeUndefined();
    expect(await seen(own)).toHaveProperty('vat', message ? 'sss' : 'kkk');
  });
  it.each([
    ['a day after the last check', '2026-11-22T10:00:00Z', '2026-11-22T12:00:00Z', '2026-11-23T10:00:00Z'],
    [
      'in a minute where that is over',
      '2026-11-01T10:00:00Z',
      '2026-11-22T12:00:00Z',
      '2026-11-22T12:01:00Z',
    ],
    [
      'in a day at the latest, whatever the clock was',
      '2030-01-01T00:00:00Z',
      '2026-11-22T12:00:00Z',
      '2026-11-23T12:00:00Z',
    ],
  ])('the next check comes %s', async (_, lastChecked, now, when) => {
    const own = await extension();
    const { scheduleRefresh } = await import('../../../../browser/feed-client/schedule.ts');
    const { text: key } = await makeKey();
    await own.changeSubscriptions(() => [
      { ...own.subscriptionTo({ feed: 'kitchen', name: 'Kitchen', url, key }), lastChecked },
    ]);
    vi.setSystemTime(now);
    await scheduleRefresh();
    const [alarm] = await fakeBrowser.alarms.getAll();
    expect(new Date(alarm!.scheduledTime).toISOString()).toBe(new Date(when).toISOString());
    await own.changeSubscription('kitchen', { use: 'paused' });
    await scheduleRefresh();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });
});
