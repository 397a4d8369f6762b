import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeFeed, makeKey, makeStatement, type TestFeed } from '../../../builders/feed.ts';
import { tool } from '../../../builders/tool.ts';
import { feedExtension, kitchen, url, type Extension } from '../../../builders/feed-extension.ts';

const { web, extension, following, seen } = feedExtension();

const many = (votes: string, count = 60) =>
  Array.from({ length: count }, (_, at) => tool(`tool-${at}`, at === 7 ? votes : 'sss'));
const subscriptionOf = (own: Extension) => own.readSubscriptions().then(([feed]) => feed);

/** Holds one kind of request back until it is let go. */
function stall(isHeld: (file: string) => boolean) {
  const reached = Promise.withResolvers<void>();
  const answers: (() => void)[] = [];
  web.misbehave = (file) => {
    if (!isHeld(file)) return undefined;
    reached.resolve();
    return new Promise<Response>((done) =>
      answers.push(() => done(new Response(web.files.get(file) as BodyInit))),
    );
  };
  const letGo = () => {
    web.misbehave = undefined;
    for (const answer of answers.splice(0)) answer();
  };
  return { reached: reached.promise, letGo };
}

/** Lets everything that was stopped come to its end. */
const settled = () => new Promise((done) => setTimeout(done, 50));

const storedFiles = async () => {
  const { openDatabase } = await import('../../../../browser/catalog-db/database.ts');
  return (await (await openDatabase()).getAllKeys('files')).sort();
};

