import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bucketKey, findMatch, lookupKeys, readHead } from '../../../../browser/catalog-db/badge-lookup.ts';
import { tableNames } from '../../../../browser/catalog-db/parts.ts';
import {
  failStorage,
  fillDatabase,
  hang,
  inDatabase,
  makeDatabase,
  refuse,
  replaceFiles,
} from '../../../builders/failing-stores.ts';
import { feedExtension } from '../../../builders/feed-extension.ts';
import { reference } from '../../../builders/tool.ts';

feedExtension();
const page = 'pkg:github/someone/oven';
const bucket = bucketKey(page);

/** What runs in a browser that has just started: the background and a page of the extension. */
async function start() {
  vi.resetModules();
  const [refresh, { openCatalog }, { readHealth }] = await Promise.all([
    import('../../../../browser/feed-client/rebuild.ts'),
    import('../../../../browser/catalog-db/open-catalog.ts'),
    import('../../../../browser/catalog-db/health.ts'),
  ]);
  return { ...refresh, openCatalog, readHealth };
}
type Own = Awaited<ReturnType<typeof start>>;

/** What badge, popup, comparison and catalog page show of two bundled tools. */
async function shown({ openCatalog }: Own) {
  const stored = await (async () => fakeBrowser.storage.local.get(lookupKeys([page])))().catch(() => ({}));
  const catalog = await openCatalog();
  const [left, right] = [await catalog.entry('oven'), await catalog.entry('pan')];
  const popup = await catalog.badgeOfPage([page]);
  return {
    badge: (readHead(stored) ? findMatch(stored, [page])?.record : popup)?.votes,
    popup: popup?.votes,
    comparison: [left, right].map((entry) => entry?.tool.review?.votes.map(({ vote }) => vote).join()),
    catalog: (await catalog.index()).map(({ id, votes }) => `${id} ${votes}`),
    jobs: Object.keys(catalog.reference.jobs),
  };
}
const whole = {
  badge: 'ssk--',
  popup: 'ssk--',
  comparison: ['ship,ship,skip', 'skip,skip,skip'],
  catalog: ['oven ssk--', 'pan kkk--'],
  jobs: Object.keys(reference.jobs),
};

function quiet(): void {
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: '',
    version: '1.0',
  });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error('There is no receiver.'));
}
beforeEach(quiet);

async function everythingIsShown(own: Own): Promise<void> {
  expect(await shown(own)).toEqual(whole);
}

async function sentences({ readHealth }: Own): Promise<string[]> {
  const troubles = await readHealth();
  for (const { text } of troubles) expect(text).toMatch(/^[A-Z].*\.$/s);
  return troubles.map(({ text }) => text);
}

describe('all is shown and nothing is wrong', () => {
  it('in a browser that works', async () => {
    const own = await start();
    await own.rebuildCatalog();
    await everythingIsShown(own);
    expect(await sentences(own)).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ['there is a database of a higher version', () => makeDatabase(9, ['files', 'more'])],
    ['there is a database without its stores', () => makeDatabase(1, [])],
    ['there is a database with some of its stores', () => makeDatabase(1, ['files', 'active'])],
  ])('once the catalog was rebuilt where %s', async (_, before) => {
    await before();
    const own = await start();
    await everythingIsShown(own);
    await own.rebuildCatalog();
    await everythingIsShown(own);
    expect(await sentences(own)).toEqual([]);
    expect(findMatch(await fakeBrowser.storage.local.get(), [page])?.record.votes).toBe('ssk--');
  });
});

describe('all is shown, and Settings says why it is not stored, where', () => {
  const noDatabase = /gives Hullmark no database/;
  const noRoom = /no room left/;
  const noStorage = /Badges cannot be stored/;
  it.each<[string, () => unknown, RegExp]>([
    ['there is no IndexedDB', () => vi.stubGlobal('indexedDB', undefined), noDatabase],
    ['IndexedDB refuses, as in permanent private browsing', () => refuse('InvalidStateError'), noDatabase],
    ['IndexedDB refuses for another reason', () => refuse('UnknownError'), noDatabase],
    ['the database is full', fillDatabase, noRoom],
    ['storage.local cannot be read', () => failStorage(['get', 'set', 'remove', 'getKeys']), noStorage],
    ['storage.local cannot be written', () => failStorage(['set', 'remove']), noStorage],
    [
      'storage.local is full',
      () => failStorage(['set'], new DOMException('No room', 'QuotaExceededError')),
      noStorage,
    ],
    [
      'there is no storage.local',
      () => vi.spyOn(fakeBrowser.storage, 'local', 'get').mockReturnValue(undefined as never),
      noStorage,
    ],
  ])('%s from the first start', async (_, fail, sentence) => {
    fail();
    const own = await start();
    await everythingIsShown(own);
    await own.rebuildCatalog().catch(() => undefined);
    await everythingIsShown(own);
    expect(await sentences(own)).toEqual([expect.stringMatching(sentence)]);
    // Once the cause is gone, the next start mends all.
    vi.restoreAllMocks();
    quiet();
    vi.stubGlobal('indexedDB', new IDBFactory());
    const next = await start();
    await next.ensureCatalog();
    await everythingIsShown(next);
    expect(await sentences(next)).toEqual([]);
  });

  it('IndexedDB never answers, after two seconds', async () => {
    hang();
    vi.useFakeTimers();
    const own = await start();
    const first = shown(own);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await first).toEqual(whole);
    const rebuilt = own.rebuildCatalog().catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await rebuilt).toMatch('does not answer');
    expect(await shown(own)).toEqual(whole);
    expect(findMatch(await fakeBrowser.storage.local.get(), [page])?.record.votes).toBe('ssk--');
    const health = own.readHealth();
    await vi.advanceTimersByTimeAsync(20_000);
    expect((await health).map(({ text }) => text)).toEqual([expect.stringMatching(noDatabase)]);
  });
});

