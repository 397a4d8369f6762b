import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openVerdict } from '../../../browser/pages.ts';
import { showToolbarBadge } from '../../../browser/toolbar-badge.ts';
import { toolbarCount, toolbarTitle, type OnToolbar } from '../../../browser/toolbar-words.ts';

beforeEach(() => fakeBrowser.reset());

describe('the toolbar badge', () => {
  it('shows count and verdict of a tab', async () => {
    const text = vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue();
    const title = vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue();
    vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue();
    vi.spyOn(fakeBrowser.action, 'setBadgeTextColor').mockResolvedValue();
    await showToolbarBadge({ name: 'Oven', from: undefined, votes: 'sssk-' }, 7);
    expect(text).toHaveBeenLastCalledWith({ tabId: 7, text: '3/4' });
    expect(title).toHaveBeenLastCalledWith({ tabId: 7, title: 'Oven: Ship, 3 of 4 reviewers' });
    for (const [votes, words, verdict] of [
      ['kkkk-', '4/4', 'Skip, 4 of 4 reviewers'],
      ['sskk-', '2-2', 'Split, 2 of 4 reviewers'],
    ] as const) {
      await showToolbarBadge({ name: 'Oven', from: undefined, votes }, 7);
      expect(text).toHaveBeenLastCalledWith({ tabId: 7, text: words });
      expect(title).toHaveBeenLastCalledWith({ tabId: 7, title: `Oven: ${verdict}` });
    }
    await showToolbarBadge({ name: 'Oven', from: undefined, votes: 's----' }, 7);
    expect(text).toHaveBeenLastCalledWith({ tabId: 7, text: '' });
    expect(title).toHaveBeenLastCalledWith({ tabId: 7, title: 'Oven: no verdict yet' });
  });
  it('shows on a tab without a tool what all of them show', async () => {
    const title = vi.spyOn(fakeBrowser.action, 'setTitle').mockResolvedValue();
    const text = vi.spyOn(fakeBrowser.action, 'setBadgeText').mockResolvedValue();
    vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor').mockResolvedValue();
    Object.assign(fakeBrowser.action, {
      getTitle: () => Promise.resolve('Hullmark: 1 new change to tools you watch'),
    });
    await showToolbarBadge(null, 7);
    expect(text).toHaveBeenLastCalledWith({ tabId: 7, text: null });
    expect(title).toHaveBeenLastCalledWith({
      ...{ tabId: 7, title: 'Hullmark: 1 new change to tools you watch' },
    });
  });
});

describe('the toolbar’s title', () => {
  const oven = { name: 'Oven', votes: 'sss--' };
  const over = { value: 'archived', text: 'Archived Mar 2026 → Hob', asOf: '' } as const;
  it.each<[OnToolbar, string]>([
    [{ ...oven, original: 'a/oven' }, 'Oven: Ship, 3 of 3 reviewers (for the original, a/oven)'],
    [{ ...oven, whose: 'for Pans, not this one' }, 'Oven: Ship, 3 of 3 reviewers (for Pans, not this one)'],
    [{ ...oven, status: over }, 'Oven: Ship, 3 of 3 reviewers; Archived Mar 2026 → Hob'],
    [
      { ...oven, status: over, original: 'a/oven' },
      'Oven: Ship, 3 of 3 reviewers (for the original, a/oven)',
    ],
    [{ ...oven, votes: '', commercialUse: 'no' }, 'Oven: not reviewed yet; no commercial use'],
  ])('of %j', (tool, title) => expect(toolbarTitle(tool)).toBe(title));
  it('begins with a warning', () => expect(toolbarTitle(oven, 'Yanked')).toMatch(/^Yanked\. Oven: /));
  it('is all that is said where the license forbids what another model’s verdict is for', () => {
    const family = { ...oven, whose: 'for Pans, not this one' };
    expect(toolbarCount(family)).toEqual({ ship: 3, of: 3 });
    expect(toolbarCount({ ...family, commercialUse: 'no' })).toBeUndefined();
  });
});

it('a click opens the tool’s page where the browser refuses to open the popup', async () => {
  vi.spyOn(fakeBrowser.action, 'openPopup').mockRejectedValue(new Error('needs a user gesture'));
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  const from = await fakeBrowser.tabs.create({ url: 'https://github.com/someone/oven' });
  await openVerdict('oven', from);
  expect(create.mock.lastCall![0]).toMatchObject({ index: from.index + 1, windowId: from.windowId });
  expect(create.mock.lastCall![0].url).toMatch(/tool\.html#oven$/);
});
