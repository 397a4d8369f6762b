import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bucketKey, findMatch } from '../../../../browser/catalog-db/badge-lookup.ts';
import { feedExtension } from '../../../builders/feed-extension.ts';

feedExtension();
const page = 'pkg:github/someone/oven';
const bucket = bucketKey(page);
const forged = { tool: 'oven', name: 'Oven', votes: 'kkkkk', price: '', license: '', commercialUse: 'no' };

async function startBackground(rebuild = vi.fn(() => Promise.resolve())) {
  vi.resetModules();
  const [{ rebuildCatalog }, { watchPublished }] = await Promise.all([
    import('../../../../browser/feed-client/rebuild.ts'),
    import('../../../../browser/catalog-db/check-published.ts'),
  ]);
  await rebuildCatalog();
  watchPublished(rebuild);
  return { rebuild, stored: await fakeBrowser.storage.local.get() };
}

const votes = async () => findMatch(await fakeBrowser.storage.local.get(), [page])?.record.votes;
const writes = () => vi.spyOn(fakeBrowser.storage.local, 'set');
// A check holds the lock.
const checked = () => navigator.locks.request('catalog', () => Promise.resolve());

describe('what content scripts read', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockReturnValue();
    // A check that waits for its second ends with its test.
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a forged badge', { [bucket]: { since: 1, badges: { [page]: forged } } }],
    ['a badge on a page that has none', { 'badges:0': { since: 1, badges: { 'bank.example': forged } } }],
    ['badges from a later generation', { [bucket]: { since: 2, badges: { [page]: forged } } }],
    ['a generation that never was', { catalog: { generation: 2 ** 53 - 1, extension: '9' } }],
    ['an earlier generation', { catalog: { generation: -1, extension: '9' } }],
    ['a head with more in it', { catalog: { generation: 1, extension: '1.0', more: true } }],
    ['all at once', { catalog: null, [bucket]: null, 'badges:0': 7, 'badges:zz': 7 }],
  ])('is put right after somebody else wrote %s', async (_, damage) => {
    const { stored } = await startBackground();
    await fakeBrowser.storage.local.set(damage);
    await vi.waitFor(async () => expect(await fakeBrowser.storage.local.get()).toEqual(stored));
  });

  it('is put right after somebody removed it', async () => {
    const { stored } = await startBackground();
    await fakeBrowser.storage.local.remove(['catalog', bucket]);
    await vi.waitFor(async () => expect(await fakeBrowser.storage.local.get()).toEqual(stored));
  });

  it('is written once for one forged badge, and not at all for what is right or not ours', async () => {
    const { stored } = await startBackground();
    const set = writes();
    await fakeBrowser.storage.local.set({ [bucket]: { since: 1, badges: { [page]: forged } } });
    await vi.waitFor(async () => expect(await votes()).toBe('ssk--'));
    await checked();
    // The forged one, and ours.
    expect(set).toHaveBeenCalledTimes(2);
    await fakeBrowser.storage.local.set({ badgePosition: 'corner', other: 1 });
    await checked();
    expect(set).toHaveBeenCalledTimes(3);
    await fakeBrowser.storage.local.remove(['badgePosition', 'other']);
    expect(await fakeBrowser.storage.local.get()).toEqual(stored);
  });

  it('is checked at most once a second, however often somebody writes', async () => {
    await startBackground();
    const set = writes();
    for (let n = 0; n < 50; n++)
      await fakeBrowser.storage.local.set({ [bucket]: { since: 1, badges: { [page]: { ...forged, n } } } });
    await checked();
    expect(set.mock.calls.length).toBeLessThanOrEqual(52);
    await vi.waitFor(async () => expect(await votes()).toBe('ssk--'), { timeout: 3_000 });
    expect(set.mock.calls.length).toBeLessThanOrEqual(53);
  });

  it('is rebuilt where the database cannot say what is right', async () => {
    const { rebuild } = await startBackground();
    const { openDatabase } = await import('../../../../browser/catalog-db/database.ts');
    await (await openDatabase()).clear('badges');
    await fakeBrowser.storage.local.set({ [bucket]: { since: 1, badges: { [page]: forged } } });
    await vi.waitFor(() => expect(rebuild).toHaveBeenCalledOnce());
  });
});
