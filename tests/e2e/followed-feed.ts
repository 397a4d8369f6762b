import type { Page } from 'puppeteer-core';
import { makeKey, type makeFeed, type TestFeed, type TestKey } from '../builders/feed.ts';
import { changedAxolotl, subscription, teamFeed, thing } from '../../harness/acme-feed.ts';
import type { Extension } from '../../harness/extension.ts';
import type { FakeWeb } from '../../harness/fake-web.ts';
import { readStored, refresh, subscribe, type StoredCatalog } from '../../harness/feed-state.ts';
import { startMirror, type Mirror } from '../../harness/mirror.ts';

/** A feed that the extension follows; its `current` version is active. */
export type FollowedFeed = {
  mirror: Mirror;
  /** A page of the extension, in which the feed is refreshed. */
  page: Page;
  key: TestKey;
  current: TestFeed;
  /** The number of the latest version that was made. */
  version: number;
  /** Makes the next version. What was signed counts as seen, whatever is wrong with its files, so each use needs its own. */
  next(more?: Partial<Parameters<typeof makeFeed>[0]>, votes?: string): Promise<TestFeed>;
};

/** Publishes version 5 of a feed and follows it; throws unless it is active then. */
export async function followFeed(extension: Extension, web: FakeWeb): Promise<FollowedFeed> {
  const mirror = startMirror(web, 'feeds.example');
  const key = await makeKey();
  const current = await teamFeed(key, 5);
  const page = await extension.openPage('options.html');
  const feed: FollowedFeed = {
    ...{ mirror, page, key, current, version: 5 },
    next: (more = {}, votes = 'kkk') => teamFeed(key, (feed.version += 1), votes, more),
  };
  mirror.show(current.files);
  await readStored(page);
  await extension.grantFeedHost('feeds.example');
  await subscribe(page, [subscription(mirror.url, key)]);
  const { lastError } = await refresh(page, 'acme');
  const { votes } = await readStored(page);
  if (lastError || !isActive(votes)) throw new Error(`The feed is not active: ${lastError?.message}`);
  return feed;
}

const isActive = (votes: StoredCatalog['votes']): boolean =>
  Object.entries({ [thing]: 'sss', ...changedAxolotl }).every(([page, letters]) => votes[page] === letters);
