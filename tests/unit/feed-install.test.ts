// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Catalog } from '../../catalog/read-catalog.ts';
import type { Tool } from '../../catalog/tool-schema.ts';
import { makeFeed, makeKey, makeStatement, type TestFeed, type TestKey } from '../builders/feed.ts';
import { reference, tool } from '../builders/tool.ts';

const url = 'https://feeds.example/kitchen/';
const packaged: Catalog = {
  ...{ feed: 'own', name: 'Own', version: 1, published: '2026-11-01T00:00:00Z', reference },
  tools: [tool('oven', 'ssk'), tool('pan', 'kkk')],
};

let server: Map<string, Uint8Array>;
let asked: string[];

// Each test starts as a browser without a database does, so that modules which keep one open are read anew.
async function extension() {
  vi.resetModules();
  const [{ rebuildCatalog }, { refreshFeeds }, subscriptions, { openCatalog }, { readNews }, force] =
    await Promise.all([
      import('../../browser/feed-client/rebuild.ts'),
      import('../../browser/feed-client/refresh.ts'),
      import('../../browser/feed-client/subscriptions.ts'),
      import('../../browser/catalog-db/open-catalog.ts'),
      import('../../browser/user-data/news.ts'),
      import('../../browser/feed-client/apply-layers.ts'),
    ]);
  return { rebuildCatalog, refreshFeeds, openCatalog, readNews, ...subscriptions, ...force };
}
type Extension = Awaited<ReturnType<typeof extension>>;

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
  server = new Map();
  asked = [];
  vi.stubGlobal('fetch', (address: URL | string) => {
    const { href } = new URL(address);
    if (href.endsWith('/catalog.json')) return Promise.resolve(Response.json(packaged));
    asked.push(href.slice(url.length));
    const body = server.get(href.slice(url.length));
    return Promise.resolve(new Response(body as BodyInit, { status: body ? 200 : 404 }));
  });
});

afterEach(() => vi.useRealTimers());

const kitchen = (version: number, tools: Tool[], key: TestKey, more = {}): Promise<TestFeed> =>
  makeFeed({ tools, version, key, ...more });

async function following(own: Extension, { files, key, manifest }: TestFeed): Promise<void> {
  server = files;
  await own.rebuildCatalog();
  await own.changeSubscriptions(() => [
    own.subscriptionTo({ feed: manifest.feed, name: manifest.name, url, key: key.text }),
  ]);
  await own.refreshFeeds();
}

// What a person would see: the votes on each tool's page, and the full record's.
async function seen(own: Extension): Promise<Record<string, string>> {
  const catalog = await own.openCatalog();
  const votes: Record<string, string> = {};
  for (const { id } of await catalog.index()) {
    const badge = await catalog.badgeOfPage([`pkg:github/someone/${id}`]);
    const entry = await catalog.entry(id);
    const letters = entry?.tool.review?.votes.map(({ vote }) => (vote === 'ship' ? 's' : 'k')).join('') ?? '';
    expect(badge?.votes).toBe(letters);
    votes[id] = letters;
  }
  expect(Object.keys(votes)).toHaveLength(catalog.tools);
  return votes;
}

