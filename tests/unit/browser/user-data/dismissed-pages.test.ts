import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CurrentPage } from '../../../../browser/tabs.ts';
import { settings, readSetting } from '../../../../browser/user-data/settings.ts';
import { restore, isDismissed, dismiss } from '../../../../browser/user-data/dismissed-pages.ts';
import { emptyUserDb, storedKeys } from '../../../builders/user-db.ts';

const page = 'pkg:github/someone/oven';

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyUserDb();
});

describe('a dismissed page', () => {
  const open: CurrentPage = {
    tabId: 7,
    url: 'https://github.com/someone/oven',
    pageIds: [page],
    isPrivate: false,
  };
  const inTab = () => vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue([] as never);
  it('is dismissed once and can be restored', async () => {
    await dismiss({ ...open, pageIds: ['pan.example'] });
    await dismiss(open);
    await dismiss(open);
    expect(await readSetting(settings.dismissedPages)).toEqual(['pan.example', page]);
    expect(await isDismissed(open)).toBe(true);
    await restore(open);
    expect(await readSetting(settings.dismissedPages)).toEqual(['pan.example']);
    expect(await isDismissed(open)).toBe(false);
  });
  it('is dismissed only in its tab in a private window', async () => {
    const run = inTab();
    await dismiss({ ...open, isPrivate: true });
    expect(run.mock.calls[0]![0]).toMatchObject({ target: { tabId: 7 }, args: [page] });
    expect(await storedKeys()).toEqual([]);
    run.mockResolvedValueOnce([{ frameId: 0, result: page }] as never);
    expect(await isDismissed({ ...open, isPrivate: true })).toBe(true);
    expect(await isDismissed({ ...open, isPrivate: true })).toBe(false);
    await restore({ ...open, isPrivate: true });
    expect(run.mock.lastCall![0]).toMatchObject({ target: { tabId: 7 }, args: [null] });
    expect(await storedKeys()).toEqual([]);
  });
});
