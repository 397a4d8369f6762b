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

  // What is published on a day cannot depend on the day on which the tests run.
  test.for([
    [290, 'kkk', 'too old to be news'],
    [100, 'sss', 'too old to be news'],
    [8, 'kkk', 'earlier news'],
    [0, 'sss', 'news of this week'],
  ] as const)(
    'published %i days ago is accepted, and has the votes %s, and is %s',
    async ([days, votes, place], { openPage }) => {
      const date = daysAgo(days);
      feed.mirror.show((await feed.next({ published: `${date}T00:00:00Z` }, votes)).files);
      expect((await refresh(feed.page, 'acme')).lastError).toBeUndefined();
      await reads(await openPage('options.html'), `Version ${feed.version}, published ${dateLabel(date)}`);
      const news = await openPage('news.html');
      await reads(news, 'What’s new');
      const shown = await news.evaluate((date) => {
        const time = document.querySelector(`time[datetime="${date}"]`);
        return time ? (time.closest('details') ? 'earlier news' : 'news of this week') : 'too old to be news';
      }, date);
      expect(shown).toBe(place);
    },
  );
});
