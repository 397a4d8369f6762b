import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { badgesIn, bucketPrefix, findMatch, readHead } from '../../browser/catalog-db/badge-lookup.ts';
import type { Catalog } from '../../catalog/read-catalog.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { subscriptionChanger } from './change-subscription.ts';
import { makeFeed, type TestFeed, type TestKey } from './feed.ts';
import { reference, tool } from './tool.ts';

export const url = 'https://feeds.example/kitchen/';
export const bundled: Catalog = {
  ...{ feed: 'own', name: 'Own', version: 1, published: '2026-11-01T00:00:00Z', reference },
  tools: [tool('oven', 'ssk'), tool('pan', 'kkk')],
};

export const kitchen = (version: number, tools: Tool[], key: TestKey, more = {}): Promise<TestFeed> =>
  makeFeed({ tools, version, key, ...more });

// Each test starts as a browser without a database does, so that modules which keep one open are read anew.
async function extension() {
  vi.resetModules();
  const [catalog, updates, subscriptions, { openCatalog }, { readNews }, userDb] = await Promise.all([
    import('../../browser/feed-client/rebuild.ts'),
    import('../../browser/feed-client/refresh.ts'),
    import('../../browser/feed-client/subscriptions.ts'),
    import('../../browser/catalog-db/open-catalog.ts'),
    import('../../browser/user-data/news.ts'),
    import('../../browser/user-data/user-db.ts'),
  ]);
  const changeSubscription = subscriptionChanger(subscriptions);
  return {
    ...catalog,
    ...updates,
    ...subscriptions,
    ...userDb,
    ...{ changeSubscription, openCatalog, readNews },
  };
}
export type Extension = Awaited<ReturnType<typeof extension>>;

// What a person would see: the votes on each tool's page, and the full record's.
async function seen(own: Extension): Promise<Record<string, string>> {
  const catalog = await own.openCatalog();
  const published = await fakeBrowser.storage.local.get();
  const votes: Record<string, string> = {};
  for (const { id } of await catalog.index()) {
    const badge = await catalog.badgeOfPage([`pkg:github/someone/${id}`]);
    const entry = await catalog.entry(id);
    const letters = entry?.tool.review?.votes.map(({ vote }) => (vote === 'ship' ? 's' : 'k')).join('') ?? '';
    expect(badge?.votes).toBe(letters && letters.padEnd(5, '-'));
    expect(findMatch(published, [`pkg:github/someone/${id}`])?.record).toEqual(badge);
    votes[id] = letters;
  }
  expect(Object.keys(votes)).toHaveLength(catalog.tools);
  // Each tool has one page, and no other page has a badge.
  expect(publishedPages(published)).toHaveLength(catalog.tools);
  return votes;
}

function publishedPages(stored: Record<string, unknown>): string[] {
  const generation = readHead(stored)?.generation ?? 0;
  const buckets = Object.keys(stored).filter((key) => key.startsWith(bucketPrefix));
  return buckets.flatMap((key) => Object.keys(badgesIn(stored[key], generation)));
}

/** The background of the extension in a browser of its own for each test, and the host that serves its feeds. */
export function feedExtension() {
  const web = {
    /** By their path below `url`, or the whole address. */
    files: new Map<string, Uint8Array>(),
    requests: [] as string[],
    /** Answers a request in its own way. */
    misbehave: undefined as ((file: string) => Promise<Response> | Response | undefined) | undefined,
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T08:00:00Z') });
    fakeBrowser.reset();
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
      manifest_version: 3,
      name: 'x',
      version: '1.0',
    });
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined);
    vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never);
    web.files = new Map();
    web.requests = [];
    web.misbehave = undefined;
    // Knows nothing of signals: an abort has to end the waiting without help from `fetch`.
    vi.stubGlobal('fetch', (address: URL | string) => {
      const { href } = new URL(address);
      if (href.endsWith('/catalog.json')) return Promise.resolve(Response.json(bundled));
      const file = href.startsWith(url) ? href.slice(url.length) : href;
      web.requests.push(file);
      const answer = web.misbehave?.(file);
      if (answer) return Promise.resolve(answer);
      const body = web.files.get(file);
      return Promise.resolve(new Response(body as BodyInit, { status: body ? 200 : 404 }));
    });
  });
  afterEach(async () => {
    vi.useRealTimers();
    // What a test has stopped may still write.
    await navigator.locks.request('catalog', () => Promise.resolve());
  });

  async function following(own: Extension, { files, key, manifest }: TestFeed): Promise<void> {
    web.files = files;
    await own.rebuildCatalog();
    await own.changeSubscriptions(() => [
      own.subscriptionTo({ feed: manifest.feed, name: manifest.name, url, key: key.text }),
    ]);
    await own.refreshFeeds();
  }

  return { web, extension, following, seen };
}