describe('a feed over the package', () => {
  it('replaces records of the same id, adds its own, and both say whose they are', async () => {
    const own = await extension();
    await following(own, await kitchen(3, [tool('oven', 'kkkk'), tool('vat', 'sss')], await makeKey()));
    expect(await seen(own)).toEqual({ oven: 'kkkk', pan: 'kkk', vat: 'sss' });
    const catalog = await own.openCatalog();
    expect((await catalog.badgeOfPage(['pkg:github/someone/oven']))?.from).toBe('Kitchen');
    expect(await catalog.badgeOfPage(['pkg:github/someone/pan'])).not.toHaveProperty('from');
    expect((await catalog.entry('vat'))?.layer.name).toBe('Kitchen');
  });
  it('goes with its data, and comes back', async () => {
    const own = await extension();
    await following(own, await kitchen(1, [tool('vat', 'sss')], await makeKey()));
    await own.changeSubscription('kitchen', { use: 'off' });
    await own.rebuildCatalog();
    expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk' });
    await own.changeSubscription('kitchen', { use: 'on' });
    await own.refreshFeeds();
    expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk', vat: 'sss' });
  });
  it('paused keeps what is there and is asked nothing', async () => {
    const own = await extension();
    await following(own, await kitchen(1, [tool('vat', 'sss')], await makeKey()));
    await own.changeSubscription('kitchen', { use: 'paused' });
    asked = [];
    await own.refreshFeeds();
    expect(asked).toEqual([]);
    expect(await seen(own)).toHaveProperty('vat');
  });
  it('takes the pages that its tools claim', async () => {
    const own = await extension();
    const vat = tool('vat', 'sss', { pages: ['pkg:github/someone/vat', 'pkg:github/someone/pan'] });
    await following(own, await kitchen(1, [vat], await makeKey()));
    const catalog = await own.openCatalog();
    expect((await catalog.badgeOfPage(['pkg:github/someone/pan']))?.tool).toBe('vat');
  });
  it('adds words to the tables and changes none', async () => {
    const own = await extension();
    const tables = {
      ...reference,
      jobs: {
        ...reference.jobs,
        baking: { ...reference.jobs.baking!, name: 'Changed' },
        frying: reference.jobs.baking!,
      },
    };
    await following(own, await kitchen(1, [tool('vat', 'sss')], await makeKey(), { tables }));
    const { jobs } = (await own.openCatalog()).reference;
    expect([jobs.baking?.name, jobs.frying?.name]).toEqual(['Baking', 'Baking']);
  });
});

describe('an update', () => {
  const many = (votes: string) =>
    Array.from({ length: 60 }, (_, at) => tool(`tool-${at}`, at === 7 ? votes : 'sss'));
  it('fetches the changed bucket and not the pack', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, many('sss'), key));
    expect(asked.some((file) => file.endsWith('.pack'))).toBe(true);
    asked = [];
    const next = await kitchen(2, many('kkk'), key);
    server = next.files;
    await own.refreshFeeds();
    expect(asked.some((file) => file.endsWith('.pack'))).toBe(false);
    expect(asked).toHaveLength(4);
    expect(await seen(own)).toMatchObject({ 'tool-7': 'kkk', 'tool-8': 'sss', oven: 'ssk' });
  });
  it('tells what is new, and nothing at the first fetch', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, many('sss'), key));
    expect(await own.readNews()).toEqual([]);
    server = (await kitchen(2, many('kkk'), key)).files;
    await own.refreshFeeds();
    expect(await own.readNews()).toMatchObject([{ tool: 'tool-7', kind: 'verdict', date: '2026-11-20' }]);
  });
  it('that is refused leaves no file behind', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, many('sss'), key));
    const { openDatabase } = await import('../../browser/catalog-db/database.ts');
    const files = async () => (await (await openDatabase()).getAllKeys('files')).sort();
    const before = await files();
    const clash = [...many('kkk').slice(1), tool('cup', 'sss', { pages: ['pkg:github/someone/tool-7'] })];
    server = (await kitchen(2, clash, key)).files;
    await own.refreshFeeds();
    expect((await own.readSubscriptions())[0]?.refusal?.text).toMatch(/claimed by both/);
    expect(await files()).toEqual(before);
  });
  it('of which nothing is new fetches manifest and signature alone', async () => {
    const own = await extension();
    await following(own, await kitchen(1, many('sss'), await makeKey()));
    asked = [];
    await own.refreshFeeds();
    expect(asked).toEqual(['manifest.json', 'manifest.sig']);
  });
  it('asked for twice at once is fetched once', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, many('sss'), key));
    server = (await kitchen(2, many('kkk'), key)).files;
    asked = [];
    await Promise.all([own.refreshFeeds(), own.refreshFeeds('kitchen')]);
    expect(asked.filter((file) => file.startsWith('files/'))).toHaveLength(2);
    expect(await seen(own)).toHaveProperty('tool-7', 'kkk');
  });
  it('follows a chain of keys over a year of sleep, and refuses the old key afterwards', async () => {
    const own = await extension();
    const [first, second, third] = await Promise.all([makeKey(), makeKey(), makeKey()]);
    await following(own, await kitchen(1, [tool('vat', 'sss')], first));
    const statements = [
      await makeStatement('kitchen', first, second),
      await makeStatement('kitchen', second, third),
    ];
    const next = await kitchen(5, [tool('vat', 'kkk')], third);
    server = next.files.set('keys.json', new TextEncoder().encode(JSON.stringify(statements)));
    await own.refreshFeeds();
    expect(await seen(own)).toHaveProperty('vat', 'kkk');
    server = (await kitchen(6, [tool('vat', 'sss')], first)).files;
    await own.refreshFeeds();
    expect(await seen(own)).toHaveProperty('vat', 'kkk');
    expect((await own.readSubscriptions())[0]?.refusal?.text).toMatch(/not by the key/);
  });
});

