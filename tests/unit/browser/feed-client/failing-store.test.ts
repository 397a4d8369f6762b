import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeKey } from '../../../builders/feed.ts';
import { tool } from '../../../builders/tool.ts';
import { kitchen, feedExtension } from '../../../builders/feed-extension.ts';

const { web, extension, following, seen } = feedExtension();

describe('a failing store', () => {
  // Every write to either store counts, in the order in which they come. A background that was killed writes nothing more.
  function failAt(nth: number, isKilled = false): { count(): number } {
    let writes = 0;
    const step = () => {
      if (++writes === nth || (isKilled && writes > nth))
        throw new DOMException('There is no room.', 'QuotaExceededError');
    };
    const { local } = fakeBrowser.storage;
    const set = local.set.bind(local);
    const remove = local.remove.bind(local);
    vi.spyOn(local, 'set').mockImplementation((items: Record<string, unknown>) => {
      step();
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
        // The list of feeds is where the error itself is stored.
        if (this.name !== 'items' || (isKilled && writes >= nth)) step();
        return real.apply(this, args) as never;
      });
    }
    return { count: () => writes };
  }

  function recover(): void {
    vi.mocked(fakeBrowser.storage.local.set).mockRestore();
    vi.mocked(fakeBrowser.storage.local.remove).mockRestore();
    vi.mocked(IDBObjectStore.prototype.put).mockRestore();
    vi.mocked(IDBObjectStore.prototype.delete).mockRestore();
  }

  async function updated() {
    const key = await makeKey();
    const [one, two] = await Promise.all([
      kitchen(1, [tool('vat', 'sss'), tool('jug', 'sss'), tool('oven', 'kkk')], key),
      kitchen(2, [tool('vat', 'kkk'), tool('cup', 'sss'), tool('oven', 'kkk')], key),
    ]);
    const old = { oven: 'kkk', pan: 'kkk', vat: 'sss', jug: 'sss' };
    const next = { oven: 'kkk', pan: 'kkk', vat: 'kkk', cup: 'sss' };
    vi.spyOn(console, 'warn').mockReturnValue();
    /** A browser with the old catalog in it, in which an update then fails; how many writes that took. */
    const failing = async (nth: number, isKilled: boolean) => {
      fakeBrowser.reset();
      vi.stubGlobal('indexedDB', new IDBFactory());
      const own = await extension();
      await following(own, one);
      expect(await seen(own)).toEqual(old);
      web.files = two.files;
      const failing = failAt(nth, isKilled);
      await own.refreshFeeds();
      recover();
      return { own, writes: failing.count() };
    };
    return { old, next, failing };
  }

  it('leaves the old catalog whole at any of its writes, and the next update succeeds', async () => {
    const { old, next, failing } = await updated();
    for (let nth = 1; ; nth++) {
      const { own, writes } = await failing(nth, false);
      const now = await seen(await extension());
      const [feed] = await own.readSubscriptions();
      expect([old, next]).toContainEqual(now);
      if (feed?.lastError) {
        expect(now).toEqual(old);
        expect(feed.lastError.code).toBe('storage-full');
      }
      await own.refreshFeeds();
      expect(await seen(own)).toEqual(next);
      if (writes < nth) {
        expect(nth).toBeGreaterThan(8);
        return;
      }
    }
  }, 60_000);

  it('whose background is killed at one of its writes has the old or the new catalog after the next start', async () => {
    const { old, next, failing } = await updated();
    for (let nth = 1; ; nth += 3) {
      const { writes } = await failing(nth, true);
      const own = await extension();
      await own.ensureCatalog();
      expect([old, next]).toContainEqual(await seen(own));
      await own.refreshFeeds();
      expect(await seen(own)).toEqual(next);
      if (writes < nth) {
        expect(nth).toBeGreaterThan(8);
        return;
      }
    }
  }, 60_000);
});
