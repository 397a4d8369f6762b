import { expect } from 'vitest';
import { dateLabel } from '../../catalog/dates.ts';
import { daysAgo } from '../builders/dates.ts';
import { refresh } from '../../harness/feed-state.ts';
import { reads } from '../../harness/shown-text.ts';
import { extensionTest, inEachBrowser } from './extension-test.ts';
import { followFeed, type FollowedFeed } from './followed-feed.ts';

const test = extensionTest();

inEachBrowser('a version of a feed', () => {
  let feed: FollowedFeed;
  test.beforeAll(async ({ extension, web }) => {
    feed = await followFeed(extension, web);
  });

  // What is published on a day cannot depend on the day on which the tests run; what is new is what came here today.
  test.for([
    [290, 'kkk'],
    [100, 'sss'],
    [8, 'kkk'],
    [0, 'sss'],
  ] as const)(
    'published %i days ago is accepted, and has the votes %s, and is new on the day it came',
    async ([days, votes], { openPage }) => {
      const date = daysAgo(days);
      feed.mirror.show((await feed.next({ published: `${date}T00:00:00Z` }, votes)).files);
      expect((await refresh(feed.page, 'acme')).lastError).toBeUndefined();
      await reads(await openPage('options.html'), `Version ${feed.version}, published ${dateLabel(date)}`);
      const news = await openPage('news.html');
      await reads(news, '1 new change.');
      const [day, text] = await news.$eval('section:has(time)', (section) => [
        section.querySelector('time')!.dateTime,
        section.textContent,
      ]);
      expect(day).toBe(daysAgo(0));
      if (days > 0) expect(text).toContain(`published ${dateLabel(date)}`);
      else expect(text).not.toContain('published');
    },
  );
});