describe('the higher of package and feed wins', () => {
  const ownFeed = (version: number, key: TestKey) =>
    makeFeed({ tools: [tool('oven', 'kkkk')], version, key, feed: 'hullmark', name: 'Hullmark' });
  it.each([
    [2, 'kkkk'],
    [9, 'ssk'],
  ])('feed 3 and package %i after an update of the extension', async (version, votes) => {
    const before = { ...packaged };
    Object.assign(packaged, { feed: 'hullmark', version: 1 });
    const own = await extension();
    await following(own, await ownFeed(3, await makeKey()));
    expect(await seen(own)).toEqual({ oven: 'kkkk' });
    Object.assign(packaged, { version });
    await own.rebuildCatalog();
    expect(await seen(own)).toHaveProperty('oven', votes);
    Object.assign(packaged, before);
  });
});

describe('the feed that a build names', () => {
  const own = (extension: Extension, key = 'built key') => ({
    ...extension.subscriptionTo({ feed: 'hullmark', name: 'Hullmark', url, key }),
  });
  it('is followed without being added, and keeps what this device knows of it', async () => {
    const at = await extension();
    expect(await at.readSubscriptions(own(at))).toMatchObject([{ feed: 'hullmark', use: 'on', url }]);
    const known = { ...own(at), key: 'later key', use: 'paused' as const, seen: { version: 7 } };
    await at.changeSubscriptions(() => [known]);
    const [read] = await at.readSubscriptions({ ...own(at), url: 'https://moved.example/' });
    expect(read).toMatchObject({ key: 'later key', use: 'paused', seen: { version: 7 } });
    expect(read?.url).toBe('https://moved.example/');
  });
  // A thief of the old key may have signed the highest of versions.
  it('starts again with a key that a newer build brings', async () => {
    const at = await extension();
    await at.changeSubscriptions(() => [{ ...own(at), seen: { version: 7 } }]);
    const [read] = await at.readSubscriptions(own(at, 'another key'));
    expect(read).toMatchObject({ given: 'another key', key: 'another key', seen: own(at).seen });
  });
  it('never goes below the version in the package', async () => {
    const at = await extension();
    await at.changeSubscriptions(() => [{ ...own(at), seen: { version: 0 } }]);
    expect((await at.readSubscriptions())[0]?.seen.version).toBeGreaterThan(0);
  });
  it.each([7, [7], [{ feed: 'x' }], [{ ...{ feed: 'x', name: 'x' }, seen: null }]])(
    'is all there is where the list is damaged: %j',
    async (feeds) => {
      const at = await extension();
      await fakeBrowser.storage.local.set({ feeds });
      expect(await at.readSubscriptions(own(at))).toHaveLength(1);
      expect(await at.readSubscriptions()).toEqual([]);
    },
  );
});

