import { describe, expect, it } from 'vitest';
import { makeKey } from '../../../builders/feed.ts';
import { type Extension, url, feedExtension } from '../../../builders/feed-extension.ts';

const { extension } = feedExtension();
const [builtKey, laterKey, anotherKey] = (await Promise.all([makeKey(), makeKey(), makeKey()])).map(
  ({ text }) => text,
) as [string, string, string];

describe('the feed that a build names', () => {
  const own = (extension: Extension, key = builtKey) => ({
    ...extension.subscriptionTo({ feed: 'hullmark', name: 'Hullmark', url, key }),
  });
  it('is followed without being added, and keeps its state on this device', async () => {
    const at = await extension();
    expect(await at.readSubscriptions(own(at))).toMatchObject([{ feed: 'hullmark', use: 'on', url }]);
    const known = {
      ...own(at),
      trustedKey: laterKey,
      use: 'paused' as const,
      highestSeen: { version: 7 },
    };
    await at.changeSubscriptions(() => [known]);
    const [read] = await at.readSubscriptions({ ...own(at), url: 'https://moved.example/' });
    expect(read).toMatchObject({ trustedKey: laterKey, use: 'paused', highestSeen: { version: 7 } });
    expect(read?.url).toBe('https://moved.example/');
  });
  // A thief of the old key may have signed a very high version.
  it('starts again with the key of a newer build', async () => {
    const at = await extension();
    await at.changeSubscriptions(() => [{ ...own(at), highestSeen: { version: 7 } }]);
    const [read] = await at.readSubscriptions(own(at, anotherKey));
    expect(read).toMatchObject({
      pinnedKey: anotherKey,
      trustedKey: anotherKey,
      highestSeen: own(at).highestSeen,
    });
  });
  it('never goes below the bundled version', async () => {
    const at = await extension();
    await at.changeSubscriptions(() => [{ ...own(at), highestSeen: { version: 0 } }]);
    expect((await at.readSubscriptions())[0]?.highestSeen.version).toBeGreaterThan(0);
  });
  it.each([7, [7], [{ feed: 'x' }], [{ ...{ feed: 'x', name: 'x' }, seen: null }]])(
    'is the only one where the stored list is damaged: %j',
    async (feeds) => {
      const at = await extension();
      await at.changeItem('feeds', () => feeds);
      expect(await at.readSubscriptions(own(at))).toHaveLength(1);
      expect(await at.readSubscriptions()).toEqual([]);
    },
  );
  it('gives its address to a stored one that has none', async () => {
    const at = await extension();
    await at.changeItem('feeds', () => [{ ...own(at), url: 'nowhere', use: 'paused' }]);
    expect(await at.readSubscriptions(own(at))).toMatchObject([{ url, use: 'paused' }]);
  });
});

describe('a stored feed', () => {
  const stored = { feed: 'kitchen', name: 'Kitchen', url, use: 'on', highestSeen: { version: 7 } };
  const kitchen = { ...stored, pinnedKey: builtKey, trustedKey: laterKey };
  const garden = { ...kitchen, feed: 'garden' };
  it.each([
    ['an address that is none', { url: 'kitchen' }],
    ['an address of another kind', { url: 'http://feeds.example/kitchen/' }],
    ['an address with a password', { url: 'https://a:b@feeds.example/kitchen/' }],
    ['no address', { url: undefined }],
    ['an address that is a number', { url: 7 }],
    ['a pinned key that is none', { pinnedKey: 'AAAA' }],
    ['a trusted key that is none', { trustedKey: `${laterKey} ` }],
    ['no key', { trustedKey: undefined }],
    ['no id', { feed: '' }],
    ['no name', { name: '' }],
    ['another use', { use: 'sometimes' }],
    ['no version', { highestSeen: null }],
    ['a former key that is none', { formerKeys: [builtKey, 'AAAA'] }],
    ['former keys that are no list', { formerKeys: builtKey }],
    ['a restart beyond all numbers', { highestSeen: { version: 7, restart: 2 ** 53 } }],
    ['a restart in words', { highestSeen: { version: 7, restart: 'one' } }],
    ['a version beyond all numbers', { highestSeen: { version: 2 ** 53 } }],
  ])('with %s is left out, and the others stay', async (_, part) => {
    const at = await extension();
    await at.changeItem('feeds', () => [{ ...kitchen, ...part }, garden, null]);
    expect(await at.readSubscriptions()).toEqual([garden]);
    await at.changeSubscriptions((before) => [...before, kitchen as (typeof before)[number]]);
    expect(await at.readSubscriptions()).toEqual([garden, kitchen]);
  });
  it.each([
    [{ lastChecked: 'yesterday' }, {}],
    [{ lastChecked: 7, lastError: { code: 'network' } }, {}],
    [{ lastChecked: '2026-11-22T08:00:00.000Z' }, { lastChecked: '2026-11-22T08:00:00.000Z' }],
    [{ lastError: { code: 'network', message: 'No.', date: 'x' } }, {}],
  ])('with %j keeps what is usable: %j', async (part, kept) => {
    const at = await extension();
    await at.changeItem('feeds', () => [{ ...kitchen, ...part }]);
    expect(await at.readSubscriptions()).toEqual([{ ...kitchen, ...kept }]);
  });
  it('counts once', async () => {
    const at = await extension();
    await at.changeItem('feeds', () => [kitchen, { ...kitchen, use: 'off' }]);
    expect(await at.readSubscriptions()).toEqual([kitchen]);
  });
  it('is not lost when two change at once', async () => {
    const at = await extension();
    await at.changeItem('feeds', () => [kitchen, garden]);
    const setUse = (feed: string, use: 'off' | 'paused') =>
      at.changeSubscriptions((all) => all.map((each) => (each.feed === feed ? { ...each, use } : each)));
    await Promise.all([setUse('kitchen', 'off'), setUse('garden', 'paused')]);
    expect((await at.readSubscriptions()).map(({ use }) => use)).toEqual(['off', 'paused']);
  });
});
