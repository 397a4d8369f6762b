import { describe, expect, it } from 'vitest';
import { makeFeed, makeKey, type TestKey } from '../../../builders/feed.ts';
import { reference, tool } from '../../../builders/tool.ts';
import { bundled, kitchen, feedExtension } from '../../../builders/feed-extension.ts';

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