describe('the clock', () => {
  it.each([
    ['set forward', '2127-01-01', /expired on 2126-01-01/],
    ['set back', '1999-01-01', undefined],
  ])('%s: an update is %s, and what is in force stays', async (_, date, refusal) => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, [tool('vat', 'sss')], key));
    server = (await kitchen(2, [tool('vat', 'kkk')], key)).files;
    vi.useFakeTimers({ now: Date.parse(date), toFake: ['Date'] });
    await own.refreshFeeds();
    vi.useRealTimers();
    const [feed] = await own.readSubscriptions();
    if (refusal) expect(feed?.refusal?.text).toMatch(refusal);
    else expect(feed?.refusal).toBeUndefined();
    expect(await seen(own)).toHaveProperty('vat', refusal ? 'sss' : 'kkk');
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
      'in a day at the latest, whatever the clock said',
      '2030-01-01T00:00:00Z',
      '2026-11-22T12:00:00Z',
      '2026-11-23T12:00:00Z',
    ],
  ])('the next check comes %s', async (_, checked, now, when) => {
    const own = await extension();
    const { scheduleRefresh } = await import('../../browser/feed-client/schedule.ts');
    await own.changeSubscriptions(() => [
      { ...own.subscriptionTo({ feed: 'kitchen', name: 'Kitchen', url, key: 'x' }), checked },
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

describe('a store that fails', () => {
  // Every write to either store counts, in the order in which they come.
  function failAt(nth: number): { count(): number } {
    let writes = 0;
    const step = () => {
      if (++writes === nth) throw new DOMException('There is no room.', 'QuotaExceededError');
    };
    const { local } = fakeBrowser.storage;
    const set = local.set.bind(local);
    const remove = local.remove.bind(local);
    vi.spyOn(local, 'set').mockImplementation((items: Record<string, unknown>) => {
      // The list of feeds is where the refusal itself is kept.
      if (!('feeds' in items)) step();
      return set(items) as never;
    });
    vi.spyOn(local, 'remove').mockImplementation((keys: string | string[]) => {
      step();
      return remove(keys) as never;
    });
    for (const name of ['put', 'delete'] as const) {
      const real = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
        this: IDBObjectStore,
        ...args: unknown[]
      ) {
        step();
        return real.apply(this, args) as never;
      });
    }
    return { count: () => writes };
  }

  it('at any of its writes leaves the old catalog whole, and the next update succeeds', async () => {
    const key = await makeKey();
    const [one, two] = await Promise.all([
      kitchen(1, [tool('vat', 'sss'), tool('jug', 'sss'), tool('oven', 'kkk')], key),
      kitchen(2, [tool('vat', 'kkk'), tool('cup', 'sss'), tool('oven', 'kkk')], key),
    ]);
    const old = { oven: 'kkk', pan: 'kkk', vat: 'sss', jug: 'sss' };
    const next = { oven: 'kkk', pan: 'kkk', vat: 'kkk', cup: 'sss' };
    vi.spyOn(console, 'warn').mockReturnValue();
    for (let nth = 1; ; nth++) {
      fakeBrowser.reset();
      vi.stubGlobal('indexedDB', new IDBFactory());
      const own = await extension();
      await following(own, one);
      expect(await seen(own)).toEqual(old);
      server = two.files;
      const failing = failAt(nth);
      await own.refreshFeeds();
      const writes = failing.count();
      vi.mocked(fakeBrowser.storage.local.set).mockRestore();
      vi.mocked(fakeBrowser.storage.local.remove).mockRestore();
      vi.mocked(IDBObjectStore.prototype.put).mockRestore();
      vi.mocked(IDBObjectStore.prototype.delete).mockRestore();
      const now = await seen(await extension());
      const [feed] = await own.readSubscriptions();
      expect([old, next]).toContainEqual(now);
      if (feed?.refusal) {
        expect(now).toEqual(old);
        expect(feed.refusal.text).toBe('The browser has no room left to keep it.');
      }
      await own.refreshFeeds();
      expect(await seen(await extension())).toEqual(next);
      if (writes < nth) {
        expect(nth).toBeGreaterThan(8);
        return;
      }
    }
  });
});