const nonsense = [
  ...[undefined, null, NaN, '5', 7, [], {}, true, 2 ** 53 - 1],
  ...[{ generation: 2 ** 53 - 1 }, { generation: 'x' }, { generation: 0, extension: '1.0' }],
];

describe('all is shown as before, and the next start mends it, where the database', () => {
  const put = (store: string, key: IDBValidKey) => (value: unknown) =>
    inDatabase((named) => {
      if (value === undefined) named(store).delete(key);
      else named(store).put(value, key);
    });
  const active = async () =>
    (await (await import('../../../../browser/catalog-db/database.ts')).activeHead())!.generation;
  const ofActive = (store: string) => async (value: unknown) => put(store, await active())(value);
  // A catalog of two tools has one part of each table.
  const part = (store: string) => async (value: unknown) => put(store, [await active(), 0])(value);
  const stores = ['files', 'catalogs', 'notes', ...tableNames, 'active', 'news'];

  it.each<[string, (value: unknown) => unknown, unknown[]]>([
    ['was emptied', () => inDatabase((named) => stores.forEach((name) => named(name).clear())), [7]],
    [
      'was emptied but for its head',
      () => inDatabase((named) => stores.forEach((name) => name === 'active' || named(name).clear())),
      [7],
    ],
    ['was deleted while it was open', () => deleteNow(), [7]],
    ['was replaced by one of a higher version', () => deleteNow().then(() => makeHigher()), [7]],
    ['names another active catalog', put('active', 'head'), nonsense],
    [
      'holds another catalog record',
      ofActive('catalogs'),
      [...nonsense, { layers: [{}], reference, tools: 2, leftOut: [], parts: {}, pages: [] }],
    ],
    ['holds other summaries', part('summaries'), [...nonsense, [{ id: 'oven' }, { id: 'pan' }]]],
    ['holds other product hosts', part('productHosts'), nonsense],
    ['holds other claims on pages', part('claims'), nonsense],
    ['holds other lists of who names a rival', part('namedBy'), nonsense],
    ['holds other notes for the next update', ofActive('notes'), nonsense],
    ['holds other news', put('news', 'changes'), nonsense],
    ['holds another shelf of badges', part('badges'), nonsense],
    ['holds another badge', (value) => part('badges')({ [bucket]: { [page]: value } }), nonsense],
    [
      'holds other buckets',
      (value) => replaceFiles('bucket', value),
      [...nonsense, [{ id: 'oven' }], [{ id: 'pan', facts: {} }]],
    ],
    [
      'holds other index files',
      (value) => replaceFiles('index', value),
      [...nonsense, [null], [{ sha256: 'x' }]],
    ],
    ['holds other tables', (value) => replaceFiles('tables', value), nonsense],
  ])('%s', async (_, damage, values) => {
    const own = await start();
    await own.rebuildCatalog();
    await everythingIsShown(own);
    for (const value of values) {
      await damage(value);
      await everythingIsShown(own);
      await own.ensureCatalog();
      await everythingIsShown(own);
      // What a start does not look at, a page that found it damaged has repaired.
      await own.rebuildCatalog();
      await everythingIsShown(own);
      expect(await sentences(own)).toEqual([]);
    }
    const next = await start();
    await next.ensureCatalog();
    await everythingIsShown(next);
  });

  async function deleteNow(): Promise<void> {
    const request = indexedDB.deleteDatabase('catalog');
    await new Promise((done) => (request.onsuccess = done));
  }
  async function makeHigher(): Promise<void> {
    const request = indexedDB.open('catalog', 3);
    await new Promise((done) => (request.onsuccess = done));
    request.result.close();
  }
});

describe('the next start mends what is published, where', () => {
  const publish = (key: string, value: unknown) =>
    value === undefined
      ? fakeBrowser.storage.local.remove(key)
      : fakeBrowser.storage.local.set({ [key]: value });

  it.each<[string, (value: unknown) => unknown, unknown[]]>([
    ['the head is another', (value) => publish('catalog', value), nonsense],
    ['a bucket is another', (value) => publish(bucket, value), nonsense],
    ['a badge is another', (value) => publish(bucket, { since: 1, badges: { [page]: value } }), nonsense],
    [
      'a bucket is from another generation',
      (value) => publish(bucket, { since: value, badges: {} }),
      nonsense,
    ],
    [
      'a badge was added to a bucket',
      (value) => publish(bucket, { since: 1, badges: { 'bank.example': value } }),
      nonsense,
    ],
    [
      'no catalog has a bucket',
      (value) => publish('badges:0', { since: 1, badges: { 'bank.example': value } }),
      nonsense,
    ],
    ['a key is not one of a bucket', (value) => publish('badges:zz', value), [7, {}]],
  ])('%s', async (_, damage, values) => {
    const own = await start();
    await own.rebuildCatalog();
    const before = await fakeBrowser.storage.local.get();
    for (const value of values) {
      await damage(value);
      // What our own pages show does not come from there.
      expect({ ...(await shown(own)), badge: 'ssk--' }).toEqual(whole);
      await own.ensureCatalog();
      await everythingIsShown(own);
      expect(await fakeBrowser.storage.local.get()).toEqual(before);
    }
    expect(await sentences(own)).toEqual([]);
  });
});