describe('while a feed’s host lets us wait', () => {
  const isTables =
    ({ manifest }: TestFeed) =>
    (file: string) =>
      file.includes(manifest.tables.sha256);
  const isIndex =
    ({ manifest }: TestFeed) =>
    (file: string) =>
      manifest.index.some(({ sha256 }) => file.includes(sha256));
  const steps: [string, (feed: TestFeed) => (file: string) => boolean][] = [
    ['the manifest', () => (file) => file === 'manifest.json'],
    ['the signature', () => (file) => file === 'manifest.sig'],
    ['the statements about keys', () => (file) => file === 'keys.json'],
    ['an index file', isIndex],
    ['the tables', isTables],
    ['the pack', () => (file) => file.endsWith('.pack')],
  ];
  type Action = [string, (own: Extension) => Promise<unknown>, 'gone' | 'paused' | 'off'];
  const actions: Action[] = [
    ['removing it', (own) => own.changeSubscriptions(() => []), 'gone'],
    ['pausing it', (own) => own.changeSubscription('kitchen', { use: 'paused' }), 'paused'],
    ['turning it off', (own) => own.changeSubscription('kitchen', { use: 'off' }), 'off'],
  ];
  describe.each(steps)('for %s', (_, isHeld) => {
    it.each(actions)('%s is answered at once, and nothing comes of the update', async (_, act, after) => {
      const own = await extension();
      const feed = await kitchen(1, many('sss'), await makeKey());
      await own.rebuildCatalog();
      const before = await storedFiles();
      const { reached, letGo } = stall(isHeld(feed));
      const follows = following(own, feed);
      await reached;
      await act(own);
      // Both end while the host is still silent.
      await own.followSubscriptions();
      await follows;
      letGo();
      await settled();
      expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk' });
      const now = await subscriptionOf(own);
      expect(now?.use).toBe(after === 'gone' ? undefined : after);
      expect([now?.lastError, now?.lastChecked]).toEqual([undefined, undefined]);
      await own.rebuildCatalog();
      expect(await storedFiles()).toEqual(before);
    });
  });

  it('a repair is answered at once, and the update begins again', async () => {
    const own = await extension();
    const { reached, letGo } = stall((file) => file.endsWith('.pack'));
    const follows = following(own, await kitchen(1, many('sss'), await makeKey()));
    await reached;
    web.misbehave = undefined;
    await own.repairCatalog();
    await follows;
    await vi.waitFor(async () => expect((await subscriptionOf(own))?.lastChecked).toBeDefined());
    expect(await seen(own)).toHaveProperty('tool-7', 'sss');
    letGo();
    await settled();
    expect(await seen(own)).toHaveProperty('tool-7', 'sss');
  });

  it('another feed is updated, and its clean-up leaves what the first one has stored', async () => {
    const own = await extension();
    const [key, otherKey] = await Promise.all([makeKey(), makeKey()]);
    const other = await makeFeed({
      tools: [tool('jug', 'kkk')],
      key: otherKey,
      feed: 'garden',
      name: 'Garden',
    });
    const feed = await kitchen(1, many('sss'), key);
    const otherUrl = 'https://garden.example/';
    await own.rebuildCatalog();
    web.files = new Map<string, Uint8Array>([
      ...feed.files,
      ...[...other.files].map(([file, bytes]) => [otherUrl + file, bytes] as const),
    ]);
    await own.changeSubscriptions(() => [
      own.subscriptionTo({ feed: 'kitchen', name: 'Kitchen', url, key: key.text }),
      own.subscriptionTo({ feed: 'garden', name: 'Garden', url: otherUrl, key: otherKey.text }),
    ]);
    const { reached, letGo } = stall((file) => file.endsWith('.pack') && !file.startsWith('https:'));
    const all = own.refreshFeeds();
    await reached;
    await vi.waitFor(async () => expect(await seen(own)).toHaveProperty('jug', 'kkk'));
    letGo();
    await all;
    expect(await seen(own)).toMatchObject({ jug: 'kkk', 'tool-7': 'sss', oven: 'ssk' });
    expect((await own.readSubscriptions()).map(({ lastError }) => lastError)).toEqual([undefined, undefined]);
  });

  it('nothing is activated that was removed while the update waited for another activation', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, many('sss'), key));
    const next = await kitchen(2, many('kkk'), key);
    web.files = next.files;
    const held = Promise.withResolvers<void>();
    void navigator.locks.request('catalog', () => held.promise);
    const update = own.refreshFeeds();
    await vi.waitFor(() =>
      expect(web.requests.filter((file) => next.files.has(file)).length).toBeGreaterThan(6),
    );
    await settled();
    await own.changeSubscriptions(() => []);
    const follows = own.followSubscriptions();
    await update;
    held.resolve();
    await follows;
    expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk' });
  });

  it('nothing is kept of an update that began with another key or address', async () => {
    const own = await extension();
    const [key, thief] = await Promise.all([makeKey(), makeKey()]);
    const feed = await kitchen(9, many('sss'), key);
    const { reached, letGo } = stall((file) => file.endsWith('.pack'));
    const follows = following(own, feed);
    await reached;
    // As if the list was changed by another page whose message has not arrived yet.
    const again = own.subscriptionTo({ feed: 'kitchen', name: 'Kitchen', url, key: thief.text });
    await own.changeSubscriptions(() => [again]);
    letGo();
    await follows;
    expect(await own.readSubscriptions()).toEqual([again]);
    expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk' });
  });

  it('nothing older than what was seen meanwhile is activated', async () => {
    const own = await extension();
    const { reached, letGo } = stall((file) => file.endsWith('.pack'));
    const follows = following(own, await kitchen(2, many('sss'), await makeKey()));
    await reached;
    await own.changeSubscription('kitchen', { highestSeen: { version: 3, sha256: 'ab'.repeat(32) } });
    letGo();
    await follows;
    expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk' });
    expect((await subscriptionOf(own))?.highestSeen.version).toBe(3);
  });
});

