import { describe, expect, it } from 'vitest';
import { makeKey, makeStatement } from '../../../builders/feed.ts';
import { tool } from '../../../builders/tool.ts';
import { kitchen, feedExtension } from '../../../builders/feed-extension.ts';

const { web, extension, following, seen } = feedExtension();

describe('a refresh', () => {
  const many = (votes: string) =>
    Array.from({ length: 60 }, (_, at) => tool(`tool-${at}`, at === 7 ? votes : 'sss'));
  it('fetches the changed bucket and not the pack', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, many('sss'), key));
    expect(web.requests.some((file) => file.endsWith('.pack'))).toBe(true);
    web.requests = [];
    const next = await kitchen(2, many('kkk'), key);
    web.files = next.files;
    await own.refreshFeeds();
    expect(web.requests.some((file) => file.endsWith('.pack'))).toBe(false);
    expect(web.requests.slice(0, 3)).toEqual(['manifest.json', 'manifest.sig', 'keys.json']);
    expect(web.requests).toHaveLength(5);
    expect(await seen(own)).toMatchObject({ 'tool-7': 'kkk', 'tool-8': 'sss', oven: 'ssk' });
  });
  it('adds to the news, but not at the first fetch', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, many('sss'), key));
    expect(await own.readNews()).toEqual([]);
    web.files = (await kitchen(2, many('kkk'), key)).files;
    await own.refreshFeeds();
    expect(await own.readNews()).toMatchObject([{ tool: 'tool-7', kind: 'verdict', date: '2026-11-20' }]);
  });
  it('leaves no file behind when the update is refused', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, many('sss'), key));
    const { openDatabase } = await import('../../../../browser/catalog-db/database.ts');
    const files = async () => (await (await openDatabase()).getAllKeys('files')).sort();
    const before = await files();
    const clash = [...many('kkk').slice(1), tool('cup', 'sss', { pages: ['pkg:github/someone/tool-7'] })];
    web.files = (await kitchen(2, clash, key)).files;
    await own.refreshFeeds();
    expect((await own.readSubscriptions())[0]?.lastError).toMatchObject({ code: 'inconsistent' });
    expect(await files()).toEqual(before);
  });
  it('fetches only manifest and signature when nothing is new', async () => {
    const own = await extension();
    await following(own, await kitchen(1, many('sss'), await makeKey()));
    web.requests = [];
    await own.refreshFeeds();
    expect(web.requests).toEqual(['manifest.json', 'manifest.sig']);
  });
  it('that runs twice at the same time fetches once', async () => {
    const own = await extension();
    const key = await makeKey();
    await following(own, await kitchen(1, many('sss'), key));
    web.files = (await kitchen(2, many('kkk'), key)).files;
    web.requests = [];
    await Promise.all([own.refreshFeeds(), own.refreshFeeds('kitchen')]);
    expect(web.requests.filter((file) => file.startsWith('files/'))).toHaveLength(2);
    expect(await seen(own)).toHaveProperty('tool-7', 'kkk');
  });
  it('follows a chain of keys missed for a year, and refuses the old key afterwards', async () => {
    const own = await extension();
    const [first, second, third] = await Promise.all([makeKey(), makeKey(), makeKey()]);
    await following(own, await kitchen(1, [tool('vat', 'sss')], first));
    const statements = [
      await makeStatement('kitchen', first, second),
      await makeStatement('kitchen', second, third),
    ];
    const next = await kitchen(5, [tool('vat', 'kkk')], third);
    web.files = next.files.set('keys.json', new TextEncoder().encode(JSON.stringify(statements)));
    await own.refreshFeeds();
    expect(await seen(own)).toHaveProperty('vat', 'kkk');
    web.files = (await kitchen(6, [tool('vat', 'sss')], first)).files;
    await own.refreshFeeds();
    expect(await seen(own)).toHaveProperty('vat', 'kkk');
    expect((await own.readSubscriptions())[0]?.lastError).toMatchObject({ code: 'bad-signature' });
  });
});
