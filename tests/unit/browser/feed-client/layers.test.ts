import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeFeed, makeKey, type TestKey } from '../../../builders/feed.ts';
import { reference, tool } from '../../../builders/tool.ts';
import { bundled, kitchen, feedExtension, url } from '../../../builders/feed-extension.ts';
import { inDatabase } from '../../../builders/failing-stores.ts';

const { web, extension, following, seen } = feedExtension();

describe('a feed over the bundled catalog', () => {
  it('replaces records of the same id, adds its own, and each names its source', async () => {
    const own = await extension();
    await following(own, await kitchen(3, [tool('oven', 'kkkk'), tool('vat', 'sss')], await makeKey()));
    expect(await seen(own)).toEqual({ oven: 'kkkk', pan: 'kkk', vat: 'sss' });
    const catalog = await own.openCatalog();
    expect((await catalog.badgeOfPage(['pkg:github/someone/oven']))?.from).toBe('Kitchen');
    expect(await catalog.badgeOfPage(['pkg:github/someone/pan'])).not.toHaveProperty('from');
    expect((await catalog.entry('vat'))?.layer.name).toBe('Kitchen');
  });
  it('is turned off with its data, and turned on again', async () => {
    const own = await extension();
    await following(own, await kitchen(1, [tool('vat', 'sss')], await makeKey()));
    await own.changeSubscription('kitchen', { use: 'off' });
    await own.rebuildCatalog();
    expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk' });
    await own.changeSubscription('kitchen', { use: 'on' });
    await own.refreshFeeds();
    expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk', vat: 'sss' });
  });
  it('keeps its data while it is paused, without a request', async () => {
    const own = await extension();
    await following(own, await kitchen(1, [tool('vat', 'sss')], await makeKey()));
    await own.changeSubscription('kitchen', { use: 'paused' });
    web.requests = [];
    await own.refreshFeeds();
    expect(web.requests).toEqual([]);
    expect(await seen(own)).toHaveProperty('vat');
  });
  it('takes the pages that its tools claim', async () => {
    const own = await extension();
    const vat = tool('vat', 'sss', { pages: ['pkg:github/someone/vat', 'pkg:github/someone/pan'] });
    await following(own, await kitchen(1, [vat], await makeKey()));
    const catalog = await own.openCatalog();
    expect((await catalog.badgeOfPage(['pkg:github/someone/pan']))?.tool).toBe('vat');
  });
  it('shows all of its tools but the one that cannot be shown, which is named; below it the bundled entry stays', async () => {
    const own = await extension();
    const pages = Array.from({ length: 400 }, (_, at) => `pkg:github/someone/p${at}`);
    const odd = tool('constructor', 'sss', { job: 'constructor', formerIds: ['pan'] });
    await following(own, await kitchen(1, [tool('oven', 'kkk', { pages }), odd], await makeKey()));
    expect(await seen(own)).toEqual({ constructor: 'sss', oven: 'ssk', pan: 'kkk' });
    const { leftOut, entry } = await own.openCatalog();
    const reason = 'has 400 pages, more than 100';
    expect(leftOut).toEqual([{ id: 'oven', feed: 'kitchen', from: 'Kitchen', reason }]);
    expect((await entry('constructor'))?.tool).not.toHaveProperty('formerIds');
    const stored = JSON.stringify(await fakeBrowser.storage.local.get());
    expect(stored.length).toBeLessThan(5_000);
  });
  it('brings no news of a tool that cannot be shown', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, [tool('vat', 'sss'), tool('pot', 'sss')], key));
    const pages = Array.from({ length: 101 }, (_, at) => `pkg:github/someone/p${at}`);
    const next = [tool('vat', 'kkk'), tool('pot', 'kkk', { pages }), tool('urn', 'sss', { pages })];
    web.files = (await kitchen(2, next, key)).files;
    await own.refreshFeeds();
    expect((await own.openCatalog()).leftOut.map(({ id }) => id).sort()).toEqual(['pot', 'urn']);
    expect((await own.readNews()).map((change) => change.tool)).toEqual(['vat']);
  });
  it('loses only the tools that a later release refuses, which are named', async () => {
    const own = await extension();
    await following(own, await kitchen(1, [tool('vat', 'sss'), tool('pot', 'sss')], await makeKey()));
    // What an earlier release accepted and this one does not.
    const loose = { ...tool('vat', 'sss'), does: 'x'.repeat(200), maker: '' };
    await inDatabase((store) => {
      const files = store('files');
      files.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        const stored = cursor?.value as { id?: string }[];
        if (Array.isArray(stored) && stored.some((each) => each?.id === 'vat'))
          cursor!.update(stored.map((each) => (each.id === 'vat' ? loose : each)));
        cursor?.continue();
      };
    });
    vi.mocked(fakeBrowser.runtime.getManifest).mockReturnValue({
      manifest_version: 3,
      name: 'x',
      version: '2',
    });
    await own.ensureCatalog();
    expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk', pot: 'sss' });
    expect((await own.openCatalog()).leftOut).toMatchObject([
      { id: 'vat', reason: expect.stringMatching(/^is not an entry for this release/) as string },
    ]);
  });
  it('is left out alone where its stored files are damaged, and fetched again', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const own = await extension();
    await following(own, await kitchen(1, [tool('vat', 'sss')], await makeKey()));
    const second = await kitchen(1, [tool('wok', 'kkk')], await makeKey(), { feed: 'wok', name: 'Wok' });
    for (const [file, bytes] of second.files) web.files.set(`second/${file}`, bytes);
    const place = { feed: 'wok', name: 'Wok', url: `${url}second/`, key: second.key.text };
    await own.changeSubscriptions((all) => [...all, own.subscriptionTo(place)]);
    await own.refreshFeeds();
    expect(Object.keys(await seen(own))).toEqual(['oven', 'pan', 'vat', 'wok']);
    await damageBucketOf('vat');
    await own.rebuildCatalog();
    expect(Object.keys(await seen(own))).toEqual(['oven', 'pan', 'wok']);
    await own.refreshFeeds();
    expect(Object.keys(await seen(own))).toEqual(['oven', 'pan', 'vat', 'wok']);
  });
  it('does not get in the way of another one’s update where its stored files are damaged', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const own = await extension();
    await following(own, await kitchen(1, [tool('vat', 'sss')], await makeKey()));
    await damageBucketOf('vat');
    const second = await kitchen(1, [tool('wok', 'kkk')], await makeKey(), { feed: 'wok', name: 'Wok' });
    web.files = new Map([...second.files].map(([file, bytes]) => [`second/${file}`, bytes]));
    const place = { feed: 'wok', name: 'Wok', url: `${url}second/`, key: second.key.text };
    await own.changeSubscriptions((all) => [...all, own.subscriptionTo(place)]);
    await own.refreshFeeds();
    expect(Object.keys(await seen(own))).toEqual(['oven', 'pan', 'wok']);
  });
  it('adds entries to the tables and changes none', async () => {
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

it.each([2 ** 53 - 1, 2 ** 53 - 2, -(2 ** 53 - 1)])(
  'one rebuild is enough after the number of the active catalog was damaged into %d',
  async (generation) => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const own = await extension();
    await own.rebuildCatalog();
    await inDatabase((store) => store('active').put({ generation, extension: '1.0' }, 'head'));
    for (let start = 0; start < 3; start++) {
      await own.ensureCatalog();
      expect((await own.openCatalog()).layers[0]!.tables).not.toBe('');
      expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk' });
      await own.rebuildCatalog();
      expect((await own.openCatalog()).layers[0]!.tables).not.toBe('');
      expect(await seen(own)).toEqual({ oven: 'ssk', pan: 'kkk' });
    }
  },
);

describe('the higher version of bundled catalog and feed wins', () => {
  const ownFeed = (version: number, key: TestKey) =>
    makeFeed({ tools: [tool('oven', 'kkkk')], version, key, feed: 'hullmark', name: 'Hullmark' });
  it.each([
    [2, 'kkkk'],
    [9, 'ssk'],
  ])('feed 3 and bundled %i after an update of the extension', async (version, votes) => {
    const before = { ...bundled };
    Object.assign(bundled, { feed: 'hullmark', version: 1 });
    const own = await extension();
    await following(own, await ownFeed(3, await makeKey()));
    expect(await seen(own)).toEqual({ oven: 'kkkk' });
    Object.assign(bundled, { version });
    await own.rebuildCatalog();
    expect(await seen(own)).toHaveProperty('oven', votes);
    Object.assign(bundled, before);
  });
  it('unless the versions of the feed started again, after a number that was too high', async () => {
    const before = { ...bundled };
    Object.assign(bundled, { feed: 'hullmark', version: 1 });
    const own = await extension();
    const key = await makeKey();
    await following(own, await ownFeed(70_000, key));
    Object.assign(bundled, { version: 70_000 });
    const restart = { number: 1, version: 2, date: '2026-11-21' };
    const again = { key, feed: 'hullmark', mend: (manifest: object) => ({ ...manifest, restart }) };
    web.files = (await makeFeed({ tools: [tool('oven', 'sss')], version: 2, ...again })).files;
    await own.refreshFeeds();
    expect((await own.readSubscriptions())[0]?.lastError).toBeUndefined();
    expect(await seen(own)).toEqual({ oven: 'sss' });
    Object.assign(bundled, before);
  });
});

function damageBucketOf(id: string): Promise<void> {
  return inDatabase((store) => {
    const request = store('files').openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      if (JSON.stringify(cursor.value).includes(`"id":"${id}"`)) cursor.update('damaged');
      cursor.continue();
    };
  });
}
