import { beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as windows from '../../../../browser/pages.ts';
import { settings, readSetting, writeSetting } from '../../../../browser/user-data/settings.ts';
import { isWatched, watch, watchList } from '../../../../browser/user-data/watch-list.ts';
import { emptyUserDb, storedKeys } from '../../../builders/user-db.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyUserDb();
});

describe('the watch list', () => {
  it.each([
    [{ incognito: true }, true],
    [{ incognito: false }, false],
    [undefined, false],
  ])('knows from the tab whether the window is private: %j', async (tab, isPrivate) => {
    vi.spyOn(browser.tabs, 'getCurrent').mockResolvedValue(tab as browser.Tabs.Tab);
    vi.spyOn(browser.extension, 'inIncognitoContext', 'get').mockReturnValue(false);
    expect(await windows.inPrivateWindow()).toBe(isPrivate);
  });
  const oven = { id: 'oven', formerIds: ['stove'] };
  it('has each tool once, under its current id', async () => {
    await writeSetting(settings.watched, ['stove', 'pan']);
    await watch(oven, true, false);
    await watch(oven, true, false);
    expect(await readSetting(settings.watched)).toEqual(['pan', 'oven']);
    await watch(oven, false, false);
    expect(await readSetting(settings.watched)).toEqual(['pan']);
  });
  it('stores nothing from private windows', async () => {
    await watch(oven, true, true);
    expect(await storedKeys()).toEqual([]);
  });
  it('keeps two stars that are given at once', async () => {
    await Promise.all([watch(oven, true, false), watch({ id: 'pan' }, true, false)]);
    expect((await readSetting(settings.watched)).toSorted()).toEqual(['oven', 'pan']);
  });
  it('follows changes on other pages while it is used', async () => {
    const stop = watchList.subscribe(() => {});
    await vi.waitFor(() => expect(watchList.value).toEqual([]));
    await writeSetting(settings.watched, ['stove']);
    await vi.waitFor(() => expect(isWatched(oven)).toBe(true));
    stop();
    await writeSetting(settings.watched, []);
    expect(isWatched(oven)).toBe(true);
  });
});
