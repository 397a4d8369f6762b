import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeKey } from '../../../builders/feed.ts';
import { tool } from '../../../builders/tool.ts';
import { kitchen, url, feedExtension } from '../../../builders/feed-extension.ts';

const { web, extension, following: followingFeed, seen } = feedExtension();

describe('the clock', () => {
  it.each([
    ['set forward', '2127-01-01', /expired on 2027-09-16/],
    ['set back', '1999-01-01', undefined],
  ])('%s to %s: the active catalog stays or is updated', async (_, date, message) => {
    const own = await extension();
    const key = await makeKey();
    await followingFeed(own, await kitchen(1, [tool('vat', 'sss')], key));
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
      'in a minute where the last one was made while the clock was ahead',
      '2030-01-01T00:00:00Z',
      '2026-11-22T12:00:00Z',
      '2026-11-22T12:01:00Z',
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

  describe('that was ahead and is right again', () => {
    const following = async (lastChecked: string) => {
      const own = await extension();
      const { text: key } = await makeKey();
      await own.changeSubscriptions(() => [
        { ...own.subscriptionTo({ feed: 'kitchen', name: 'Kitchen', url, key }), lastChecked },
      ]);
      return import('../../../../browser/feed-client/schedule.ts');
    };
    const alarmAt = async () => {
      const alarm = await fakeBrowser.alarms.get('refresh-feeds');
      return alarm && new Date(alarm.scheduledTime).toISOString();
    };
    const ahead = '2027-11-22T12:00:00.000Z';
    const right = '2026-11-22T12:00:00.000Z';
    const inAMinute = '2026-11-22T12:01:00.000Z';

    it('leaves no alarm in a year: the next start of the background sets it anew', async () => {
      const { scheduleRefresh, correctSchedule } = await following(ahead);
      vi.setSystemTime(ahead);
      await scheduleRefresh();
      expect(await alarmAt()).toBe('2027-11-23T12:00:00.000Z');
      vi.setSystemTime(right);
      await correctSchedule();
      expect(await alarmAt()).toBe(inAMinute);
    });
    it('does not put off the alarm, however often the background starts', async () => {
      const { scheduleRefresh, correctSchedule } = await following(ahead);
      for (const second of ['00', '20', '40', '59']) {
        vi.setSystemTime(`2026-11-22T12:00:${second}Z`);
        await correctSchedule();
        await scheduleRefresh();
        expect(await alarmAt()).toBe(inAMinute);
      }
    });
    it('leaves an alarm within a day where it is', async () => {
      const { scheduleRefresh, correctSchedule } = await following(right);
      vi.setSystemTime(right);
      await scheduleRefresh();
      vi.setSystemTime('2026-11-22T20:00:00Z');
      await correctSchedule();
      expect(await alarmAt()).toBe('2026-11-23T12:00:00.000Z');
    });
    it.each(['2027-11-22', '2025-11-22', '1999-01-01'])(
      'shows the news again that it hid: %s',
      async (date) => {
        const own = await extension();
        const { addNews, markSeen } = await import('../../../../browser/user-data/news.ts');
        const change = {
          tool: 'vat',
          name: 'Vat',
          kind: 'verdict',
          text: 'Ship → Skip',
          from: undefined,
        } as const;
        await addNews([{ ...change, date: '2026-11-20' }], '2026-11-22');
        // What nobody has seen is hidden by no clock.
        await markSeen(await own.readNews());
        vi.setSystemTime(`${date}T12:00:00Z`);
        expect(await own.readNews()).toEqual([]);
        await addNews([{ ...change, tool: 'jug', date: '2026-11-21' }], date);
        vi.setSystemTime(right);
        // By the day on which they came, as the clock had it then.
        const order = date > '2026-11-22' ? ['jug', 'vat'] : ['vat', 'jug'];
        expect((await own.readNews()).map(({ tool }) => tool)).toEqual(order);
      },
    );
    it('updates a feed that was refused as expired while it was ahead', async () => {
      const own = await extension();
      const key = await makeKey();
      await followingFeed(own, await kitchen(1, [tool('vat', 'sss')], key));
      web.files = (await kitchen(2, [tool('vat', 'kkk')], key)).files;
      vi.setSystemTime(Date.now() + 400 * 86_400_000);
      await own.refreshFeeds();
      expect((await own.readSubscriptions())[0]?.lastError?.code).toBe('expired');
      vi.setSystemTime(Date.now() - 400 * 86_400_000);
      await own.refreshFeeds();
      expect(await seen(own)).toHaveProperty('vat', 'kkk');
    });
  });
});
