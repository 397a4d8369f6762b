import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Extension, url, feedExtension } from '../../../builders/feed-extension.ts';

const { extension } = feedExtension();

describe('the feed that a build names', () => {
  const own = (extension: Extension, key = 'built key') => ({
    ...extension.subscriptionTo({ feed: 'hullmark', name: 'Hullmark', url, key }),
  });
  it('is followed without being added, and keeps its state on this device', async () => {
    const at = await extension();
    expect(await at.readSubscriptions(own(at))).toMatchObject([{ feed: 'hullmark', use: 'on', url }]);
    const known = {
      ...own(at),
      trustedKey: 'later key',
      use: 'paused' as const,
      highestSeen: { version: 7 },
    };
    await at.changeSubscriptions(() => [known]);
    const [read] = await at.readSubscriptions({ ...own(at), url: 'https://moved.example/' });
    expect(read).toMatchObject({ trustedKey: 'later key', use: 'paused', highestSeen: { version: 7 } });
    expect(read?.url).toBe('https://moved.example/');
  });
  // A thief of the old key may have signed a very high version.
  it('starts again with the key of a newer build', async () => {
    const at = await extension();
    await at.changeSubscriptions(() => [{ ...own(at), highestSeen: { version: 7 } }]);
    const [read] = await at.readSubscriptions(own(at, 'another key'));
    expect(read).toMatchObject({
      pinnedKey: 'another key',
      trustedKey: 'another key',
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
      await fakeBrowser.storage.local.set({ feeds });
      expect(await at.readSubscriptions(own(at))).toHaveLength(1);
      expect(await at.readSubscriptions()).toEqual([]);
    },
  );
});