describe('a new key', () => {
  it('is told with its day and fingerprint, and a new name only asks', async () => {
    const own = await extension();
    const [first, second] = await Promise.all([makeKey(), makeKey()]);
    await following(own, await kitchen(1, many('sss'), first));
    expect(await subscriptionOf(own)).not.toHaveProperty('rotated');
    const statement = await makeStatement('kitchen', first, second);
    const next = await kitchen(2, many('kkk'), second, { name: 'Hullmark' });
    web.files = next.files.set('keys.json', new TextEncoder().encode(JSON.stringify([statement])));
    await own.refreshFeeds();
    const { fingerprint } = await import('../../../../catalog/feed/signature.ts');
    expect(await subscriptionOf(own)).toMatchObject({
      name: 'Kitchen',
      claimedName: 'Hullmark (feeds.example)',
      rotated: { date: '2026-11-22T08:00:00.000Z', fingerprint: await fingerprint(second.text) },
    });
    const catalog = await own.openCatalog();
    expect((await catalog.entry('tool-7'))?.layer.name).toBe('Kitchen');
    expect((await catalog.badgeOfPage(['pkg:github/someone/tool-7']))?.from).toBe('Kitchen');
    await own.changeSubscription('kitchen', { name: 'Hullmark (feeds.example)', claimedName: undefined });
    await own.followSubscriptions();
    expect((await (await own.openCatalog()).entry('tool-7'))?.layer.name).toBe('Hullmark (feeds.example)');
    await own.refreshFeeds();
    expect(await subscriptionOf(own)).not.toHaveProperty('claimedName');
  });
});

describe('a slow host', () => {
  afterEach(() => vi.useRealTimers());
  const withTimers = () => {
    vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo').mockResolvedValue({} as never);
    vi.useRealTimers();
    vi.useFakeTimers({
      toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
      now: new Date('2026-11-22T08:00:00Z'),
    });
  };
  const realSetTimeout = globalThis.setTimeout;
  /** Advances the time second by second, each followed by a moment in which the database can answer. */
  const pass = async (seconds: number, until: () => boolean) => {
    for (let at = 0; at < seconds && !until(); at++) {
      await vi.advanceTimersByTimeAsync(1_000);
      await new Promise((done) => realSetTimeout(done, 10));
    }
  };
  const refused = async (own: Extension) => (await subscriptionOf(own))?.lastError;

  it.each(['manifest.json', 'manifest.sig', 'pack'])(
    'that drips %s is given up after 20 seconds',
    async (held) => {
      const own = await extension();
      const feed = await kitchen(1, many('sss'), await makeKey());
      const cancelled = vi.fn();
      withTimers();
      web.misbehave = (file) => {
        if (!file.endsWith(held)) return undefined;
        const rest = web.files.get(file)!.values();
        let timer: ReturnType<typeof setInterval>;
        const start = (controller: ReadableStreamDefaultController) => {
          timer = setInterval(() => controller.enqueue(new Uint8Array([rest.next().value!])), 500);
        };
        const cancel = () => {
          clearInterval(timer);
          cancelled();
        };
        return new Response(new ReadableStream({ start, cancel }));
      };
      let isDone = false;
      void following(own, feed).then(() => (isDone = true));
      await pass(600, () => isDone);
      expect(isDone).toBe(true);
      expect(await refused(own)).toMatchObject({ code: 'timeout' });
      expect((await refused(own))?.message).toMatch(/too slowly: stopped after 20 seconds/);
      expect(cancelled).toHaveBeenCalled();
    },
  );

  it('that is slow with each of many files is given up after four minutes', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, many('sss', 400), key));
    const larger = (votes: string) => many(votes, 400).map((each) => ({ ...each, maker: 'Another' }));
    const mend = (manifest: TestFeed['manifest']) => ({
      ...manifest,
      // So that fetching each bucket seems to cost less.
      pack: { ...manifest.pack, length: manifest.pack.unpacked },
    });
    const next = await kitchen(2, larger('kkk'), key, { mend });
    web.files = next.files;
    withTimers();
    web.misbehave = (file) =>
      new Promise((done) =>
        setTimeout(() => {
          const body = web.files.get(file);
          done(new Response(body as BodyInit, { status: body ? 200 : 404 }));
        }, 15_000),
      );
    let isDone = false;
    void own.refreshFeeds().then(() => (isDone = true));
    await pass(200, () => isDone);
    expect(isDone).toBe(false);
    await pass(600, () => isDone);
    expect(isDone).toBe(true);
    expect(await refused(own)).toMatchObject({ code: 'timeout' });
    expect((await refused(own))?.message).toMatch(/took more than 4 minutes/);
    web.misbehave = undefined;
    expect(await seen(own)).toHaveProperty('tool-7', 'sss');
  });
});
